#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

class QLocalSocket;

namespace miaobu::app {

/// Keeps one window to one folder of data: a further start hands what it was asked for over to the first one, and ends.
/// The lock ends with the process however it ends; a socket that a crash left behind is replaced by the next holder of the lock.
class WindowInstance final : public QObject {
    Q_OBJECT

public:
    /// \a dataFolder: Home::data. Two folders are two programs.
    explicit WindowInstance(const QString& dataFolder);

    /// Whether this process is the one that shows the window. It listens from then on.
    [[nodiscard]] bool isFirst() const { return m_isFirst; }
    /// Asks the first one to come to the front and to open \a argument (a folder, a miaobu:// link, or nothing).
    /// Waits up to five seconds for its answer; false when there is none.
    [[nodiscard]] bool handOver(const QString& argument) const;
    [[nodiscard]] QString socketPath() const { return m_socket; }

signals:
    /// Another start wants the window; \a argument comes from outside and is to be judged.
    void asked(const QString& argument);

private:
    void listen();
    void serve(QLocalSocket* socket);

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
    bool m_isFirst = false;
};

} // namespace miaobu::app
