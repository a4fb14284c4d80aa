#include "tests/support/fake_github.h"

#include "tests/support/fake_github_state.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace miaobu::test {

FakeGitHub::FakeGitHub(QString folder, int port) : m_state(std::make_unique<State>(std::move(folder))) {
    const auto handler = [state = m_state.get()](const httplib::Request& request, httplib::Response& response) {
        state->handle(request, response);
    };
    httplib::Server& server = m_state->server;
    server.Get("/.*", handler);
    server.Post("/.*", handler);
    server.Delete("/.*", handler);
    server.Patch("/.*", handler);
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(1000);
    if (port == 0) {
        m_state->port = server.bind_to_any_port("127.0.0.1");
    } else {
        m_state->port = server.bind_to_port("127.0.0.1", port) ? port : -1;
    }
    if (m_state->port <= 0) {
        qFatal("the fake GitHub got no port");
    }
    m_state->thread = std::thread([&server] { server.listen_after_bind(); });
}

FakeGitHub::~FakeGitHub() {
    while (!m_state->server.is_running()) {
        std::this_thread::yield();
    }
    holdFetches(false);
    m_state->server.stop();
    m_state->thread.join();
}

QByteArray FakeGitHub::webBase() const {
    return "http://127.0.0.1:" + QByteArray::number(m_state->port);
}

QByteArray FakeGitHub::apiBase() const {
    return webBase() + "/api/v3";
}

void FakeGitHub::script(const QByteArray& method, const QByteArray& path, FakeAnswer answer) {
    const std::lock_guard lock(m_state->mutex);
    m_state->scripts[method + ' ' + path].append(std::move(answer));
}

void FakeGitHub::setUser(const QJsonObject& user) {
    const std::lock_guard lock(m_state->mutex);
    m_state->user = user;
}

void FakeGitHub::addToken(const QByteArray& token, const QByteArray& scopes) {
    const std::lock_guard lock(m_state->mutex);
    m_state->tokens.insert(token, scopes);
}

void FakeGitHub::revokeToken(const QByteArray& token) {
    const std::lock_guard lock(m_state->mutex);
    m_state->tokens.remove(token);
    m_state->revoked.append(token);
}

QList<QByteArray> FakeGitHub::revokedTokens() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->revoked;
}

void FakeGitHub::allow() {
    const std::lock_guard lock(m_state->mutex);
    m_state->isAllowed = true;
}

void FakeGitHub::setClientSecret(const QByteArray& secret) {
    const std::lock_guard lock(m_state->mutex);
    m_state->clientSecret = secret;
}

void FakeGitHub::holdFetches(bool held) {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->holdsFetches = held;
    }
    m_state->released.notify_all();
}

QList<FakeRequest> FakeGitHub::requests() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->requests;
}

QList<FakeRequest> FakeGitHub::requestsTo(const QByteArray& path) const {
    QList<FakeRequest> found;
    for (const FakeRequest& request : requests()) {
        QByteArray own = request.target.left(
            request.target.indexOf('?') < 0 ? request.target.size() : request.target.indexOf('?'));
        if (own == path || own == "/api/v3" + path) {
            found.append(request);
        }
    }
    return found;
}

void FakeGitHub::forgetRequests() {
    const std::lock_guard lock(m_state->mutex);
    m_state->requests.clear();
}

} // namespace miaobu::test
