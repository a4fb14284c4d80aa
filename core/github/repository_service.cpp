#include "core/github/repository_service.h"

#include "core/github/repository_calls.h"
#include "core/store/github_account_table.h"
#include "core/store/github_repository_table.h"
#include "core/store/project_repository_table.h"
#include "core/store/project_table.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QStringList ownersIn(const GitHubAccount& account, const QList<GitHubRepository>& repositories) {
    QStringList owners{account.login};
    for (const GitHubRepository& repository : repositories) {
        if (!owners.contains(repository.owner)) {
            owners.append(repository.owner);
        }
    }
    owners.removeAll(QString());
    return owners;
}

} // namespace

RepositoryService::RepositoryService(const Database& database, GitHubAccess& access, const Clock& clock)
    : m_database(database), m_access(access), m_clock(clock),
      m_operations({.finished = [this](OperationId operation) { emit finished(operation); },
          .failed = [this](OperationId operation, const Error& error) { emit failed(operation, error); },
          .idle = [this] { emit idle(); }}) { }

RepositoryService::~RepositoryService() = default;

QList<GitHubRepository> RepositoryService::known(const GitHubAccount& account) const {
    return GitHubRepositoryTable(m_database).ofAccount(account.id);
}

QDateTime RepositoryService::knownSince(const GitHubAccount& account) const {
    return GitHubRepositoryTable(m_database).listing(account.id).readAt;
}

OperationId RepositoryService::refresh(const GitHubAccount& account) {
    return m_operations.begin([this, account](OperationId operation, std::stop_token stop) {
        return executeRefresh(operation, account, stop);
    });
}

OperationId RepositoryService::search(const GitHubAccount& account, const QString& words) {
    return m_operations.begin([this, account, words](OperationId operation, std::stop_token stop) {
        return executeSearch(operation, account, words, stop);
    });
}

OperationId RepositoryService::find(const QString& host, const QString& fullName) {
    return m_operations.begin([this, host, fullName](OperationId operation, std::stop_token stop) {
        return executeFind(operation, host, fullName, stop);
    });
}

OperationId RepositoryService::findBranches(const QString& host, const QString& fullName) {
    return m_operations.begin([this, host, fullName](OperationId operation, std::stop_token stop) {
        return executeBranches(operation, host, fullName, stop);
    });
}

QCoro::Task<> RepositoryService::executeRefresh(OperationId operation, GitHubAccount account, std::stop_token stop) {
    const GitHubRepositoryTable table(m_database);
    const std::shared_ptr<GitHubClient> client = co_await m_access.open(account, stop);
    const auto read = std::make_shared<QList<GitHubRepository>>();
    RepositoryPages pages;
    pages.etag = table.listing(account.id).etag;
    pages.onPage = [this, operation, read](const QList<GitHubRepository>& repositories) {
        read->append(repositories);
        emit pageRead(operation, repositories);
    };
    const ListedRepositories result = co_await listRepositories(client, pages, stop);
    // The account of the environment has no row that a list could belong to; others may have signed out meanwhile.
    const bool isStored = GitHubAccountTable(m_database).find(account.id).has_value();
    if (isStored && result.isUnchanged) {
        table.touch(account.id, m_clock.now());
    } else if (isStored) {
        table.replace(account.id, *read, {result.etag, m_clock.now()});
    }
    const QList<GitHubRepository> all = isStored ? table.ofAccount(account.id) : *read;
    follow(account.host, all);
    emit listed(operation, all);
}

QCoro::Task<> RepositoryService::executeSearch(
    OperationId operation, GitHubAccount account, QString words, std::stop_token stop) {
    const std::shared_ptr<GitHubClient> client = co_await m_access.open(account, stop);
    const QStringList owners = ownersIn(account, known(account));
    const QList<GitHubRepository> repositories = co_await searchRepositories(client, words, owners, stop);
    emit found(operation, repositories);
}

QCoro::Task<> RepositoryService::executeFind(
    OperationId operation, QString host, QString fullName, std::stop_token stop) {
    const std::shared_ptr<GitHubClient> client = co_await m_access.openHost(host, stop);
    const GitHubRepository repository = co_await findRepository(client, fullName, stop);
    const QList<GitHubRepository> one{repository};
    emit found(operation, one);
}

QCoro::Task<> RepositoryService::executeBranches(
    OperationId operation, QString host, QString fullName, std::stop_token stop) {
    const std::shared_ptr<GitHubClient> client = co_await m_access.openHost(host, stop);
    const QList<GitHubBranch> branches = co_await listBranches(client, fullName, stop);
    emit branchesFound(operation, branches);
}

void RepositoryService::follow(const QString& host, const QList<GitHubRepository>& repositories) {
    const ProjectRepositoryTable links(m_database);
    const ProjectTable projects(m_database);
    for (ProjectRepository link : links.all()) {
        const auto now = std::ranges::find(repositories, link.repository, &GitHubRepository::id);
        if (link.host != host || now == repositories.end() || now->fullName() == link.fullName) {
            continue;
        }
        std::optional<Project> project = projects.find(link.project);
        const GitHubHost place = m_access.host(host);
        if (project && project->source.location == place.cloneUrl(link.fullName)) {
            project->source.location = place.cloneUrl(now->fullName());
            projects.update(*project);
        }
        link.fullName = now->fullName();
        links.put(link);
        emit projectMoved(link.project);
    }
}

} // namespace miaobu
