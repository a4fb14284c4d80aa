#include "core/git/git_http.h"

#include "core/git/git_location.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// libgit2 calls C functions; no exception may pass through it.
template <typename Work> int guarded(GitHttp& http, Work work) {
    try {
        work();
        return 0;
    } catch (const Error& error) {
        http.fail(error);
        return GIT_EUSER;
    }
}

/// What libgit2 writes is the request; it is sent when the answer is first read.
struct Stream : git_smart_subtransport_stream {
    GitHttp* http = nullptr;
    QByteArray path;
    QByteArray body;
    std::unique_ptr<HttpExchange> exchange;
};

int readStream(git_smart_subtransport_stream* base, char* buffer, std::size_t size, std::size_t* count) {
    auto* stream = static_cast<Stream*>(base);
    return guarded(*stream->http, [&] {
        if (!stream->exchange) {
            stream->exchange = stream->http->begin(stream->path, stream->body);
        }
        *count = stream->exchange->read(buffer, size);
    });
}

int writeStream(git_smart_subtransport_stream* base, const char* bytes, std::size_t size) {
    static_cast<Stream*>(base)->body.append(bytes, static_cast<qsizetype>(size));
    return 0;
}

struct Subtransport : git_smart_subtransport {
    GitHttp* http = nullptr;
};

int beginAction(
    git_smart_subtransport_stream** out, git_smart_subtransport* base, const char*, git_smart_service_t action) {
    if (action != GIT_SERVICE_UPLOADPACK_LS && action != GIT_SERVICE_UPLOADPACK) {
        return GIT_EINVALIDSPEC;
    }
    auto stream = std::make_unique<Stream>();
    stream->subtransport = base;
    stream->read = &readStream;
    stream->write = &writeStream;
    stream->free = [](git_smart_subtransport_stream* self) { delete static_cast<Stream*>(self); };
    stream->http = static_cast<Subtransport*>(base)->http;
    stream->path = action == GIT_SERVICE_UPLOADPACK_LS ? "/info/refs?service=git-upload-pack" : "/git-upload-pack";
    *out = stream.release();
    return 0;
}

} // namespace

GitHttp::GitHttp(QString url, GitCredential credential)
    : m_url(std::move(url)), m_credential(std::move(credential)), m_connections(curl_multi_init()),
      m_definition{&GitHttp::makeSubtransport, 1, this} { }

int GitHttp::makeTransport(git_transport** out, git_remote* remote) {
    return git_transport_smart(out, remote, &m_definition);
}

int GitHttp::makeSubtransport(git_smart_subtransport** out, git_transport*, void* self) {
    auto subtransport = std::make_unique<Subtransport>();
    subtransport->action = &beginAction;
    subtransport->close = [](git_smart_subtransport*) { return 0; };
    subtransport->free = [](git_smart_subtransport* base) { delete static_cast<Subtransport*>(base); };
    subtransport->http = static_cast<GitHttp*>(self);
    *out = subtransport.release();
    return 0;
}

std::optional<Error> GitHttp::takeFailure() {
    return std::exchange(m_failure, std::nullopt);
}

void GitHttp::fail(const Error& error) {
    m_failure = error;
}

std::unique_ptr<HttpExchange> GitHttp::ask(const QByteArray& path, const QByteArray& body) {
    HttpExchange::Request request{m_url.toUtf8() + path, body, {}, {}};
    if (!body.isEmpty()) {
        request.headers
            = {"Content-Type: application/x-git-upload-pack-request", "Accept: application/x-git-upload-pack-result"};
    }
    if (m_isAsked && mayBeSent(m_credential, m_url)) {
        request.credential = m_credential;
    }
    return std::make_unique<HttpExchange>(m_connections.get(), std::move(request));
}

std::unique_ptr<HttpExchange> GitHttp::begin(const QByteArray& path, const QByteArray& body) {
    constexpr long unauthorized = 401;
    constexpr int mostMoves = 5;
    auto exchange = ask(path, body);
    for (int moves = 0; moves < mostMoves; ++moves) {
        if (exchange->status() == unauthorized && !m_isAsked && mayBeSent(m_credential, m_url)) {
            m_isAsked = true;
        } else if (!body.isEmpty() || !movesTo(*exchange, path)) {
            break;
        }
        exchange = ask(path, body);
    }
    check(*exchange);
    return exchange;
}

bool GitHttp::movesTo(HttpExchange& exchange, const QByteArray& path) {
    const QString place = QString::fromLatin1(path.left(path.indexOf('?')));
    const QString target = exchange.redirectTarget();
    if (!target.endsWith(place) || serverOf(target) != serverOf(m_url)) {
        return false;
    }
    m_url = target.chopped(place.size());
    return true;
}

void GitHttp::check(HttpExchange& exchange) const {
    const long status = exchange.status();
    switch (status) {
    case 200:
        break;
    case 401:
    case 403:
        throw Error(ErrorKind::AuthenticationRequired, m_url, u"HTTP %1"_s.arg(status));
    case 404:
    case 410:
        throw Error(ErrorKind::RepositoryNotFound, m_url, u"HTTP %1"_s.arg(status));
    default:
        if (const QString target = exchange.redirectTarget(); !target.isEmpty()) {
            throw Error(ErrorKind::Redirected, m_url, target);
        }
        throw Error(ErrorKind::HttpStatus, m_url, u"HTTP %1"_s.arg(status));
    }
    if (!exchange.contentType().startsWith(u"application/x-git-upload-pack-"_s)) {
        throw Error(
            ErrorKind::RepositoryNotFound, m_url, u"the server answers with something else than a Git repository"_s);
    }
}

} // namespace miaobu
