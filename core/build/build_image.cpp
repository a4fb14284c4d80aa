#include "core/build/build_image.h"

#include "core/build/engine_call.h"
#include "core/build/program_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto pullTimeout = 60min;
constexpr auto questionTimeout = 2min;
constexpr QLatin1StringView usualPath("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");

/// Swallows what a question prints; its answer is read from the result.
class SilentLog final : public LogSink {
public:
    void write(LogChannel, const QByteArray&) override { }
    void note(const QString&) override { }
};

QString pathIn(const QJsonArray& variables) {
    for (const QJsonValue& variable : variables) {
        if (variable.toString().startsWith(u"PATH="_s)) {
            return variable.toString().mid(5);
        }
    }
    return usualPath;
}

/// Of the line "node v22.11.0" in \a answer.
std::optional<Version> versionIn(const QString& answer, const QString& program) {
    const QRegularExpression line(u"^%1 (\\S+)$"_s.arg(program), QRegularExpression::MultilineOption);
    return parseVersion(line.match(answer).captured(1));
}

/// \a image with what the engine says of it; without an id when the engine does not hold it.
QCoro::Task<BuildImage> looked(ContainerEngine engine, BuildImage image, std::stop_token stop) {
    const QStringList question{u"image"_s, u"inspect"_s, image.reference};
    const EngineAnswer answer = co_await callEngine(engine, question, stop);
    const QJsonObject said = QJsonDocument::fromJson(answer.output).array().first().toObject();
    if (answer.isGood() && !said.isEmpty()) {
        // With a prefix in docker's words, without one in podman's; both take it without.
        image.id = said.value(u"Id"_s).toString().section(u':', -1);
        image.path = pathIn(said.value(u"Config"_s).toObject().value(u"Env"_s).toArray());
    }
    co_return image;
}

QCoro::Task<> pull(ContainerEngine engine, QString reference, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    const ProgramRun run{engine.program, {u"pull"_s, reference}, {}, engine.environment, {}, pullTimeout, {}};
    const StepResult result = co_await runProgram(run, *sink, stop);
    if (result.exitCode == 0) {
        co_return;
    }
    const bool isThere = co_await doesAnswer(engine);
    if (!isThere) {
        throw Error(ErrorKind::EngineNotRunning, engine.name(), result.lastLines);
    }
    if (result.output.contains(u"no space left on device"_s, Qt::CaseInsensitive)) {
        throw Error(ErrorKind::DiskFull, engine.name(), result.lastLines);
    }
    Error error(ErrorKind::ImageUnavailable, reference, result.lastLines);
    error.retryable = true;
    throw error;
}

} // namespace

QString BuildImage::text() const {
    return u"%1 (sha256:%2)"_s.arg(reference, id.left(12));
}

QCoro::Task<BuildImage> provideBuildImage(
    ContainerEngine engine, QString reference, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    BuildImage image;
    image.reference = reference;
    image = co_await looked(engine, image, stop);
    if (image.id.isEmpty()) {
        sink->note(u"Fetching the image %1."_s.arg(reference));
        co_await pull(engine, reference, *sink, stop);
        image = co_await looked(engine, image, stop);
    }
    if (image.id.isEmpty()) {
        throw Error(ErrorKind::ImageUnavailable, reference);
    }
    co_return image;
}

QCoro::Task<BuildImage> withVersions(
    ContainerEngine engine, BuildImage image, QStringList labels, std::stop_token stop) {
    const auto silence = std::make_shared<SilentLog>();
    BuildStep question{
        u"echo node $(node --version); echo npm $(npm --version)"_s, u"/"_s, {}, {}, questionTimeout, {}};
    question.environment.environment.insert(u"PATH"_s, image.path);
    question.environment.environment.insert(u"HOME"_s, u"/tmp"_s);
    const ContainerRoom room{engine, image.id, labels, {}, u"none"_s};
    const StepResult result = co_await runInContainer(room, question, *silence, stop);
    const std::optional<Version> node = versionIn(result.output, u"node"_s);
    if (result.exitCode != 0 || !node) {
        throw Error(ErrorKind::ImageUnavailable, image.reference, result.lastLines);
    }
    image.node = *node;
    const std::optional<Version> npm = versionIn(result.output, u"npm"_s);
    image.npmVersion = npm ? toString(*npm) : QString();
    co_return image;
}

} // namespace miaobu
