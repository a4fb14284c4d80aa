#include "core/github/callback_listener.h"

#include "core/async/error.h"

#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype longestRequest = 16 << 10;

QByteArray response(const QByteArray& status, const QByteArray& page) {
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
          "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nX-Content-Type-Options: "
          "nosniff\r\n"
          "Connection: close\r\nContent-Length: "
        + QByteArray::number(page.size()) + "\r\n\r\n" + page;
}

} // namespace

CallbackListener::CallbackListener(QByteArray state, QByteArray page)
    : m_state(std::move(state)), m_page(std::move(page)) {
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost))) {
        throw Error(ErrorKind::PortTaken, u"127.0.0.1"_s, m_server.errorString());
    }
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
}

QByteArray CallbackListener::address() const {
    return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/callback";
}

void CallbackListener::accept() {
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        // The sockets are children of the server, so that none of them outlives this.
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void CallbackListener::read(QTcpSocket& socket) {
    const QByteArray head = socket.peek(longestRequest);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() >= longestRequest) {
            socket.abort();
        }
        return;
    }
    (void)socket.readAll();
    const bool isTaken = take(head.left(head.indexOf("\r\n")));
    socket.write(isTaken ? response("200 OK", m_page) : response("404 Not Found", "<!doctype html><title>404</title>"));
    socket.flush();
    socket.disconnectFromHost();
    if (isTaken) {
        m_server.close();
        m_called.complete();
    }
}

bool CallbackListener::take(const QByteArray& requestLine) {
    const QList<QByteArray> parts = requestLine.split(' ');
    if (m_callback || parts.size() != 3 || parts.first() != "GET") {
        return false;
    }
    const QUrl url = QUrl::fromEncoded(parts.at(1), QUrl::StrictMode);
    const QUrlQuery query(url);
    if (url.path() != "/callback"_L1 || !url.host().isEmpty()
        || !equalInConstantTime(query.queryItemValue(u"state"_s, QUrl::FullyDecoded).toUtf8(), m_state)) {
        return false;
    }
    m_callback = Callback{
        query.queryItemValue(u"code"_s, QUrl::FullyDecoded), query.queryItemValue(u"error"_s, QUrl::FullyDecoded)};
    return true;
}

bool equalInConstantTime(const QByteArray& left, const QByteArray& right) {
    if (left.size() != right.size()) {
        return false;
    }
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i) {
        difference |= left.at(i) ^ right.at(i);
    }
    return difference == 0;
}

} // namespace miaobu
