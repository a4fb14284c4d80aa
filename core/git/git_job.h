#pragma once

#include "core/async/error.h"
#include "core/model/source.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace miaobu {

/// A name and a secret for one server. Travels to the worker on its standard input only.
struct GitCredential {
    QString user = QStringLiteral("x-access-token");
    QString secret; ///< Empty: none
    QString origin; ///< serverOf() the one server that may get it.
};

/// Whether \a credential may go along with a request to \a url: to its own origin only, and only by https or within
/// this computer.
[[nodiscard]] bool mayBeSent(const GitCredential& credential, const QString& url);

/// What the Git worker is asked to do.
enum class GitTask {
    Checkout, ///< Put one commit of one repository into a fresh folder.
    FindHead, ///< Say where the branch is.
    Compare, ///< Say what the commit changed since GitJob::base.
    ListBranches, ///< Say where every branch is.
};

struct GitJob {
    GitTask task = GitTask::Checkout;
    QString location; ///< As readGitLocation() reads it.
    QString branch; ///< Empty: the default branch.
    QString commit; ///< Empty: the head of the branch.
    QString base; ///< Full hash; only for GitTask::Compare.
    QString subfolder; ///< Only this folder of the commit, as the root; empty: all of it.
    QString destination;
    QString mirrorFolder;
    bool submodules = false; ///< Also the repositories it names as submodules, each at the commit it names.
    GitCredential credential;
};

/// The head of a branch.
struct BranchHead {
    QString branch;
    QString commit; ///< Full hash
};

/// How a commit lies to an earlier one, as far as what was fetched tells.
struct CommitComparison {
    enum class Order { Newer, Older, Aside, Unknown };
    Order order = Order::Unknown;
    QString message; ///< Whole
    QString author;
    QStringList files; ///< That differ, relative to the repository.
    bool isComplete = false; ///< Whether these are all.
};

[[nodiscard]] QByteArray toJson(const GitJob& job);
/// \throws Error(Internal)
[[nodiscard]] GitJob gitJobFromJson(const QByteArray& json);

[[nodiscard]] QJsonObject toJson(const Revision& revision);
[[nodiscard]] Revision revisionFromJson(const QJsonObject& json);

[[nodiscard]] QJsonObject toJson(const BranchHead& head);
[[nodiscard]] BranchHead branchHeadFromJson(const QJsonObject& json);

[[nodiscard]] QJsonObject toJson(const CommitComparison& comparison);
[[nodiscard]] CommitComparison commitComparisonFromJson(const QJsonObject& json);

[[nodiscard]] QJsonObject toJson(const Error& error);
[[nodiscard]] Error errorFromJson(const QJsonObject& json);

} // namespace miaobu
