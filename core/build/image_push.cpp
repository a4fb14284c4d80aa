#include "core/async/cancel.h"
#include "core/async/sleep.h"
#include "core/build/engine_call.h"
#include "core/build/image_builder.h"
#include "core/build/image_commands.h"
#include "core/build/image_progress.h"
#include "core/build/private_folder.h"
#include "core/build/program_run.h"
#include "core/build/push_failure.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto pushTimeout = 60min;
constexpr auto loginTimeout = 60s;
constexpr int attempts = 4;
constexpr std::chrono::milliseconds firstPause = 1s; ///< Doubled each time

/// A login that is this call's own: nothing of it comes into the person's files, and a helper that keeps logins in a
/// keyring is not asked. docker looks for such a helper unless the file already speaks of a registry.
std::unique_ptr<QTemporaryDir> loginFolder(const QString& host) {
    std::unique_ptr<QTemporaryDir> folder = privateFolder();
    const QJsonObject login{{u"auths"_s, QJsonObject{{host, QJsonObject()}}}};
    writePrivateFile(folder->filePath(u"config.json"_s), QJsonDocument(login).toJson());
    return folder;
}

Error failureOf(const ContainerEngine& engine, const QString& host, const QString& words, int exitCode) {
    Error error = pushFailure(host, words, exitCode);
    if (error.kind == ErrorKind::EngineNotRunning || error.kind == ErrorKind::EngineNotPermitted) {
        error.subject = engine.name();
    }
    return error;
}

QCoro::Task<> logIn(ContainerEngine engine, QString folder, QString host, RegistryLogin login, std::stop_token stop) {
    const QStringList arguments = loginArguments(engine, folder, host, login.user);
    const EngineAnswer answer = co_await callEngine(engine, arguments, stop, login.password, loginTimeout);
    if (!answer.isGood()) {
        throw failureOf(engine, host, QString::fromUtf8(answer.errors).trimmed().left(500), answer.exitCode);
    }
}

QString readDigest(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.read(200)).trimmed() : QString();
}

struct Push {
    BuiltImage image;
    QString reference;
    RegistryLogin login;
    ProgressHandler progress;
};

QCoro::Task<QString> pushOnce(Push push, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    const ContainerEngine& engine = push.image.engine;
    const QString host = registryHost(push.reference);
    const std::unique_ptr<QTemporaryDir> folder = loginFolder(host);
    co_await logIn(engine, folder->path(), host, push.login, stop);
    const auto layers = std::make_shared<PushLayers>(push.progress);
    const ProgramRun run{engine.program,
        pushArguments(engine, folder->path(), push.image.localReference, push.reference), {}, engine.environment,
        {QString::fromUtf8(push.login.password)}, pushTimeout,
        [layers](LogChannel channel, const QByteArray& bytes) { layers->write(channel, bytes); }};
    const StepResult result = co_await runProgram(run, *sink, stop);
    if (result.exitCode != 0) {
        throw failureOf(engine, host, result.lastLines, result.exitCode);
    }
    layers->finish();
    const QString written = readDigest(digestFile(folder->path()));
    co_return written.isEmpty() ? layers->digest() : written;
}

} // namespace

QCoro::Task<QString> ImageBuilder::push(BuiltImage image, QString remoteReference, RegistryLogin login, LogSink& log,
    ProgressHandler progress, std::stop_token stop) {
    LogSink* const sink = &log;
    if (image.engine.kind == ContainerEngine::Kind::Docker) {
        const QStringList tag{u"tag"_s, image.localReference, remoteReference};
        const EngineAnswer answer = co_await callEngine(image.engine, tag, stop);
        if (!answer.isGood()) {
            throw failureOf(image.engine, registryHost(remoteReference), answer.words(), answer.exitCode);
        }
    }
    const Push push{image, remoteReference, login, progress};
    std::chrono::milliseconds pause = firstPause;
    for (int attempt = 1;; ++attempt) {
        std::optional<Error> failure;
        try {
            const QString digest = co_await pushOnce(push, *sink, stop);
            co_return QString(digest);
        } catch (const Error& error) {
            if (!error.retryable || attempt == attempts) {
                throw;
            }
            failure = error;
        }
        throwIfCancelled(stop);
        sink->note(
            u"The registry could not be reached (%1): trying again in %2 s."_s.arg(failure->detail.section(u'\n', -1))
                .arg(pause.count() / 1000));
        co_await sleepFor(pause, stop);
        pause *= 2;
    }
}

} // namespace miaobu
