#pragma once

#include "tests/support/git_fixture.h"

#include <QDir>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace miaobu::test {

/// Bare repositories, as a GitHub has them.
struct Shelf {
    using Files = QHash<QString, QByteArray>;

    /// \a said is what GitHub says of it beside what it finds.
    void add(const QString& fullName, const QJsonObject& said = {}, const Files& files = {}) {
        const QString place = initRepository(work(fullName));
        commit(fullName, files.isEmpty() ? Files{{QStringLiteral("index.html"), "<h1>hi</h1>"}} : files,
            QStringLiteral("first"));
        QDir().mkpath(folder.filePath(QStringLiteral("bare/") + fullName.section(QLatin1Char('/'), 0, 0)));
        git(place,
            {QStringLiteral("clone"), QStringLiteral("--quiet"), QStringLiteral("--bare"), QStringLiteral("."),
                bare(fullName)});
        say(fullName, said);
    }
    void say(const QString& fullName, const QJsonObject& said) {
        writeFile(folder.filePath(QStringLiteral("bare/") + fullName + QStringLiteral(".json")),
            QJsonDocument(said).toJson());
    }
    /// Changes \a files, and pushes that. Gives the commit.
    QString push(const QString& fullName, const Files& files, const QString& message) const {
        const QString hash = commit(fullName, files, message);
        git(work(fullName),
            {QStringLiteral("push"), QStringLiteral("--quiet"), bare(fullName), QStringLiteral("main")});
        return hash;
    }
    [[nodiscard]] QString work(const QString& fullName) const {
        return folder.filePath(QStringLiteral("work/") + fullName);
    }
    [[nodiscard]] QString bare(const QString& fullName) const {
        return folder.filePath(QStringLiteral("bare/") + fullName + QStringLiteral(".git"));
    }
    [[nodiscard]] QString root() const { return folder.filePath(QStringLiteral("bare")); }

    QTemporaryDir folder;

private:
    [[nodiscard]] QString commit(const QString& fullName, const Files& files, const QString& message) const {
        for (auto file = files.begin(); file != files.end(); ++file) {
            writeFile(work(fullName) + QLatin1Char('/') + file.key(), file.value());
        }
        return commitAll(work(fullName), message);
    }
};

} // namespace miaobu::test
