#pragma once

#include "core/model/project.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace miaobu {

/// Where a branch is.
struct PushHead {
    QString commit; ///< Full hash
    QString branch;

    bool operator==(const PushHead&) const = default;
};

/// How a commit lies to one from before it.
enum class CommitRelation {
    Newer,
    Older,
    Aside, ///< The branch was rewritten.
    Unknown,
};

/// What a push brought.
struct PushComparison {
    CommitRelation relation = CommitRelation::Unknown;
    QString message; ///< The whole message of the new head.
    QString author;
    QStringList files; ///< That differ between the two, relative to the repository.
    bool isComplete = false; ///< Whether these are all of them.
};

/// The branches of a repository, as far as its server told them.
struct BranchList {
    QList<PushHead> heads;
    bool isComplete = false; ///< Whether these are all: one that is not among them is gone.
};

/// Asks the server of a project's repository.
class PushSource {
public:
    virtual ~PushSource() = default;

    /// The head of the branch that \a project deploys; nothing where that is still \a known.
    /// \throws Error(SignInNeeded), (AuthenticationRequired), (RateLimited with retryAt), (BranchNotFound), (RepositoryNotFound), and what the
    /// network fails of
    virtual QCoro::Task<std::optional<PushHead>> head(Project project, QString known, std::stop_token stop) = 0;
    /// Every branch. \throws as head(), but for Error(BranchNotFound)
    virtual QCoro::Task<BranchList> branches(Project project, std::stop_token stop) = 0;
    /// \a base may be gone: then the relation is unknown and the list not complete. \throws as head()
    virtual QCoro::Task<PushComparison> compare(Project project, QString base, PushHead head, std::stop_token stop) = 0;
};

} // namespace miaobu
