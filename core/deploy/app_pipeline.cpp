#include "core/deploy/app_pipeline.h"

#include "core/async/pool.h"
#include "core/deploy/app_request.h"
#include "core/deploy/build_reuse.h"
#include "core/model/crc64.h"
#include "core/variables/run_variables.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// \throws Error(FileSystem)
quint64 fileCrc64(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    constexpr qint64 piece = 1 << 20;
    Crc64 checksum;
    while (!file.atEnd()) {
        checksum.update(file.read(piece));
    }
    return checksum.finish();
}

} // namespace

AppPipeline::AppPipeline(const DeployContext& context, ManifestStore manifests)
    : m_context(context), m_manifests(std::move(manifests)), m_functions(context) { }

QCoro::Task<FunctionChange> AppPipeline::run(std::shared_ptr<Run> run, QString source) const {
    auto manifest = std::make_shared<Manifest>();
    refuseTargetWithout(*run);
    if (functionSettings(*run).way != run->project.function.way) {
        run->note(u"A code package can hold an app in Python only: an image is built."_s);
    }
    (void)runTimeVariables(*run, 0); // A name that would be refused is refused before anything is built.

    // The same source with the same plan and tools has been built before: its image or package is used again.
    const std::optional<WebApp> equal = co_await findEqualApp(run, manifest, source);
    if (equal) {
        co_await takeOver(run, *equal);
    } else if (functionSettings(*run).way == AppWay::Image) {
        co_await buildAndPush(run, source);
    } else {
        co_await packAndUpload(run, source);
    }
    manifest->plan = run->deployment.plan;
    manifest->app = run->deployment.app;
    manifest->createdAt = m_context.parts.clock.now();
    co_await m_manifests.write(run->target, *manifest, run->deployment.objectPrefix, run->stopToken());

    run->enter(Stage::Start);
    const QList<EnvironmentVariable> variables = runTimeVariables(*run, run->deployment.app->port);
    co_await keepVariables(run, variables);
    const FunctionChange change = co_await start(run, variables);
    co_return FunctionChange(change);
}

QCoro::Task<std::optional<WebApp>> AppPipeline::findEqualApp(
    std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft, QString source) const {
    AppBuilder& builder = m_context.parts.apps;
    const bool isImage = functionSettings(*run).way == AppWay::Image;
    QString tools;
    if (isImage) {
        const ImageRequest request = imageRequest(*run, source, builder.settings(), {});
        tools = co_await builder.imageToolchain(request, run->stopToken());
    } else {
        const PackageRequest request = packageRequest(*run, source, builder.settings());
        tools = co_await builder.packageToolchain(request, run->stopToken());
    }
    run->note(u"Tools: "_s + tools);
    describeBuild(m_context, *run, tools, *draft);
    const std::optional<WebApp> own = co_await findOwnApp(run, draft->buildKey);
    if (own) {
        run->note(u"What was built before is used."_s);
        co_return own;
    }
    const std::optional<Manifest> equal = co_await findEqual(&m_context, m_manifests, run, draft->buildKey);
    if (!equal || !equal->app) {
        co_return std::nullopt;
    }
    const bool isThere = co_await isStillThere(run, *equal->app);
    if (!isThere) {
        co_return std::nullopt;
    }
    run->note(u"The same source was built as deployment #%1: nothing is built or sent."_s.arg(equal->number));
    co_return equal->app;
}

QCoro::Task<std::optional<WebApp>> AppPipeline::findOwnApp(std::shared_ptr<Run> run, QString buildKey) const {
    if (!run->deployment.app) {
        co_return std::nullopt;
    }
    const std::optional<Manifest> own = co_await m_manifests.find(run->target, run->deployment, run->stopToken());
    if (own && own->app && !buildKey.isEmpty() && own->buildKey == buildKey) {
        const bool isThere = co_await isStillThere(run, *own->app);
        if (isThere) {
            co_return own->app;
        }
    }
    co_await m_functions.removeImage(run->target, run->project, run->deployment, run->stopToken());
    run->deployment.app.reset();
    co_return std::nullopt;
}

QCoro::Task<bool> AppPipeline::isStillThere(std::shared_ptr<Run> run, WebApp app) const {
    if (!app.package.isEmpty()) {
        const std::optional<ObjectInfo> package = co_await run->target.objects->head(app.package, run->stopToken());
        co_return package.has_value();
    }
    if (!run->target.images) {
        // What this computer's engine still has is found by its own cache.
        co_return false;
    }
    const QStringList tags = co_await run->target.images->tags(run->project.slug, run->stopToken());
    co_return tags.contains(imageTag(app.image));
}

QCoro::Task<> AppPipeline::takeOver(std::shared_ptr<Run> run, WebApp equal) const {
    run->enter(Stage::Publish);
    run->deployment.buildReused = true;
    const QString package = packageKey(run->deployment);
    if (!equal.package.isEmpty() && equal.package != package) {
        const QString from = equal.package;
        const ObjectHeaders headers{u"application/zip"_s, u"no-store"_s};
        co_await run->target.objects->copy(from, package, headers, run->stopToken());
        equal.package = package;
    }
    run->deployment.app = runBy(equal, functionSettings(*run));
    run->save();
}

QCoro::Task<> AppPipeline::buildAndPush(std::shared_ptr<Run> run, QString source) const {
    run->enter(Stage::Build);
    AppBuilder& builder = m_context.parts.apps;
    const QString tag = newImageTag(run->deployment, m_context.parts.clock.now());
    const ImageRequest request = imageRequest(*run, source, builder.settings(), tag);
    const BuiltImage image = co_await builder.buildImage(request, *run->log(), Run::reporter(run), run->stopToken());
    WebApp app;
    app.image = image.localReference;
    app.digest = image.imageId;
    // A Dockerfile of the repository's own may have chosen another port than ours.
    app.ownPort = image.exposedPort > 0 ? image.exposedPort : app.ownPort;
    run->deployment.app = runBy(app, functionSettings(*run));
    run->deployment.byteCount = image.bytes;
    run->enter(Stage::Publish);
    if (run->target.images) {
        co_await push(run, image);
    } else {
        run->note(u"There is no registry to send the image to: it stays in this computer's engine."_s);
    }
}

QCoro::Task<> AppPipeline::push(std::shared_ptr<Run> run, BuiltImage image) const {
    const QString repository = co_await run->target.images->prepare(run->project.slug, run->stopToken());
    const QString reference = repository + u':' + imageTag(image.localReference);
    // Stored first: what a crash leaves in the registry is found by it.
    run->deployment.app->image = reference;
    run->save();
    const RegistryLogin login = co_await run->target.images->login(run->stopToken());
    run->log()->mask({QString::fromUtf8(login.password)});
    run->deployment.app->digest = co_await m_context.parts.apps.pushImage(
        image, reference, login, *run->log(), Run::reporter(run), run->stopToken());
    run->note(u"Pushed as %1 (%2)."_s.arg(reference, run->deployment.app->digest));
}

QCoro::Task<> AppPipeline::packAndUpload(std::shared_ptr<Run> run, QString source) const {
    run->enter(Stage::Build);
    AppBuilder& builder = m_context.parts.apps;
    const PackageRequest request = packageRequest(*run, source, builder.settings());
    const BuiltPackage package
        = co_await builder.buildPackage(request, *run->log(), Run::reporter(run), run->stopToken());
    WebApp app;
    app.package = packageKey(run->deployment);
    app.runtime = package.runtime;
    app.command = package.command;
    app.ownPort = package.port;
    app.port = package.port;
    run->deployment.app = runBy(app, functionSettings(*run));
    run->deployment.fileCount = package.files;
    run->deployment.byteCount = package.unpackedBytes;
    run->enter(Stage::Publish);
    const QString path = package.path;
    const auto hash = [path] { return fileCrc64(path); };
    const quint64 crc = co_await runOnPool(hash);
    const ObjectHeaders headers{u"application/zip"_s, u"no-store"_s};
    co_await run->target.objects->putFile(app.package, path, crc, headers, run->stopToken());
    run->deployment.bytesSent = package.bytes;
    run->deployment.objectsSent = 1;
    run->save();
}

QCoro::Task<> AppPipeline::keepVariables(std::shared_ptr<Run> run, QList<EnvironmentVariable> variables) const {
    bool isKept = false;
    try {
        co_await m_context.parts.runVariables.keep(run->id(), variables, run->stopToken());
        isKept = true;
    } catch (const Error& error) {
        if (error.kind != ErrorKind::KeychainMissing && error.kind != ErrorKind::KeychainLocked) {
            throw;
        }
    }
    if (!isKept) {
        run->note(
            u"Warning: the keyring cannot be used, so that the secret variables are not kept: going back to this deployment will not be possible."_s);
        variables.removeIf([](const EnvironmentVariable& variable) { return variable.secret; });
        co_await m_context.parts.runVariables.keep(run->id(), variables, run->stopToken());
    }
}

QCoro::Task<FunctionChange> AppPipeline::start(std::shared_ptr<Run> run, QList<EnvironmentVariable> variables) const {
    run->deployment.app->variables = namesOf(variables);
    run->save();
    run->note(u"Starting %1."_s.arg(functionName(run->project.slug)));
    const FunctionMove move{run->target, run->project, run->deployment, variables, run->log(), true};
    const FunctionChange change = co_await m_functions.point(move, run->stopToken());
    run->deployment.app->endpoint = change.endpoint;
    run->save();
    co_return FunctionChange(change);
}

} // namespace miaobu
