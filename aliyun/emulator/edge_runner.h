#pragma once

#include "aliyun/emulator/emulator_log.h"

#include <QByteArray>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace miaobu::emulator {

/// What the runner is told on its standard input.
struct EdgeSettings {
    QString folder; ///< Where the runner and the routine are put as files
    QByteArray runnerSource;
    QByteArray routineSource;
    QUrl origin;
    QString originKey;
    QString bucket;
    QString kvNamespace;
};

/// The Node.js process that answers visitors, started again when it dies.
class EdgeRunner : public QObject {
    Q_OBJECT

public:
    EdgeRunner(QString nodeProgram, EdgeSettings settings, EmulatorLog& log);
    /// Ends the process and waits until it is gone.
    ~EdgeRunner() override;

    /// Starts it and waits until it listens on \a port of 127.0.0.1 and ::1; 0 is any free one. \returns the port
    /// \throws Error(PortTaken, port), Error(EmulatorFailed, "node", its last words), Error(FileSystem)
    int start(int port);
    /// The next visitor is answered by \a source; visits under way go on. A routine that cannot be loaded is told to the
    /// log, and every visitor is answered with 500. \throws Error(FileSystem)
    void replaceRoutine(const QByteArray& source);

private:
    void launch();
    void restart();
    void forwardWords();
    [[nodiscard]] QByteArray greeting() const;

    const QString m_nodeProgram;
    const EdgeSettings m_settings;
    EmulatorLog& m_log;
    QByteArray m_routineSource;
    QProcess m_process;
    QTimer m_again;
    int m_port = 0;
    int m_failures = 0;
    bool m_watching = false;
};

/// Whether nobody listens on \a port of either loopback address.
[[nodiscard]] bool isPortFree(int port);

} // namespace miaobu::emulator
