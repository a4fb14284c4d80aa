#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <memory>
#include <utility>

namespace miaobu::test {

/// One answer, as a test scripts it.
struct FakeAnswer {
    int status = 200;
    QByteArray body{};
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray contentType = "application/json; charset=utf-8";
};

/// What the fake got.
struct FakeRequest {
    QByteArray method;
    QByteArray target; ///< Path and query, as sent
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case
    QByteArray body;
};

/// A GitHub of its own on a free port of this computer, web and API side, for MIAOBU_GITHUB_WEB_BASE and MIAOBU_GITHUB_API_BASE.
///
/// Its repositories are the bare ones in a folder, OWNER/NAME.git: lists, branches, trees, contents and commits are read from them, and they can be
/// fetched (git http-backend) with a token as the password. What is said of one comes from OWNER/NAME.json beside it ({"private": true, "id": 7 …}).
/// Sign-in: the code FAKE-CODE is pending until allow() was called. Every answer can be replaced by a script.
/// Thread-safe; requests are answered on threads of its own.
class FakeGitHub {
public:
    /// \a folder of bare repositories; empty for none. \a port 0 takes a free one.
    explicit FakeGitHub(QString folder = {}, int port = 0);
    ~FakeGitHub();
    FakeGitHub(const FakeGitHub&) = delete;
    FakeGitHub& operator=(const FakeGitHub&) = delete;

    [[nodiscard]] QByteArray webBase() const; ///< "http://127.0.0.1:40123"
    [[nodiscard]] QByteArray apiBase() const; ///< "http://127.0.0.1:40123/api/v3"

    /// The next request whose method and path (without query; of the API without its base) are these is answered with \a answer, once; several
    /// scripts for the same are taken in turn.
    void script(const QByteArray& method, const QByteArray& path, FakeAnswer answer);

    /// The one person of this GitHub, as GET /user says it.
    void setUser(const QJsonObject& user);
    /// A token that is good, and its scopes. There is one from the start: "gho_fake", with all of them.
    void addToken(const QByteArray& token, const QByteArray& scopes = "repo, read:user, user:email");
    /// From now on it is refused.
    void revokeToken(const QByteArray& token);
    [[nodiscard]] QList<QByteArray> revokedTokens() const;
    /// The person allows the code FAKE-CODE: the next poll gets "gho_fake".
    void allow();
    /// The person is asked in the browser and allows at once: GET /login/oauth/authorize leads back with a code.
    void setClientSecret(const QByteArray& secret);

    /// Whether fetches of repositories are taken and not answered, until they may go on.
    void holdFetches(bool held);

    [[nodiscard]] QList<FakeRequest> requests() const;
    /// Those to \a path, without query.
    [[nodiscard]] QList<FakeRequest> requestsTo(const QByteArray& path) const;
    void forgetRequests();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace miaobu::test
