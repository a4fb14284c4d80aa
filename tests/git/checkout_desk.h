#pragma once

#include "core/async/error.h"
#include "core/git/any_source_checkout.h"
#include "tests/support/await.h"
#include "tests/support/git_fixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

namespace miaobu::test {

/// A folder with bare repositories below srv/, and a checkout with a token.
class CheckoutDesk {
public:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString served() const { return path(QStringLiteral("srv")); }
    [[nodiscard]] QString out() const { return path(QStringLiteral("out/build")); }

    /// Makes srv/\a name.git of what is in the working folder \a name, with one commit. Gives the commit.
    QString publish(const QString& name) {
        const QString work = path(name);
        const QString bare = served() + QLatin1Char('/') + name + QStringLiteral(".git");
        const QString commit = commitAll(work, QStringLiteral("Commit"));
        if (!QDir(bare).exists()) {
            git(path({}),
                {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("--bare"), QStringLiteral("-b"),
                    QStringLiteral("main"), bare});
        }
        git(work,
            {QStringLiteral("push"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("--no-verify"), bare,
                QStringLiteral("main")});
        return commit;
    }

    /// Checks \a url out into out(), with the token for the server of \a url.
    Checkout checkOut(const QString& url, bool submodules = false, std::stop_token stop = {}) {
        QDir(out()).removeRecursively();
        notes.notes.clear();
        Source source{SourceKind::Git, url, {}};
        source.submodules = submodules;
        const CredentialProvider provider = [this](QString) { return credential(token); };
        AnySourceCheckout checkout(path(QStringLiteral("mirrors")), QCoreApplication::applicationFilePath(), provider);
        return await(checkout.checkOut({source, {}, out()}, notes, {}, stop));
    }

    Error failureOf(const QString& url, bool submodules = false, std::stop_token stop = {}) {
        try {
            (void)checkOut(url, submodules, stop);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, QStringLiteral("no failure"));
    }

    /// The first file below the folder that holds \a secret; empty when there is none.
    [[nodiscard]] QString fileWith(const QString& secret) const {
        QDirIterator walk(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            if (const QString file = walk.next(); readFile(file).contains(secret.toUtf8())) {
                return file;
            }
        }
        return {};
    }

    NoteCollector notes;
    QString token;

private:
    static QCoro::Task<std::optional<GitCredential>> credential(QString secret) {
        if (secret.isEmpty()) {
            co_return std::nullopt;
        }
        GitCredential result;
        result.secret = secret;
        co_return result;
    }

    QTemporaryDir m_folder;
};

} // namespace miaobu::test
