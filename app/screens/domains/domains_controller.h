#pragma once

#include "app/screens/domains/domains_state.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QObject>
#include <QTimer>

namespace miaobu::app {

class DomainsIntents;
class DomainsTab;
class Prompt;

/// Shows the domains of one project on their tab, and does what is asked for there.
class DomainsController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    DomainsController(const WindowServices& services, Prompt& prompt);

    void attach(DomainsTab& tab);
    void setProject(const Project& project);
    void refresh();

signals:
    /// Something for the person to know, in one sentence.
    void told(const QString& sentence);

private:
    void connectIntents(DomainsIntents& intents);
    void connectServices();
    void attempt(const std::function<void()>& work);
    void serve(const QString& host, const QString& target, DeploymentId pinned);
    void show();

    WindowServices m_services;
    Prompt& m_prompt;
    DomainsTab* m_tab = nullptr;
    Project m_project;
    DomainsState m_state;
    OperationId m_adding = 0;
    OperationId m_changing = 0;
    OperationId m_writing = 0;
    QTimer m_second;
};

} // namespace miaobu::app
