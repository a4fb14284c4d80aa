#include "core/github/commit_calls.h"

#include "core/github/json_reading.h"
#include "core/github/repository_calls.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<GitHubCommit> findCommit(
    std::shared_ptr<GitHubClient> client, QString fullName, QString commit, std::stop_token stop) {
    ApiRequest request;
    request.path = repositoryPath(fullName) + "/commits/" + commit.toLatin1();
    request.subject = fullName;
    const ApiResponse response = co_await client->send(request, stop);
    const Members members = Members(readObject(response.body, fullName), fullName).object("commit"_L1);
    GitHubCommit found{members.optionalText("message"_L1), {}};
    if (members.has("author"_L1)) {
        found.author = members.object("author"_L1).optionalText("name"_L1);
    }
    co_return found;
}

QCoro::Task<GitHubComparison> compareCommits(
    std::shared_ptr<GitHubClient> client, QString fullName, QString base, QString head, std::stop_token stop) {
    constexpr qsizetype mostNamed = 300;
    ApiRequest request;
    // One commit a page: they are not read, the files are.
    request.path = repositoryPath(fullName) + "/compare/" + base.toLatin1() + "..." + head.toLatin1() + "?per_page=1";
    request.subject = fullName;
    GitHubComparison comparison;
    ApiResponse response;
    try {
        response = co_await client->send(request, stop);
    } catch (const Error& error) {
        // A commit that a force-push removed.
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
        co_return comparison;
    }
    const Members members(readObject(response.body, fullName), fullName);
    comparison.status = members.text("status"_L1);
    const QJsonArray files = members.has("files"_L1) ? members.array("files"_L1) : QJsonArray();
    for (const QJsonValue& file : files) {
        const Members row(file, fullName);
        comparison.files.append(row.text("filename"_L1));
        if (const QString before = row.optionalText("previous_filename"_L1); !before.isEmpty()) {
            comparison.files.append(before);
        }
    }
    comparison.isComplete = files.size() < mostNamed;
    co_return comparison;
}

} // namespace miaobu
