#pragma once

#include <QStringList>

#include <memory>

namespace miaobu::test {

/// A smart HTTP Git server on a free port of this computer, for the bare repositories below one folder, by `git
/// http-backend`.
///   /public/X.git    open to everybody
///   /private/X.git   asks for Basic authentication: x-access-token and the token
///   /forbidden/X.git answers 403
///   /stalled/X.git   accepts the request and never answers
///   /moved/X.git     redirects to the same repository below \c redirectBase
///   /renamed/X.git   redirects to /private/X.git of this server
/// Once setLargeFiles() was called, the first two are Git LFS servers too, whose contents lie at
///   /contents/HASH   for requests with the header "Ticket: yes"
class GitHttpServer {
public:
    GitHttpServer(const QString& folder, const QString& token, const QString& redirectBase = {});
    ~GitHttpServer();
    GitHttpServer(const GitHttpServer&) = delete;
    GitHttpServer& operator=(const GitHttpServer&) = delete;

    /// \a folder holds contents as git-lfs keeps them. They are to be had at \a base (empty: of this server), which may
    /// be one that does not know them.
    void setLargeFiles(const QString& folder, const QString& base = {});

    /// From now on requests with \a part in their path are accepted and never answered; "/git-upload-pack" stops a fetch in its middle.
    void stall(const QString& part);
    /// From now on requests with \a part in their path are redirected to the same path at \a base.
    void move(const QString& part, const QString& base);

    /// For example http://127.0.0.1:40123
    [[nodiscard]] QString base() const;
    /// The Authorization header of every request so far, empty where there was none.
    [[nodiscard]] QStringList authorizations() const;
    /// Whether a request had \a part in its path.
    [[nodiscard]] bool wasAsked(const QString& part) const;
    /// The number of packs sent.
    [[nodiscard]] int packs() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace miaobu::test
