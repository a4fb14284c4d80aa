#pragma once

#include "app/screens/previews/previews_state.h"

#include <QObject>

namespace miaobu::app {

/// Everything a person can ask for of a project's previews. The card and its rows emit, the controller listens.
class PreviewsIntents final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void openForm();
    void closeForm();
    void make(const miaobu::app::PreviewDraft& draft);
    void open(const QString& url);
    void copy(const QString& text);
    void deployAgain(const miaobu::Preview& preview);
    void stop(miaobu::DeploymentId deployment);
    void showLog(miaobu::DeploymentId deployment);
    void protect(const miaobu::Preview& preview, const QByteArray& password); ///< Empty: open to everybody again
    void remove(const miaobu::Preview& preview);
    void openPage(const QUrl& page);
};

} // namespace miaobu::app
