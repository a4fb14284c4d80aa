#include "core/build/image_builder.h"

#include "core/async/pool.h"
#include "core/async/sleep.h"
#include "core/build/build_step.h"
#include "core/build/engine_call.h"
#include "core/build/image_context.h"
#include "core/build/image_failure.h"
#include "core/build/image_progress.h"
#include "core/build/program_run.h"
#include "core/build/project_layout.h"
#include "core/detect/folder_tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto buildTimeout = 60min;
constexpr int attemptsToRemove = 20;
constexpr qint64 largestImage = 10LL * 1024 * 1024 * 1024; ///< Of Function Compute, unpacked

QStringList secretsIn(const ImageRequest& request) {
    QStringList secrets = request.secrets;
    for (const EnvironmentVariable& variable : request.variables) {
        if (variable.secret) {
            secrets.append(variable.value);
        }
    }
    return secrets;
}

void sayWhatIsBuilt(const ImageContext& context, const ContainerEngine& engine, LogSink& log) {
    const ImageRecipe& recipe = context.recipe();
    log.note(u"Using %1."_s.arg(engine.text()));
    log.note(recipe.isGenerated() ? u"Building from a generated Dockerfile, on %1."_s.arg(recipe.baseImage)
                                  : u"Building from the repository's own %1."_s.arg(recipe.ownFile));
    if (engine.emulatesTarget()) {
        log.note(u"This computer is %1: linux/amd64 is emulated, which is slow."_s.arg(engine.architecture));
    }
    for (const QString& note : context.notes()) {
        log.note(note);
    }
}

/// Reads what the engine says of an image it holds.
QCoro::Task<BuiltImage> inspect(BuiltImage image, std::stop_token stop) {
    const QStringList question{u"image"_s, u"inspect"_s, image.localReference};
    const EngineAnswer answer = co_await callEngine(image.engine, question, stop);
    const QJsonObject said = QJsonDocument::fromJson(answer.output).array().first().toObject();
    if (engineState(answer.exitCode, answer.words()) == EngineState::NotRunning) {
        throw Error(ErrorKind::EngineNotRunning, image.engine.name(), answer.words().left(500));
    }
    if (!answer.isGood() || said.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, image.engine.text(), answer.words().left(500));
    }
    const QString id = said.value(u"Id"_s).toString();
    image.imageId = id.startsWith(u"sha256:"_s) ? id : u"sha256:"_s + id;
    image.bytes = said.value(u"Size"_s).toInteger();
    const QStringList ports = said.value(u"Config"_s).toObject().value(u"ExposedPorts"_s).toObject().keys();
    image.exposedPort = ports.size() == 1 ? ports.constFirst().section(u'/', 0, 0).toInt() : 0;
    const QString platform = said.value(u"Os"_s).toString() + u'/' + said.value(u"Architecture"_s).toString();
    if (platform != targetPlatform) {
        Error error(ErrorKind::BinaryUnsuitable, image.localReference, platform);
        error.alternatives = {targetPlatform};
        throw error;
    }
    if (image.bytes > largestImage) {
        throw Error(ErrorKind::ImageTooLarge, image.localReference,
            u"%1 GiB"_s.arg(static_cast<double>(image.bytes) / (1024 * 1024 * 1024), 0, 'f', 1));
    }
    co_return BuiltImage(image);
}

/// \returns whether nothing of \a slug is left.
QCoro::Task<bool> removeLabelled(ContainerEngine engine, QString slug) {
    const QStringList question{
        u"images"_s, u"--quiet"_s, u"--no-trunc"_s, u"--filter"_s, u"label=miaobu.slug="_s + slug};
    const EngineAnswer answer = co_await callEngine(engine, question, {});
    QStringList images = QString::fromUtf8(answer.output).split(u'\n', Qt::SkipEmptyParts);
    images.removeDuplicates();
    if (!answer.isGood() || images.isEmpty()) {
        co_return true;
    }
    const QStringList removal = QStringList{u"image"_s, u"rm"_s, u"--force"_s} + images;
    const EngineAnswer removed = co_await callEngine(engine, removal, {});
    co_return removed.isGood();
}

} // namespace

ImageBuilder::ImageBuilder(QProcessEnvironment host, LoginShell& shell) : m_engines(std::move(host), shell) { }

QCoro::Task<QString> ImageBuilder::toolchain(ImageRequest request, std::stop_token stop) {
    const auto read = [request] {
        const ProjectLayout layout = layoutOf(request.sourceDirectory, request.plan);
        const FolderTree tree(layout.source);
        return imageRecipe(AppFolder(tree, layout.appPath()), request.plan, request.settings);
    };
    const ImageRecipe recipe = co_await runOnPool(read);
    const ContainerEngine engine = co_await m_engines.find(stop);
    co_return engine.text() + u", "_s + (recipe.isGenerated() ? recipe.baseImage : recipe.ownFile);
}

QCoro::Task<BuiltImage> ImageBuilder::build(
    ImageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    LogSink* const sink = &log;
    const ContainerEngine engine = co_await m_engines.find(stop);
    const auto prepare = [request, engine] { return std::make_shared<ImageContext>(request, engine); };
    const std::shared_ptr<ImageContext> context = co_await runOnPool(prepare);
    sayWhatIsBuilt(*context, engine, *sink);

    const auto steps = std::make_shared<BuildSteps>(progress);
    ProgramRun run{engine.program, buildArguments(engine, context->call()), {}, context->environment(),
        secretsIn(request), buildTimeout,
        [steps](LogChannel channel, const QByteArray& bytes) { steps->write(channel, bytes); }};
    const StepResult result = co_await runProgram(run, *sink, stop);
    if (result.exitCode != 0) {
        const Error failure = imageFailure(engine, result);
        // A client that loses its engine in the middle says only that a stream has ended.
        const bool isLost = isBuildFailure(failure.kind) && !co_await doesAnswer(engine);
        throw isLost ? Error(ErrorKind::EngineNotRunning, engine.name(), result.lastLines) : failure;
    }
    BuiltImage image;
    image.engine = engine;
    image.localReference = context->call().reference;
    image.dockerfile = context->recipe().dockerfile;
    image.isGenerated = context->recipe().isGenerated();
    // Its layers are what the next build takes over, also when this image's own name is removed.
    const QStringList keep{u"tag"_s, image.localReference, localReference(request.slug, u"latest"_s)};
    co_await callEngine(engine, keep, stop);
    std::optional<Error> failure;
    try {
        image = co_await inspect(image, stop);
    } catch (const Error& error) {
        failure = error;
    }
    if (failure) {
        co_await remove(image, {});
        throw Error(*failure);
    }
    co_return BuiltImage(image);
}

QCoro::Task<> ImageBuilder::remove(BuiltImage image, QString remoteReference) {
    QStringList arguments{u"image"_s, u"rm"_s, image.localReference};
    if (!remoteReference.isEmpty()) {
        const QStringList remote{u"image"_s, u"rm"_s, remoteReference};
        co_await callEngine(image.engine, remote, {});
    }
    co_await callEngine(image.engine, arguments, {});
}

QCoro::Task<> ImageBuilder::removeAll(QString slug) {
    const QList<EngineFinding> findings = co_await m_engines.look({});
    for (const EngineFinding& finding : findings) {
        if (!finding.isReady()) {
            continue;
        }
        // The container of a function that has just been removed may still be stopping, and keeps its image until then.
        bool isDone = co_await removeLabelled(finding.engine, slug);
        for (int attempt = 1; !isDone && attempt < attemptsToRemove; ++attempt) {
            co_await sleepFor(1s, {});
            isDone = co_await removeLabelled(finding.engine, slug);
        }
    }
}

} // namespace miaobu
