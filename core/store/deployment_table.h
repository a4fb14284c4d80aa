#pragma once

#include "core/model/deployment.h"
#include "core/model/project_variable.h"
#include "core/store/database.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace miaobu {

/// The deployments. A cheap view over the database: make one wherever it is needed.
class DeploymentTable {
public:
    explicit DeploymentTable(const Database& database) : m_database(database) { }

    [[nodiscard]] std::optional<Deployment> find(DeploymentId id) const;
    [[nodiscard]] std::optional<Deployment> findByNumber(ProjectId project, int number) const;
    /// Newest first, at most \a limit; -1: all.
    [[nodiscard]] QList<Deployment> ofProject(ProjectId project, int limit = -1) const;
    /// The newest deployment of every project's site, where there is one; not those of its previews.
    [[nodiscard]] QList<Deployment> latestOfEach() const;
    /// The one that answers the project's own host on \a target.
    [[nodiscard]] std::optional<Deployment> live(ProjectId project, const QString& target) const;
    /// Queued and running ones of every process, oldest first.
    [[nodiscard]] QList<Deployment> active() const;
    /// Complete ones (live or ready) on \a target whose build key is \a buildKey, newest first.
    [[nodiscard]] QList<Deployment> withBuildKey(
        ProjectId project, const QString& target, const QString& buildKey) const;

    /// Gives \a deployment its number and stores it, owned by the process \a owner.
    /// \throws Error(DeploymentActive) when the site, or the preview that it is of, has an active one on the same target.
    [[nodiscard]] Deployment insert(Deployment deployment, const QString& owner) const;
    /// Stores a deployment that another computer made, under its own number; under the next one where that is taken.
    [[nodiscard]] Deployment adopt(Deployment deployment) const;
    /// \throws Error(DeploymentUnknown), Error(DeploymentActive) when it becomes active beside another one.
    void update(const Deployment& deployment) const;
    void setPinned(DeploymentId id, bool pinned) const;
    void setBuildKey(DeploymentId id, const QString& buildKey) const;

    /// Names of the variables that were given by hand when it was begun; their values are not stored.
    [[nodiscard]] QStringList variableNames(DeploymentId id) const;
    void setVariableNames(DeploymentId id, const QStringList& names) const;
    /// The project's own variables that it got.
    [[nodiscard]] VariableRevisions variableRevisions(DeploymentId id) const;
    void setVariableRevisions(DeploymentId id, const VariableRevisions& revisions) const;

    void setStageTimes(DeploymentId id, const StageTimes& times) const;
    /// Of complete deployments of \a project on \a target, newest first, at most \a limit.
    [[nodiscard]] QList<StageTimes> stageTimes(ProjectId project, const QString& target, int limit) const;

    /// The process that runs it, as core/deploy/owner.h writes it.
    [[nodiscard]] QString owner(DeploymentId id) const;
    /// Hands the deployment to \a owner and forgets a cancel that was asked of the one before.
    void setOwner(DeploymentId id, const QString& owner) const;
    /// Asks the process that runs it to cancel.
    void requestCancel(DeploymentId id) const;
    /// The active ones whose cancelling was asked for.
    [[nodiscard]] QList<DeploymentId> cancelRequested() const;

private:
    [[nodiscard]] int nextNumber(ProjectId project) const;
    void insertRow(const Deployment& deployment, const QString& owner) const;
    void setField(DeploymentId id, const QString& column, const QVariant& value) const;
    [[nodiscard]] QVariant field(DeploymentId id, const QString& column) const;

    const Database& m_database;
};

} // namespace miaobu
