#include "app/shell/window_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

constexpr int patience = 5000; // Milliseconds
constexpr qint64 longestMessage = 64 * 1024;
constexpr qsizetype longestPath = 100; ///< A socket's path has 108 bytes with its end (sun_path, unix(7)).

QString socketFor(const QString& dataFolder) {
    const QString beside = dataFolder + u"/window.socket"_s;
    if (QFile::encodeName(beside).size() <= longestPath) {
        return beside;
    }
    const QByteArray name = QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return u"%1/miaobu-%2.socket"_s.arg(
        QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation), QString::fromLatin1(name));
}

} // namespace

WindowInstance::WindowInstance(const QString& dataFolder)
    : m_socket(socketFor(QDir(dataFolder).absolutePath())), m_lock(dataFolder + u"/window.lock"_s) {
    m_lock.setStaleLockTime(0); // The lock of a living process is never stale, however old.
    m_isFirst = m_lock.tryLock(0);
    if (m_isFirst) {
        listen();
    }
}

void WindowInstance::listen() {
    QLocalServer::removeServer(m_socket);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* const socket = m_server.nextPendingConnection()) {
            serve(socket);
        }
    });
    // Without a socket the window works; only a second start cannot reach it.
    m_server.listen(m_socket);
}

void WindowInstance::serve(QLocalSocket* socket) {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (socket->bytesAvailable() > longestMessage) {
            return socket->abort();
        }
        if (!socket->canReadLine()) {
            return;
        }
        const QJsonObject message = QJsonDocument::fromJson(socket->readLine(longestMessage)).object();
        if (message.value("version"_L1).toInt() != 1) {
            return socket->abort();
        }
        socket->write("ok\n");
        socket->flush();
        socket->disconnectFromServer();
        emit asked(message.value("open"_L1).toString());
    });
}

bool WindowInstance::handOver(const QString& argument) const {
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(patience)) {
        return false;
    }
    const QJsonObject message{{u"version"_s, 1}, {u"open"_s, argument}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(patience)) {
            return false;
        }
    }
    return socket.readLine() == "ok\n";
}

} // namespace miaobu::app
