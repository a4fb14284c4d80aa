#pragma once

#include "core/async/operations.h"
#include "core/github/github_access.h"
#include "core/model/github_repository.h"

#include <QObject>

namespace miaobu {

/// Lists the repositories of accounts, and looks into single ones. Belongs to the main thread, outlives the event loop.
/// Every call begins its work and returns at once; the work ends in exactly one of finished() and failed(), after the signals that carry what it found.
class RepositoryService final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive the service.
    RepositoryService(const Database& database, GitHubAccess& access, const Clock& clock);
    ~RepositoryService() override;

    /// As the list was when it was last read.
    [[nodiscard]] QList<GitHubRepository> known(const GitHubAccount& account) const;
    /// When that was, UTC; invalid for never.
    [[nodiscard]] QDateTime knownSince(const GitHubAccount& account) const;

    /// Reads the list anew: pageRead() for each page as it comes, none where it is what it was; then listed(). Projects whose repository has another
    /// name by now follow it: projectMoved().
    OperationId refresh(const GitHubAccount& account);
    /// Asks GitHub, over the account's own repositories and those of the organisations in its list. Ends in found().
    OperationId search(const GitHubAccount& account, const QString& words);
    /// One repository, by "owner/name", at \a host: with the account there, or without one. Ends in found().
    OperationId find(const QString& host, const QString& fullName);
    /// Ends in branchesFound().
    OperationId findBranches(const QString& host, const QString& fullName);

    void cancel(OperationId operation) { m_operations.cancel(operation); }
    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    /// Cancels everything and whatever is begun later; idle() follows from the event loop.
    void shutDown() { m_operations.shutDown(); }

signals:
    void pageRead(miaobu::OperationId operation, const QList<miaobu::GitHubRepository>& repositories);
    void listed(miaobu::OperationId operation, const QList<miaobu::GitHubRepository>& repositories);
    void found(miaobu::OperationId operation, const QList<miaobu::GitHubRepository>& repositories);
    void branchesFound(miaobu::OperationId operation, const QList<miaobu::GitHubBranch>& branches);
    /// The repository of a project was renamed or moved; its source says where it is now.
    void projectMoved(qint64 project);
    void finished(miaobu::OperationId operation);
    void failed(miaobu::OperationId operation, const miaobu::Error& error);
    void idle();

private:
    QCoro::Task<> executeRefresh(OperationId operation, GitHubAccount account, std::stop_token stop);
    QCoro::Task<> executeSearch(OperationId operation, GitHubAccount account, QString words, std::stop_token stop);
    QCoro::Task<> executeFind(OperationId operation, QString host, QString fullName, std::stop_token stop);
    QCoro::Task<> executeBranches(OperationId operation, QString host, QString fullName, std::stop_token stop);
    void follow(const QString& host, const QList<GitHubRepository>& repositories);

    const Database& m_database;
    GitHubAccess& m_access;
    const Clock& m_clock;
    Operations m_operations;
};

} // namespace miaobu
