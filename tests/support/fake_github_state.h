#pragma once

#include "tests/support/fake_github.h"
#include "tests/support/fake_repositories.h"

#include <QUrlQuery>

#include <httplib.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace miaobu::test {

/// The inside of the fake: what it knows, and how it answers. Handlers run on the server's threads.
struct FakeGitHub::State {
    explicit State(QString folder) : repositories(std::move(folder)) { }

    void handle(const httplib::Request& request, httplib::Response& response);

    httplib::Server server;
    std::thread thread;
    int port = 0;
    const FakeRepositories repositories;

    mutable std::condition_variable released; ///< Of fetches that are held
    mutable std::mutex mutex; ///< Guards what follows.
    QHash<QByteArray, QList<FakeAnswer>> scripts;
    QList<FakeRequest> requests;
    QJsonObject user{{QStringLiteral("id"), 583231}, {QStringLiteral("login"), QStringLiteral("li")},
        {QStringLiteral("name"), QStringLiteral("Li")}, {QStringLiteral("email"), QStringLiteral("li@example.com")}};
    QHash<QByteArray, QByteArray> tokens{{"gho_fake", "repo, read:user, user:email"}};
    QList<QByteArray> revoked;
    QByteArray clientSecret = "fake-secret";
    QByteArray challenge; ///< PKCE, of the browser sign-in that was allowed
    bool isAllowed = false;
    bool holdsFetches = false;
    int writes = 0;

private:
    /// Of one request.
    struct Call {
        QByteArray method;
        QString path; ///< Decoded, without query; of the API without its base
        QUrlQuery query;
        QByteArray body;
        QByteArray ifNoneMatch;
        QByteArray accept;
        QByteArray token;
        bool isSignedIn = false;
    };

    [[nodiscard]] FakeAnswer answerWeb(const Call& call);
    [[nodiscard]] FakeAnswer deviceCode(const Call& call);
    [[nodiscard]] FakeAnswer accessToken(const Call& call);
    [[nodiscard]] FakeAnswer authorize(const Call& call);
    [[nodiscard]] FakeAnswer answerApi(const Call& call);
    [[nodiscard]] FakeAnswer ofUser(const Call& call);
    [[nodiscard]] FakeAnswer list(const Call& call) const;
    [[nodiscard]] FakeAnswer search(const Call& call) const;
    [[nodiscard]] FakeAnswer ofRepository(const Call& call);
    [[nodiscard]] FakeAnswer content(const Call& call, const QString& fullName, const QString& rest) const;
    [[nodiscard]] FakeAnswer commits(const Call& call, const QString& fullName, const QString& rest) const;
    [[nodiscard]] FakeAnswer write(const Call& call);
    void runGit(const httplib::Request& request, httplib::Response& response, const QString& path) const;
};

/// A JSON answer.
[[nodiscard]] FakeAnswer fakeJson(const QJsonObject& object, int status = 200);
[[nodiscard]] FakeAnswer fakeJson(const QJsonArray& array, int status = 200);
/// {"message": …}
[[nodiscard]] FakeAnswer fakeFailure(int status, const QString& message);

} // namespace miaobu::test
