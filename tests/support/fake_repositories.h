#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace miaobu::test {

/// The bare repositories below a folder, OWNER/NAME.git, as GitHub's API tells of them.
class FakeRepositories {
public:
    explicit FakeRepositories(QString folder) : m_folder(std::move(folder)) { }

    [[nodiscard]] QString folder() const { return m_folder; }
    /// Newest push first.
    [[nodiscard]] QJsonArray all() const;
    /// By "owner/name" as it is or, with "oldName" in its .json, was; or by its number.
    [[nodiscard]] std::optional<QJsonObject> find(const QString& nameOrId) const;
    [[nodiscard]] QJsonArray branches(const QString& fullName) const;
    /// Full hash of a branch ("heads/main"), a tag or a hash; empty where there is none.
    [[nodiscard]] QString commit(const QString& fullName, const QString& reference) const;
    /// As GET /repos/…/commits/… says it.
    [[nodiscard]] QJsonObject commitObject(const QString& fullName, const QString& hash) const;
    /// As GET /repos/…/git/trees/…?recursive=1 says it; nothing where there is no such tree.
    [[nodiscard]] std::optional<QJsonObject> tree(const QString& fullName, const QString& hash) const;
    /// The bytes of a blob; nothing where there is none.
    [[nodiscard]] std::optional<QByteArray> blob(const QString& fullName, const QString& hash) const;
    /// The bytes of a file at a commit.
    [[nodiscard]] std::optional<QByteArray> file(
        const QString& fullName, const QString& path, const QString& reference) const;
    /// Paths that differ between two commits; nothing where one is missing.
    [[nodiscard]] std::optional<QStringList> changed(
        const QString& fullName, const QString& base, const QString& head) const;
    [[nodiscard]] bool isEmpty(const QString& fullName) const;

private:
    [[nodiscard]] QJsonObject describe(const QString& owner, const QString& name) const;
    [[nodiscard]] std::optional<QByteArray> git(const QString& fullName, const QStringList& arguments) const;

    QString m_folder;
};

} // namespace miaobu::test
