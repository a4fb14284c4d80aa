#pragma once

#include "core/async/operations.h"
#include "core/github/github_access.h"
#include "core/model/deployment.h"

#include <QObject>
#include <QSet>

namespace miaobu {

/// Tells GitHub of the deployments of its repositories, so that their pages show the site: a deployment with its states, and a mark beside the
/// commit. One after the other; what was overtaken meanwhile is left out. What fails is said once for each project and harms nothing.
/// Nothing is told of this computer as a target, of previews, of sources that were changed by hand, and where the token may not.
/// Belongs to the main thread, outlives the event loop.
class DeploymentReporter final : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    DeploymentReporter(const Database& database, GitHubAccess& access);
    ~DeploymentReporter() override;

    /// As Deployer::deploymentChanged() tells it.
    void noteDeployment(const Deployment& deployment);
    /// Tells what became of deployments that GitHub still takes for being under way: the program was ended meanwhile.
    void catchUp();
    /// The project and its sites are gone.
    void noteRemoval(ProjectId project);

    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    /// Sends nothing more; idle() follows from the event loop.
    void shutDown() { m_operations.shutDown(); }

signals:
    /// Once for each project until telling works again.
    void failed(miaobu::ProjectId project, const miaobu::Error& error);
    void idle();

private:
    /// What is to be told of one deployment.
    struct Message {
        DeploymentId deployment = 0;
        ProjectId project = 0;
        QString state; ///< As GitHub calls it
        Deployment told; ///< Without an id for one whose project is gone
    };

    void enqueue(const Message& message);
    QCoro::Task<> executeMessages(std::stop_token stop);
    QCoro::Task<> tell(Message message, std::stop_token stop);
    QCoro::Task<> tellNew(Message message, std::stop_token stop);
    QCoro::Task<> tellState(Message message, std::stop_token stop);
    void noteFailure(ProjectId project, const Error& error);

    const Database& m_database;
    GitHubAccess& m_access;
    Operations m_operations;
    QList<Message> m_waiting;
    QSet<ProjectId> m_failing;
    QSet<ProjectId> m_notPermitted; ///< Until the next start
    bool m_isTelling = false;
};

} // namespace miaobu
