#pragma once

#include "core/model/deployment.h"

#include <QObject>
#include <QUrl>

namespace miaobu::app {

/// Everything a person can ask for on the tab of a project's domains. The tab and its cards emit, the controller listens.
class DomainsIntents final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void add(const QString& typed);
    void open(const QString& host, const QString& target);
    void copy(const QString& text);
    /// 0: always the latest one; also puts right one that was left behind.
    void serve(const QString& host, const QString& target, miaobu::DeploymentId pinned);
    void writeRecord(const QString& host, const QString& target); ///< Into the person's own zone
    void remove(const QString& host, const QString& target);
    void forget(const QString& host, const QString& target);
    void removePreview(const QString& target, const QString& name);
    void openPage(const QUrl& page);
};

} // namespace miaobu::app
