#include "core/store/github_account_table.h"

#include "core/store/row_values.h"
#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString columns = u"id, host, user_id, login, name, email, knows_scopes, scopes, way, needs_sign_in, is_current, "
                        "signed_in_at"_s;

GitHubAccount fromRow(const QSqlQuery& row) {
    return {
        .id = row.value(0).toLongLong(),
        .host = row.value(1).toString(),
        .userId = row.value(2).toLongLong(),
        .login = row.value(3).toString(),
        .name = row.value(4).toString(),
        .email = row.value(5).toString(),
        .knowsScopes = row.value(6).toBool(),
        .scopes = row.value(7).toString().split(u' ', Qt::SkipEmptyParts),
        .way = signInWayFromName(row.value(8).toString()),
        .needsSignIn = row.value(9).toBool(),
        .isCurrent = row.value(10).toBool(),
        .signedInAt = timeFrom(row.value(11)),
    };
}

std::optional<GitHubAccount> first(QSqlQuery query) {
    Database::run(query);
    return query.next() ? std::optional(fromRow(query)) : std::nullopt;
}

} // namespace

QList<GitHubAccount> GitHubAccountTable::all() const {
    QSqlQuery query
        = m_database.prepare(u"SELECT "_s + columns + u" FROM github_account ORDER BY is_current DESC, host, login"_s);
    Database::run(query);
    QList<GitHubAccount> accounts;
    while (query.next()) {
        accounts.append(fromRow(query));
    }
    return accounts;
}

std::optional<GitHubAccount> GitHubAccountTable::find(GitHubAccountId id) const {
    QSqlQuery query = m_database.prepare(u"SELECT "_s + columns + u" FROM github_account WHERE id = ?"_s);
    query.addBindValue(id);
    return first(std::move(query));
}

std::optional<GitHubAccount> GitHubAccountTable::findUser(const QString& host, qint64 userId) const {
    QSqlQuery query
        = m_database.prepare(u"SELECT "_s + columns + u" FROM github_account WHERE host = ? AND user_id = ?"_s);
    query.addBindValue(textValue(host));
    query.addBindValue(userId);
    return first(std::move(query));
}

GitHubAccount GitHubAccountTable::put(const GitHubAccount& account) const {
    Transaction transaction(m_database.connection());
    QSqlQuery query = m_database.prepare(uR"(
        INSERT INTO github_account
            (host, user_id, login, name, email, knows_scopes, scopes, way, needs_sign_in, is_current, signed_in_at)
        VALUES (:host, :user, :login, :name, :email, :knows, :scopes, :way, :needs,
            NOT EXISTS (SELECT 1 FROM github_account WHERE is_current = 1), :at)
        ON CONFLICT (host, user_id) DO UPDATE SET login = excluded.login, name = excluded.name,
            email = excluded.email, knows_scopes = excluded.knows_scopes, scopes = excluded.scopes,
            way = excluded.way, needs_sign_in = excluded.needs_sign_in, signed_in_at = excluded.signed_in_at
        RETURNING id)"_s);
    query.bindValue(u":host"_s, textValue(account.host));
    query.bindValue(u":user"_s, account.userId);
    query.bindValue(u":login"_s, textValue(account.login));
    query.bindValue(u":name"_s, textValue(account.name));
    query.bindValue(u":email"_s, textValue(account.email));
    query.bindValue(u":knows"_s, account.knowsScopes);
    query.bindValue(u":scopes"_s, textValue(account.scopes.join(u' ')));
    query.bindValue(u":way"_s, signInWayName(account.way));
    query.bindValue(u":needs"_s, account.needsSignIn);
    query.bindValue(u":at"_s, timeValue(account.signedInAt));
    Database::run(query);
    query.next();
    const GitHubAccountId id = query.value(0).toLongLong();
    query.finish();
    transaction.commit();
    return find(id).value_or(account);
}

void GitHubAccountTable::setCurrent(GitHubAccountId id) const {
    Transaction transaction(m_database.connection());
    m_database.execute(u"UPDATE github_account SET is_current = 0"_s);
    QSqlQuery query = m_database.prepare(u"UPDATE github_account SET is_current = 1 WHERE id = ?"_s);
    query.addBindValue(id);
    Database::run(query);
    transaction.commit();
}

void GitHubAccountTable::setNeedsSignIn(GitHubAccountId id, bool needsSignIn) const {
    QSqlQuery query = m_database.prepare(u"UPDATE github_account SET needs_sign_in = ? WHERE id = ?"_s);
    query.addBindValue(needsSignIn);
    query.addBindValue(id);
    Database::run(query);
}

void GitHubAccountTable::remove(GitHubAccountId id) const {
    Transaction transaction(m_database.connection());
    QSqlQuery query = m_database.prepare(u"DELETE FROM github_account WHERE id = ?"_s);
    query.addBindValue(id);
    Database::run(query);
    m_database.execute(uR"(
        UPDATE github_account SET is_current = 1
        WHERE id = (SELECT id FROM github_account ORDER BY signed_in_at DESC LIMIT 1)
            AND NOT EXISTS (SELECT 1 FROM github_account WHERE is_current = 1))"_s);
    transaction.commit();
}

} // namespace miaobu
