#pragma once

#include "core/model/push_watch.h"
#include "core/store/database.h"

#include <QHash>
#include <QList>

namespace miaobu {

/// Which projects deploy on push, and how far each has come. A cheap view over the database.
class WatchTable {
public:
    explicit WatchTable(const Database& database) : m_database(database) { }

    /// What is stored of \a project; a record that is switched off where there is nothing.
    [[nodiscard]] WatchRecord ofProject(ProjectId project) const;
    /// Those that are switched on.
    [[nodiscard]] QList<ProjectId> enabled() const;

    /// Switching on begins anew: where the branch is by then is where it begins.
    void setEnabled(ProjectId project, bool enabled) const;
    void setPaths(ProjectId project, const QStringList& paths) const;
    /// Switching on begins anew: branches that are there by then become no previews until they are pushed.
    void setBranches(ProjectId project, bool enabled) const;
    /// Where the branches of \a project were when they were last looked at.
    [[nodiscard]] QHash<QString, QString> branchHeads(ProjectId project) const;
    /// Takes \a commit of \a branch for this process. \returns false when somebody had it already.
    [[nodiscard]] bool claimBranch(ProjectId project, const QString& branch, const QString& commit) const;
    /// An empty \a commit forgets the branch.
    void setBranchHead(ProjectId project, const QString& branch, const QString& commit) const;

    /// \a head was judged.
    void setSeen(ProjectId project, const QString& head, const PushOutcome& outcome) const;
    /// Takes \a commit for this process: it is now the last deployed one. \returns false when it was already.
    [[nodiscard]] bool claim(ProjectId project, const QString& commit) const;
    void setLastDeployed(ProjectId project, const QString& commit) const;

private:
    void forgetBranches(ProjectId project) const;
    void set(ProjectId project, const QString& column, const QVariant& value) const;

    const Database& m_database;
};

} // namespace miaobu
