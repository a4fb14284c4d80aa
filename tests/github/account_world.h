#pragma once

#include "core/async/sleep.h"
#include "core/github/sign_in_service.h"
#include "core/secrets/session_secrets.h"
#include "core/store/database.h"
#include "core/store/github_account_table.h"
#include "tests/github/github_scene.h"
#include "tests/github/memory_keychain.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

#include <functional>

namespace miaobu::test {

/// A person's computer with a fake GitHub in reach.
struct AccountWorld {
    explicit AccountWorld(const QString& repositories = {}) : fake(repositories) { }

    GitHubAccessParts accessParts() {
        return {.database = database,
            .secrets = secrets,
            .clock = clock,
            .http = http,
            .lockFile = folder.filePath(QStringLiteral("github.lock")),
            .environment = environmentOf(fake)};
    }
    SignInParts signInParts() {
        return {.database = database,
            .access = access,
            .secrets = secrets,
            .clock = clock,
            .shell = shell,
            .http = http,
            .pause = [this](std::chrono::milliseconds duration, std::stop_token stop) {
                clock.advance(duration);
                return sleepFor(std::chrono::milliseconds(5), stop);
            }};
    }

    /// Runs what \a begin begins to its end; the error it ended with, if any.
    std::optional<Error> run(const std::function<OperationId()>& begin) {
        std::optional<Error> failure;
        bool isOver = false;
        OperationId mine = 0;
        QObject listener;
        QObject::connect(&signIn, &SignInService::finished, &listener,
            [&](OperationId operation) { isOver = isOver || operation == mine; });
        QObject::connect(&signIn, &SignInService::failed, &listener, [&](OperationId operation, const Error& error) {
            if (operation == mine) {
                failure = error;
                isOver = true;
            }
        });
        mine = begin();
        if (!QTest::qWaitFor([&] { return isOver; }, 20'000)) {
            qFatal("it did not end");
        }
        return failure;
    }
    std::optional<Error> signInWith(const QByteArray& token, KeepSecret keep = KeepSecret::InKeychain) {
        return run([&] { return signIn.byToken(gitHubCom, token, keep); });
    }
    [[nodiscard]] QList<GitHubAccount> accounts() const { return access.accounts(); }

    QTemporaryDir folder;
    FakeGitHub fake;
    HandClock clock;
    Database database{folder.filePath(QStringLiteral("miaobu.db"))};
    MemoryKeychain keychain;
    SessionSecrets secrets{keychain};
    LoginShell shell;
    std::shared_ptr<HttpClient> http = std::make_shared<HttpClient>();
    GitHubAccess access{accessParts()};
    SignInService signIn{signInParts()};
};

} // namespace miaobu::test
