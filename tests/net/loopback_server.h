#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace miaobu::test {

/// What the server got, byte for byte.
struct ReceivedRequest {
    QByteArray line; ///< "GET /path HTTP/1.1"
    QByteArray head; ///< All header lines
    QByteArray body;

    [[nodiscard]] bool has(const QByteArray& headerLine) const { return head.contains("\r\n" + headerLine + "\r\n"); }
};

/// An HTTP server in the test's own event loop, whose every byte the test decides.
class LoopbackServer : public QTcpServer {
public:
    using Handler = std::function<void(const ReceivedRequest&, QTcpSocket&)>;

    explicit LoopbackServer(Handler handler) : m_handler(std::move(handler)) {
        if (!listen(QHostAddress::LocalHost)) {
            qFatal("no loopback port");
        }
        connect(this, &QTcpServer::newConnection, this, &LoopbackServer::accept);
    }

    [[nodiscard]] QByteArray url(const QByteArray& target) const {
        return "http://127.0.0.1:" + QByteArray::number(serverPort()) + target;
    }
    static QByteArray answer(
        const QByteArray& body, const QByteArray& status = "200 OK", const QByteArray& headers = {}) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers
            + "\r\n" + body;
    }

    QList<ReceivedRequest> requests;
    int connections = 0;

private:
    void accept() {
        while (QTcpSocket* const socket = nextPendingConnection()) {
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket& socket) {
        QByteArray& input = m_input[&socket];
        input += socket.readAll();
        const qsizetype headEnd = input.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        const QByteArray head = input.first(headEnd + 2);
        const qsizetype lengthAt = head.toLower().indexOf("\r\ncontent-length: ");
        const qsizetype length = lengthAt < 0 ? 0 : head.mid(lengthAt + 18).split('\r').first().toLongLong();
        if (input.size() < headEnd + 4 + length) {
            return;
        }
        const qsizetype lineEnd = head.indexOf("\r\n");
        requests.append({head.first(lineEnd), head.sliced(lineEnd), input.mid(headEnd + 4, length)});
        input.remove(0, headEnd + 4 + length);
        m_handler(requests.last(), socket);
    }

    Handler m_handler;
    QHash<QTcpSocket*, QByteArray> m_input;
};

} // namespace miaobu::test
