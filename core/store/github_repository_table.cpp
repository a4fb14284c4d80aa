#include "core/store/github_repository_table.h"

#include "core/store/row_values.h"
#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

GitHubRepository fromRow(const QSqlQuery& row) {
    return {
        .id = row.value(0).toLongLong(),
        .owner = row.value(1).toString(),
        .name = row.value(2).toString(),
        .description = row.value(3).toString(),
        .language = row.value(4).toString(),
        .defaultBranch = row.value(5).toString(),
        .isPrivate = row.value(6).toBool(),
        .isArchived = row.value(7).toBool(),
        .isFork = row.value(8).toBool(),
        .kibibytes = row.value(9).toLongLong(),
        .pushedAt = timeFrom(row.value(10)),
    };
}

void bind(QSqlQuery& query, qsizetype position, const GitHubRepository& repository) {
    query.bindValue(u":id"_s, repository.id);
    query.bindValue(u":position"_s, static_cast<qint64>(position));
    query.bindValue(u":owner"_s, textValue(repository.owner));
    query.bindValue(u":name"_s, textValue(repository.name));
    query.bindValue(u":description"_s, textValue(repository.description));
    query.bindValue(u":language"_s, textValue(repository.language));
    query.bindValue(u":branch"_s, textValue(repository.defaultBranch));
    query.bindValue(u":private"_s, repository.isPrivate);
    query.bindValue(u":archived"_s, repository.isArchived);
    query.bindValue(u":fork"_s, repository.isFork);
    query.bindValue(u":size"_s, repository.kibibytes);
    query.bindValue(u":pushed"_s, timeValue(repository.pushedAt));
}

} // namespace

QList<GitHubRepository> GitHubRepositoryTable::ofAccount(GitHubAccountId account) const {
    QSqlQuery query = m_database.prepare(uR"(
        SELECT id, owner, name, description, language, default_branch, is_private, is_archived, is_fork, kibibytes,
            pushed_at
        FROM github_repository WHERE account = ? ORDER BY position)"_s);
    query.addBindValue(account);
    Database::run(query);
    QList<GitHubRepository> repositories;
    while (query.next()) {
        repositories.append(fromRow(query));
    }
    return repositories;
}

RepositoryListing GitHubRepositoryTable::listing(GitHubAccountId account) const {
    QSqlQuery query = m_database.prepare(u"SELECT etag, read_at FROM github_listing WHERE account = ?"_s);
    query.addBindValue(account);
    Database::run(query);
    return query.next() ? RepositoryListing{query.value(0).toByteArray(), timeFrom(query.value(1))}
                        : RepositoryListing{};
}

void GitHubRepositoryTable::replace(
    GitHubAccountId account, const QList<GitHubRepository>& repositories, const RepositoryListing& listing) const {
    Transaction transaction(m_database.connection());
    QSqlQuery old = m_database.prepare(u"DELETE FROM github_repository WHERE account = ?"_s);
    old.addBindValue(account);
    Database::run(old);
    // A repository that was pushed to while the pages were read is on two of them.
    QSqlQuery query = m_database.prepare(uR"(
        INSERT OR IGNORE INTO github_repository
            (account, id, position, owner, name, description, language, default_branch, is_private, is_archived,
             is_fork, kibibytes, pushed_at)
        VALUES (:account, :id, :position, :owner, :name, :description, :language, :branch, :private, :archived, :fork,
            :size, :pushed))"_s);
    for (qsizetype i = 0; i < repositories.size(); ++i) {
        query.bindValue(u":account"_s, account);
        bind(query, i, repositories.at(i));
        Database::run(query);
    }
    QSqlQuery look
        = m_database.prepare(u"INSERT OR REPLACE INTO github_listing (account, etag, read_at) VALUES (?, ?, ?)"_s);
    look.addBindValue(account);
    look.addBindValue(listing.etag.isNull() ? QByteArray("") : listing.etag);
    look.addBindValue(timeValue(listing.readAt));
    Database::run(look);
    transaction.commit();
}

void GitHubRepositoryTable::touch(GitHubAccountId account, const QDateTime& readAt) const {
    QSqlQuery query = m_database.prepare(u"UPDATE github_listing SET read_at = ? WHERE account = ?"_s);
    query.addBindValue(timeValue(readAt));
    query.addBindValue(account);
    Database::run(query);
}

} // namespace miaobu
