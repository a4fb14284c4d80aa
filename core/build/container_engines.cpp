#include "core/build/container_engines.h"

#include "core/async/cancel.h"
#include "core/build/engine_call.h"
#include "core/build/node_places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto patience = 10s;
constexpr int firstWithoutBuildKit = 23; ///< From here on docker's own BuildKit client is the buildx plugin.

QString shortened(const QString& words) {
    return words.trimmed().left(500);
}

/// The engine's words for a call that failed before it said anything.
EngineFinding notAnswering(EngineFinding finding, const Error& error) {
    finding.state = error.kind == ErrorKind::Timeout ? EngineState::NotRunning : EngineState::Broken;
    finding.detail = error.detail;
    return finding;
}

bool isEmulatedByPodman(const EngineAnswer& answer) {
    return answer.errors.contains("Emulate Docker CLI using podman") || answer.output.contains("libpod");
}

/// How the person's current context reaches the engine: a login of our own looks into no contexts.
QCoro::Task<QString> contextHost(ContainerEngine engine, std::stop_token stop) {
    const QStringList question{u"context"_s, u"inspect"_s, u"--format"_s, u"{{.Endpoints.docker.Host}}"_s};
    const EngineAnswer answer = co_await callEngine(engine, question, stop, {}, patience);
    co_return answer.isGood() ? QString::fromUtf8(answer.output).trimmed() : QString();
}

QCoro::Task<EngineFinding> lookAtDocker(ContainerEngine engine, std::stop_token stop) {
    EngineFinding finding{u"docker"_s, EngineState::Broken, engine, {}};
    const QStringList question{u"version"_s, u"--format"_s, u"{{json .}}"_s};
    const EngineAnswer answer = co_await callEngine(engine, question, stop, {}, patience);
    const QJsonObject said = QJsonDocument::fromJson(answer.output).object();
    finding.engine.version = said.value(u"Client"_s).toObject().value(u"Version"_s).toString();
    finding.engine.architecture = said.value(u"Server"_s).toObject().value(u"Arch"_s).toString();
    finding.state = engineState(answer.exitCode, answer.words());
    if (!finding.isReady()) {
        finding.detail = shortened(QString::fromUtf8(answer.errors));
        co_return finding;
    }
    const QStringList plugin{u"buildx"_s, u"version"_s};
    const EngineAnswer buildx = co_await callEngine(engine, plugin, stop, {}, patience);
    if (buildx.isGood()) {
        finding.engine.builder = ContainerEngine::Builder::Buildx;
    } else if (finding.engine.version.section(u'.', 0, 0).toInt() < firstWithoutBuildKit) {
        finding.engine.builder = ContainerEngine::Builder::BuildKit;
    }
    const QStringList more{u"info"_s, u"--format"_s, u"{{json .SecurityOptions}}"_s};
    const EngineAnswer security = co_await callEngine(engine, more, stop, {}, patience);
    finding.engine.isRootless = security.output.contains("name=rootless");
    if (!engine.environment.contains(u"DOCKER_HOST"_s)) {
        if (const QString host = co_await contextHost(engine, stop); !host.isEmpty()) {
            finding.engine.environment.insert(u"DOCKER_HOST"_s, host);
        }
    }
    co_return finding;
}

/// Podman brings no init of its own: it is a package that is only recommended.
bool hasPodmanInit() {
    return QFile::exists(u"/usr/libexec/podman/catatonit"_s) || QFile::exists(u"/usr/lib/podman/catatonit"_s);
}

QCoro::Task<EngineFinding> lookAtPodman(ContainerEngine engine, QString name, std::stop_token stop) {
    engine.kind = ContainerEngine::Kind::Podman;
    engine.builder = ContainerEngine::Builder::Podman;
    engine.hasInit = hasPodmanInit();
    EngineFinding finding{name, EngineState::Broken, engine, {}};
    const QStringList question{u"info"_s, u"--format"_s, u"json"_s};
    const EngineAnswer answer = co_await callEngine(engine, question, stop, {}, patience);
    const QJsonObject said = QJsonDocument::fromJson(answer.output).object();
    const QJsonObject host = said.value(u"host"_s).toObject();
    finding.engine.version = said.value(u"version"_s).toObject().value(u"Version"_s).toString();
    finding.engine.architecture = host.value(u"arch"_s).toString();
    finding.engine.isRootless = host.value(u"security"_s).toObject().value(u"rootless"_s).toBool();
    finding.state = engineState(answer.exitCode, answer.words());
    finding.detail = finding.isReady() ? QString() : shortened(QString::fromUtf8(answer.errors));
    co_return finding;
}

QCoro::Task<EngineFinding> lookAt(QString name, ContainerEngine engine, std::stop_token stop) {
    EngineFinding finding{name, EngineState::Missing, engine, {}};
    if (engine.program.isEmpty()) {
        co_return finding;
    }
    std::optional<Error> failure;
    try {
        if (name == u"podman") {
            co_return co_await lookAtPodman(engine, name, stop);
        }
        // Distributions ship podman under docker's name.
        const QStringList question{u"--version"_s};
        const EngineAnswer answer = co_await callEngine(engine, question, stop, {}, patience);
        if (isEmulatedByPodman(answer) || answer.output.startsWith("podman")) {
            co_return co_await lookAtPodman(engine, name, stop);
        }
        co_return co_await lookAtDocker(engine, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        failure = error;
    }
    co_return notAnswering(finding, *failure);
}

} // namespace

ContainerEngines::ContainerEngines(QProcessEnvironment host, LoginShell& shell)
    : m_host(std::move(host)), m_shell(shell) { }

QCoro::Task<QList<EngineFinding>> ContainerEngines::look(std::stop_token stop) {
    const QString wanted = m_host.value(u"MIAOBU_CONTAINER_ENGINE"_s);
    QList<EngineFinding> findings;
    if (wanted == u"none") {
        co_return findings;
    }
    const QStringList candidates = wanted.isEmpty() ? QStringList{u"docker"_s, u"podman"_s} : QStringList{wanted};
    const QString path = co_await m_shell.path(stop);
    for (const QString& candidate : candidates) {
        ContainerEngine engine;
        engine.program = candidate.startsWith(u'/') ? candidate : findProgram(candidate, path);
        engine.environment = engineEnvironment(m_host, path);
        const QString name = candidate.section(u'/', -1);
        const EngineFinding finding = co_await lookAt(name, engine, stop);
        findings.append(finding);
    }
    co_return findings;
}

QCoro::Task<ContainerEngine> ContainerEngines::find(std::stop_token stop) {
    const QList<EngineFinding> findings = co_await look(stop);
    co_return readyEngine(findings);
}

ContainerEngine readyEngine(const QList<EngineFinding>& findings) {
    const EngineFinding* best = nullptr;
    for (const EngineFinding& finding : findings) {
        if (finding.isReady()) {
            return finding.engine;
        }
        // What only has to be started is worth more words than what is not there.
        if (finding.state != EngineState::Missing && !best) {
            best = &finding;
        }
    }
    if (!best) {
        throw Error(ErrorKind::EngineMissing);
    }
    const ErrorKind kind = best->state == EngineState::NotPermitted ? ErrorKind::EngineNotPermitted
        : best->state == EngineState::NotRunning                    ? ErrorKind::EngineNotRunning
                                                                    : ErrorKind::EngineMissing;
    Error error(kind, best->name, best->detail);
    error.retryable = true;
    throw error;
}

} // namespace miaobu
