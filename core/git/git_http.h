#pragma once

#include "core/git/http_exchange.h"

#include <git2.h>
#include <git2/sys/transport.h>

#include <memory>
#include <optional>

namespace miaobu {

/// The http(s) transport that libgit2 uses in place of its own, which follows redirects to other ports of a host with
/// the credential (GIT_REMOTE_REDIRECT_NONE notwithstanding, and telling the callback the first URL), trusts a fixed CA
/// file and says only in words what went wrong. https://git-scm.com/docs/http-protocol
class GitHttp {
public:
    GitHttp(QString url, GitCredential credential);

    /// A transport for \a remote, as git_remote_callbacks::transport gives it. It must not outlive this.
    int makeTransport(git_transport** out, git_remote* remote);

    /// What went wrong in the last exchange, which libgit2 cannot carry.
    [[nodiscard]] std::optional<Error> takeFailure();

    /// Begins a request. The credential goes along once the server has asked for it, where mayBeSent() allows it. The
    /// first request follows a redirect that stays within the origin: a repository that was renamed. \throws Error(RepositoryNotFound), (AuthenticationRequired),
    /// (Redirected), (HttpStatus) …
    [[nodiscard]] std::unique_ptr<HttpExchange> begin(const QByteArray& path, const QByteArray& body);

    void fail(const Error& error);

private:
    static int makeSubtransport(git_smart_subtransport** out, git_transport* owner, void* self);
    [[nodiscard]] std::unique_ptr<HttpExchange> ask(const QByteArray& path, const QByteArray& body);
    /// Whether \a exchange tells of a new place on the same server, which is then asked from now on.
    [[nodiscard]] bool movesTo(HttpExchange& exchange, const QByteArray& path);
    void check(HttpExchange& exchange) const;

    QString m_url;
    GitCredential m_credential;
    bool m_isAsked = false;
    CurlMulti m_connections;
    git_smart_subtransport_definition m_definition;
    std::optional<Error> m_failure;
};

} // namespace miaobu
