#include "core/github/repository_calls.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QCoro::Task<ApiResponse> ask(std::shared_ptr<GitHubClient> client, ApiRequest request, std::stop_token stop) {
    try {
        ApiResponse response = co_await client->send(request, stop);
        co_return response;
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
        throw Error(ErrorKind::RepositoryNotFound, error.subject, error.detail);
    }
}

QCoro::Task<GitHubRepository> findAt(
    std::shared_ptr<GitHubClient> client, QByteArray path, QString subject, std::stop_token stop) {
    ApiRequest request;
    request.path = path;
    request.subject = subject;
    const ApiResponse response = co_await ask(client, request, stop);
    co_return repositoryFromJson(Members(readObject(response.body, subject), subject));
}

/// A list with a row that cannot be read is a list without that row: GitHub's own programs meet repositories without an owner.
QList<GitHubRepository> repositoriesIn(const QJsonArray& rows, const QString& subject) {
    QList<GitHubRepository> repositories;
    for (const QJsonValue& row : rows) {
        try {
            repositories.append(repositoryFromJson(Members(row, subject)));
        } catch (const Error&) {
            continue;
        }
    }
    if (repositories.isEmpty() && !rows.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, subject, u"no row of the list is a repository"_s);
    }
    return repositories;
}

QList<GitHubBranch> branchesIn(const QByteArray& body, const QString& fullName) {
    QList<GitHubBranch> branches;
    for (const QJsonValue& row : readArray(body, fullName)) {
        const Members branch(row, fullName);
        branches.append({branch.text("name"_L1), branch.object("commit"_L1).text("sha"_L1)});
    }
    return branches;
}

} // namespace

QByteArray repositoryPath(const QString& fullName) {
    static const QRegularExpression isFullName(u"^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"_s);
    const QString owner = fullName.section(u'/', 0, 0);
    const QString name = fullName.section(u'/', 1);
    const auto isDots = [](const QString& part) { return part == "."_L1 || part == ".."_L1; };
    if (!isFullName.match(fullName).hasMatch() || isDots(owner) || isDots(name)) {
        throw Error(ErrorKind::InvalidInput, fullName, u"OWNER/REPOSITORY is expected"_s);
    }
    return "/repos/" + fullName.toUtf8();
}

GitHubRepository repositoryFromJson(const Members& members) {
    GitHubRepository repository;
    repository.id = members.id("id"_L1);
    repository.owner = members.object("owner"_L1).text("login"_L1);
    repository.name = members.text("name"_L1);
    (void)repositoryPath(repository.fullName());
    repository.description = members.optionalText("description"_L1).left(1000);
    repository.language = members.optionalText("language"_L1).left(100);
    repository.defaultBranch = members.optionalText("default_branch"_L1);
    repository.isPrivate = members.optionalFlag("private"_L1, true);
    repository.isArchived = members.optionalFlag("archived"_L1, false);
    repository.isFork = members.optionalFlag("fork"_L1, false);
    repository.kibibytes = members.optionalNumber("size"_L1, 0);
    repository.pushedAt = QDateTime::fromString(members.optionalText("pushed_at"_L1), Qt::ISODate).toUTC();
    return repository;
}

QCoro::Task<GitHubRepository> findRepository(
    std::shared_ptr<GitHubClient> client, QString fullName, std::stop_token stop) {
    return findAt(client, repositoryPath(fullName), fullName, stop);
}

QCoro::Task<GitHubRepository> findRepository(std::shared_ptr<GitHubClient> client, qint64 id, std::stop_token stop) {
    return findAt(client, "/repositories/" + QByteArray::number(id), QString::number(id), stop);
}

QCoro::Task<QList<GitHubBranch>> listBranches(
    std::shared_ptr<GitHubClient> client, QString fullName, std::stop_token stop) {
    const GitHubBranchList nothing;
    const GitHubBranchList list = co_await listBranches(client, fullName, nothing, stop);
    QList<GitHubBranch> branches;
    for (const GitHubBranchList::Page& page : list.pages) {
        branches += page.branches;
    }
    co_return branches;
}

QCoro::Task<GitHubBranchList> listBranches(
    std::shared_ptr<GitHubClient> client, QString fullName, GitHubBranchList known, std::stop_token stop) {
    constexpr qsizetype mostPages = 50;
    ApiRequest request;
    request.path = repositoryPath(fullName) + "/branches?per_page=100";
    request.subject = fullName;
    GitHubBranchList list;
    while (!request.path.isEmpty() && list.pages.size() < mostPages) {
        // Pages are compared one by one: with a branch gone, those after it begin elsewhere.
        const GitHubBranchList::Page before = known.pages.value(list.pages.size());
        request.etag = before.etag;
        const ApiResponse response = co_await ask(client, request, stop);
        const GitHubBranchList::Page page = response.isNotModified
            ? before
            : GitHubBranchList::Page{response.etag, response.next, branchesIn(response.body, fullName)};
        list.pages.append(page);
        request.path = page.next;
    }
    list.isComplete = request.path.isEmpty();
    co_return list;
}

QCoro::Task<std::optional<QString>> findHead(
    std::shared_ptr<GitHubClient> client, QString fullName, QString branch, QString known, std::stop_token stop) {
    static const QRegularExpression isHash(u"^[0-9a-f]{40}(?:[0-9a-f]{24})?$"_s);
    ApiRequest request;
    request.path = repositoryPath(fullName) + "/commits/heads%2F" + QUrl::toPercentEncoding(branch);
    request.accept = "application/vnd.github.sha";
    request.etag = known.isEmpty() ? QByteArray() : '"' + known.toUtf8() + '"';
    request.subject = fullName;
    request.maximumBytes = 4096;
    ApiResponse response;
    try {
        response = co_await ask(client, request, stop);
    } catch (const Error& error) {
        // GitHub says "No commit found for SHA: heads/…".
        if (error.kind != ErrorKind::InvalidInput) {
            throw;
        }
        throw Error(ErrorKind::BranchNotFound, branch, error.detail);
    }
    if (response.isNotModified) {
        co_return std::nullopt;
    }
    const QString head = QString::fromLatin1(response.body.trimmed());
    if (!isHash.match(head).hasMatch()) {
        throw Error(ErrorKind::MalformedResponse, fullName, u"a commit's hash was expected"_s);
    }
    co_return std::optional(head);
}

QCoro::Task<ListedRepositories> listRepositories(
    std::shared_ptr<GitHubClient> client, RepositoryPages pages, std::stop_token stop) {
    constexpr int mostPages = 200;
    const QString host = client->host().name;
    ApiRequest request;
    request.path = "/user/repos?per_page=100&sort=pushed&direction=desc"
                   "&affiliation=owner,collaborator,organization_member";
    request.etag = pages.etag;
    ListedRepositories listed;
    for (int page = 0; page < mostPages && !request.path.isEmpty(); ++page) {
        const ApiResponse response = co_await client->send(request, stop);
        if (page == 0) {
            listed.etag = response.etag;
        }
        if (response.isNotModified) {
            listed.isUnchanged = true;
            co_return listed;
        }
        pages.onPage(repositoriesIn(readArray(response.body, host), host));
        request.path = response.next;
        request.etag.clear();
    }
    co_return listed;
}

QCoro::Task<QList<GitHubRepository>> searchRepositories(
    std::shared_ptr<GitHubClient> client, QString words, QStringList owners, std::stop_token stop) {
    constexpr qsizetype mostOwners = 20;
    const QString host = client->host().name;
    // What a person types is words, no qualifiers of GitHub's query language.
    const QString plain = words.simplified().remove(u':').remove(u'"').left(200);
    if (plain.isEmpty() || owners.isEmpty()) {
        throw Error(ErrorKind::InvalidInput, words, u"words to search for are expected"_s);
    }
    QString query = plain + u" in:name,description fork:true"_s;
    for (const QString& owner : owners.first(std::min(owners.size(), mostOwners))) {
        query += u" user:"_s + owner;
    }
    ApiRequest request;
    request.path = "/search/repositories?per_page=50&q=" + QUrl::toPercentEncoding(query);
    const ApiResponse response = co_await client->send(request, stop);
    co_return repositoriesIn(Members(readObject(response.body, host), host).array("items"_L1), host);
}

} // namespace miaobu
