#include "core/build/engine_call.h"

#include "core/process/run_process.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype mostKept = 1024 * 1024;

using Name = QLatin1StringView;

constexpr std::array names{Name("HOME"), Name("USER"), Name("LOGNAME"), Name("LANG"), Name("TZ"), Name("TMPDIR"),
    Name("DBUS_SESSION_BUS_ADDRESS"), Name("SSL_CERT_FILE"), Name("SSL_CERT_DIR"), Name("HTTP_PROXY"),
    Name("HTTPS_PROXY"), Name("ALL_PROXY"), Name("NO_PROXY")};
constexpr std::array prefixes{Name("LC_"), Name("XDG_"), Name("DOCKER_"), Name("CONTAINER"), Name("BUILDX_"),
    Name("BUILDKIT_"), Name("REGISTRY_AUTH_FILE"), Name("STORAGE_")};

bool isForEngines(const QString& name) {
    const auto equals = [&name](Name known) { return name.compare(known, Qt::CaseInsensitive) == 0; };
    const auto begins = [&name](Name prefix) { return name.startsWith(prefix); };
    return std::ranges::any_of(names, equals) || std::ranges::any_of(prefixes, begins);
}

void append(QByteArray& kept, const QByteArray& bytes) {
    kept.append(bytes.first(std::min(bytes.size(), mostKept - kept.size())));
}

} // namespace

QString EngineAnswer::words() const {
    return QString::fromUtf8(output + '\n' + errors).trimmed();
}

QCoro::Task<EngineAnswer> callEngine(ContainerEngine engine, QStringList arguments, std::stop_token stop,
    QByteArray input, std::chrono::milliseconds timeout) {
    const auto answer = std::make_shared<EngineAnswer>();
    const OutputHandler onOutput = [answer](LogChannel channel, const QByteArray& bytes) {
        append(channel == LogChannel::Output ? answer->output : answer->errors, bytes);
    };
    Command command;
    command.program = engine.program;
    command.arguments = arguments;
    command.workingDirectory = QDir::rootPath();
    command.environment = engine.environment;
    command.input = input;
    command.timeout = timeout;
    const ProcessResult result = co_await runProcess(command, onOutput, stop);
    answer->exitCode = result.exitCode;
    co_return EngineAnswer(*answer);
}

QCoro::Task<bool> doesAnswer(ContainerEngine engine) {
    const QStringList question{u"version"_s};
    try {
        const EngineAnswer answer = co_await callEngine(engine, question, {}, {}, std::chrono::seconds(10));
        co_return answer.isGood();
    } catch (const Error&) {
        co_return false;
    }
}

QProcessEnvironment engineEnvironment(const QProcessEnvironment& host, const QString& path) {
    QProcessEnvironment environment;
    const QStringList known = host.keys();
    for (const QString& name : known) {
        if (isForEngines(name)) {
            environment.insert(name, host.value(name));
        }
    }
    // An engine of another computer is reached by ssh.
    if (host.value(u"DOCKER_HOST"_s).startsWith(u"ssh://"_s) && host.contains(u"SSH_AUTH_SOCK"_s)) {
        environment.insert(u"SSH_AUTH_SOCK"_s, host.value(u"SSH_AUTH_SOCK"_s));
    }
    environment.insert(u"PATH"_s, path);
    return environment;
}

} // namespace miaobu
