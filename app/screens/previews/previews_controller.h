#pragma once

#include "app/screens/previews/previews_state.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QObject>

#include <functional>

namespace miaobu::app {

class PreviewsCard;
class PreviewsIntents;
class Prompt;

/// Shows the previews of one project on their card, and does what is asked for there.
class PreviewsController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    PreviewsController(const WindowServices& services, Prompt& prompt, PreviewsCard& card);

    void setProject(const Project& project);
    /// As if the person had asked for it on the card.
    void openForm();

signals:
    /// Something for the person to know, in one sentence.
    void told(const QString& sentence);
    void logRequested(miaobu::DeploymentId deployment);

private:
    void connectIntents(PreviewsIntents& intents);
    void connectServices();
    void make(const PreviewDraft& draft);
    void deployAgain(const Preview& preview);
    void change(const QString& done, const std::function<OperationId()>& begin);
    void attempt(const std::function<void()>& work);
    void refresh();
    void show();

    WindowServices m_services;
    Prompt& m_prompt;
    PreviewsCard& m_card;
    PreviewsState m_state;
    OperationId m_changing = 0;
    QString m_changed; ///< What is told when that has ended well
};

} // namespace miaobu::app
