#pragma once

#include "app/screens/connect/connect_state.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QObject>

namespace miaobu::app {

class ConnectPage;
class Prompt;

/// Leads from an access key to a target that is set up. Holds the key until the target is stored, and no longer.
class ConnectController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    ConnectController(const WindowServices& services, Prompt& prompt, ConnectPage& page);
    ~ConnectController() override;

    /// Begins afresh, or goes on with a setup that runs. A new project may wait for the target.
    void begin(bool leadsBackToDeploying);
    /// Another page is shown: what was entered is forgotten, a setup goes on.
    void suspend();

signals:
    void opened();
    /// The person gave up before anything was stored.
    void left(bool backToDeploying);
    /// \a target is stored; it may not be set up yet.
    void connected(const QString& target, bool backToDeploying);
    void told(const QString& text);

private:
    void connectPage();
    void connectService();
    void takeKey(const AccessKey& key, KeepSecret keep, const TargetConfig& endpoints);
    void identify();
    void findChoices();
    void addSite(const SiteDraft& site);
    void lookAtSite(qint64 siteId);
    void takeAddition(const SiteAddition& addition);
    void takeProof(bool isActive);
    void store();
    void plan();
    void setUp();
    void lookAgain();
    void leave();
    void onFinished();
    void onFailed(const Error& error);
    void onStoreFailed(const Error& error);
    void fail(const Error& error);
    void stop();
    void forget();
    void show();
    [[nodiscard]] bool isOurs(OperationId operation) const { return operation != 0 && operation == m_operation; }

    enum class Work { None, Identify, Choices, AddSite, LookAtSite, Store, Plan, SetUp };
    void begin(Work work, OperationId operation);

    WindowServices m_services;
    Prompt& m_prompt;
    ConnectPage& m_page;
    ConnectState m_state;
    AccessKey m_key;
    Work m_work = Work::None;
    OperationId m_operation = 0;
    qint64 m_lookedAt = 0; ///< The site whose proof is looked for
};

} // namespace miaobu::app
