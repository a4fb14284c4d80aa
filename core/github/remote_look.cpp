#include "core/github/remote_look.h"

#include "core/async/parallel.h"
#include "core/async/pool.h"
#include "core/detect/detector.h"
#include "core/github/listed_tree.h"
#include "core/github/repository_calls.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int mostRounds = 12;
constexpr qsizetype mostFiles = 250;
constexpr qint64 mostBytes = qint64{24} << 20;
constexpr int atOnce = 6;

using Tree = std::shared_ptr<ListedTree>;

/// One attempt with what is known so far.
struct Round {
    std::optional<BuildPlan> plan;
    std::optional<Error> error;
    QStringList missing;
};

struct HeadCommit {
    Revision revision;
    QString tree;
};

TreeEntry::Kind kindOf(const Members& entry) {
    const QString mode = entry.text("mode"_L1);
    if (mode == "120000"_L1) {
        return TreeEntry::Kind::Link;
    }
    const QString type = entry.text("type"_L1);
    return type == "tree"_L1  ? TreeEntry::Kind::Folder
        : type == "commit"_L1 ? TreeEntry::Kind::Submodule
                              : TreeEntry::Kind::File;
}

QCoro::Task<HeadCommit> findCommit(
    std::shared_ptr<GitHubClient> client, QString fullName, QString branch, std::stop_token stop) {
    ApiRequest request;
    request.path = repositoryPath(fullName) + "/commits/heads%2F" + QUrl::toPercentEncoding(branch);
    request.subject = fullName;
    std::optional<ApiResponse> response;
    try {
        response = co_await client->send(request, stop);
    } catch (const Error& error) {
        // GitHub says "No commit found for SHA: heads/…".
        if (error.kind != ErrorKind::InvalidInput && error.kind != ErrorKind::NotFound) {
            throw;
        }
    }
    if (!response) {
        Error error(ErrorKind::BranchNotFound, branch);
        const QList<GitHubBranch> branches = co_await listBranches(client, fullName, stop);
        for (const GitHubBranch& known : branches) {
            error.alternatives.append(known.name);
        }
        throw error;
    }
    const Members answer(readObject(response->body, fullName), fullName);
    const Members commit = answer.object("commit"_L1);
    HeadCommit head;
    head.tree = commit.object("tree"_L1).text("sha"_L1);
    head.revision.commit = answer.text("sha"_L1);
    head.revision.tree = head.tree;
    head.revision.branch = branch;
    head.revision.message = commit.optionalText("message"_L1).section(u'\n', 0, 0).left(500);
    head.revision.author = commit.object("author"_L1).optionalText("name"_L1).left(200);
    co_return head;
}

/// All names of the commit; null where GitHub does not say them all.
QCoro::Task<Tree> listTree(std::shared_ptr<GitHubClient> client, QString fullName, QString tree, std::stop_token stop) {
    ApiRequest request;
    request.path = repositoryPath(fullName) + "/git/trees/" + QUrl::toPercentEncoding(tree) + "?recursive=1";
    request.subject = fullName;
    ApiResponse response;
    try {
        response = co_await client->send(request, stop);
    } catch (const Error& error) {
        // Longer than any list that is said to be whole.
        if (error.kind != ErrorKind::MalformedResponse) {
            throw;
        }
        co_return Tree();
    }
    const Members answer(readObject(response.body, fullName), fullName);
    if (answer.optionalFlag("truncated"_L1, true)) {
        co_return Tree();
    }
    QList<TreeEntry> entries;
    for (const QJsonValue& value : answer.array("tree"_L1)) {
        const Members entry(value, fullName);
        entries.append({.path = entry.text("path"_L1),
            .kind = kindOf(entry),
            .blob = entry.text("sha"_L1),
            .size = entry.optionalNumber("size"_L1, 0)});
    }
    co_return std::make_shared<ListedTree>(entries);
}

Round tryToDetect(const Tree& tree, const QString& rootDirectory) {
    Round round;
    try {
        round.plan = detect(*tree, rootDirectory);
    } catch (const Error& error) {
        round.error = error;
    }
    round.missing = tree->takeMissing();
    return round;
}

QCoro::Task<> fetchBlob(std::shared_ptr<GitHubClient> client, QString fullName, Tree tree,
    std::shared_ptr<qint64> bytes, QString blob, std::stop_token stop) {
    ApiRequest request;
    request.path = repositoryPath(fullName) + "/git/blobs/" + QUrl::toPercentEncoding(blob);
    request.accept = "application/vnd.github.raw+json";
    request.subject = fullName;
    request.maximumBytes = qint64{5} << 20;
    const ApiResponse response = co_await client->send(request, stop);
    *bytes += response.body.size();
    tree->add(blob, response.body);
}

QCoro::Task<std::optional<BuildPlan>> detectIn(
    std::shared_ptr<GitHubClient> client, RemoteLookRequest request, Tree tree, std::stop_token stop) {
    const auto bytes = std::make_shared<qint64>(0);
    qsizetype files = 0;
    for (int number = 0; number < mostRounds; ++number) {
        const auto work = [tree, root = request.rootDirectory] { return tryToDetect(tree, root); };
        const Round round = co_await runOnPool(work);
        if (round.missing.isEmpty() && round.error) {
            throw Error(*round.error);
        }
        if (round.missing.isEmpty()) {
            std::optional<BuildPlan> plan = round.plan;
            co_return plan;
        }
        files += round.missing.size();
        if (files > mostFiles || *bytes > mostBytes) {
            break;
        }
        const auto fetch = [client, name = request.fullName, tree, bytes, stop](
                               const QString& blob) { return fetchBlob(client, name, tree, bytes, blob, stop); };
        co_await forEachLimited(round.missing, atOnce, fetch, stop);
    }
    co_return std::nullopt;
}

} // namespace

QCoro::Task<RemoteLook> lookRemotely(
    std::shared_ptr<GitHubClient> client, RemoteLookRequest request, std::stop_token stop) {
    const GitHubRepository repository = co_await findRepository(client, request.fullName, stop);
    request.fullName = repository.fullName();
    const QString branch = request.branch.isEmpty() ? repository.defaultBranch : request.branch;
    if (branch.isEmpty()) {
        throw Error(ErrorKind::RepositoryEmpty, request.fullName);
    }
    const HeadCommit head = co_await findCommit(client, request.fullName, branch, stop);
    const Tree tree = co_await listTree(client, request.fullName, head.tree, stop);
    RemoteLook look{repository, head.revision, std::nullopt};
    if (tree) {
        look.plan = co_await detectIn(client, request, tree, stop);
    }
    co_return look;
}

} // namespace miaobu
