#include "aliyun/emulator/edge_runner.h"

#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/request.h"
#include "aliyun/emulator/small_file.h"
#include "core/async/error.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr int startPatience = 20'000;
constexpr int endPatience = 3'000;
constexpr int longestPause = 5'000;

QString runnerPath(const EdgeSettings& settings) {
    return settings.folder + u"/serve.mjs"_s;
}

QString routinePath(const EdgeSettings& settings) {
    // .mjs, so that Node takes it for a module wherever the folder lies.
    return settings.folder + u"/edge-routine.mjs"_s;
}

void writeFile(const QString& path, const QByteArray& content) {
    if (!replaceFile(
            QFile::encodeName(path).toStdString(), {content.constData(), static_cast<std::size_t>(content.size())})) {
        throw Error(ErrorKind::FileSystem, path);
    }
}

/// Nothing of ours is in it: no key, no token, no MIAOBU_HOME.
QProcessEnvironment plainEnvironment() {
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment plain;
    for (const QString& name :
        {u"PATH"_s, u"HOME"_s, u"LANG"_s, u"TMPDIR"_s, u"NODE_EXTRA_CA_CERTS"_s, u"SSL_CERT_FILE"_s}) {
        if (ours.contains(name)) {
            plain.insert(name, ours.value(name));
        }
    }
    return plain;
}

template <typename Address> bool canBind(int family, const Address& address) {
    const FileHandle socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (socket.descriptor() < 0) {
        return true; // A computer without IPv6 has nobody on its IPv6 ports.
    }
    const int on = 1;
    ::setsockopt(socket.descriptor(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return ::bind(socket.descriptor(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0
        || errno == EADDRNOTAVAIL;
}

} // namespace

bool isPortFree(int port) {
    sockaddr_in four{};
    four.sin_family = AF_INET;
    four.sin_port = htons(static_cast<in_port_t>(port));
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(static_cast<in_port_t>(port));
    six.sin6_addr = IN6ADDR_LOOPBACK_INIT;
    return canBind(AF_INET, four) && canBind(AF_INET6, six);
}

EdgeRunner::EdgeRunner(QString nodeProgram, EdgeSettings settings, EmulatorLog& log)
    : m_nodeProgram(std::move(nodeProgram)), m_settings(std::move(settings)), m_log(log),
      m_routineSource(m_settings.routineSource) {
    QDir().mkpath(m_settings.folder);
    writeFile(runnerPath(m_settings), m_settings.runnerSource);
    writeFile(routinePath(m_settings), m_settings.routineSource);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &EdgeRunner::launch);
    connect(&m_process, &QProcess::readyReadStandardError, this, &EdgeRunner::forwardWords);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_watching && m_process.readAllStandardOutput().contains("\"port\"")) {
            m_failures = 0;
        }
    });
    connect(&m_process, &QProcess::stateChanged, this, [this](QProcess::ProcessState state) {
        if (state == QProcess::NotRunning && m_watching) {
            restart();
        }
    });
    // The emulator takes its own signals from a descriptor and blocks them; Node shall not inherit that.
    m_process.setChildProcessModifier([] {
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
    });
}

EdgeRunner::~EdgeRunner() {
    m_watching = false;
    m_again.stop();
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(endPatience)) {
        m_process.kill();
        m_process.waitForFinished(endPatience);
    }
}

int EdgeRunner::start(int port) {
    m_port = port;
    launch();
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !timer.hasExpired(startPatience)) {
        m_process.waitForReadyRead(200);
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_process.readLine()).object();
    if (const int listening = answer.value(u"port"_s).toInt(); listening > 0) {
        m_port = listening;
        m_watching = true;
        return listening;
    }
    const QString words = QString::fromUtf8(m_process.readAllStandardError());
    m_process.kill();
    m_process.waitForFinished(endPatience);
    if (answer.value(u"error"_s).toString() == "port-taken"_L1) {
        throw Error(ErrorKind::PortTaken, QString::number(port));
    }
    throw Error(ErrorKind::EmulatorFailed, m_nodeProgram, words);
}

void EdgeRunner::replaceRoutine(const QByteArray& source) {
    if (source == m_routineSource) {
        return;
    }
    writeFile(routinePath(m_settings), source);
    m_routineSource = source;
    const QJsonObject line{{u"routine"_s, routinePath(m_settings)}};
    m_process.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

void EdgeRunner::launch() {
    m_process.setProcessEnvironment(plainEnvironment());
    m_process.setWorkingDirectory(m_settings.folder);
    m_process.start(m_nodeProgram, {runnerPath(m_settings)});
    m_process.write(greeting());
}

void EdgeRunner::restart() {
    const int pause = std::min(longestPause, 100 << std::min(m_failures, 6));
    ++m_failures;
    m_log.write(u"The site server ended with %1; it is started again in %2 ms."_s.arg(m_process.exitCode()).arg(pause));
    m_again.start(pause);
}

void EdgeRunner::forwardWords() {
    if (m_watching) {
        m_log.write(u"site server: "_s + QString::fromUtf8(m_process.readAllStandardError()).trimmed());
    }
}

QByteArray EdgeRunner::greeting() const {
    const QJsonObject object{
        {u"port"_s, m_port},
        {u"routine"_s, routinePath(m_settings)},
        {u"origin"_s, m_settings.origin.toString()},
        {u"originKey"_s, m_settings.originKey},
        {u"bucket"_s, m_settings.bucket},
        {u"namespace"_s, m_settings.kvNamespace},
        {u"baseDomain"_s, u"localhost"_s},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace miaobu::emulator
