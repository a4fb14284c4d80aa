#include "core/build/container_builder.h"

#include "core/build/container_environment.h"
#include "core/build/node_package.h"
#include "core/build/package_fetch.h"
#include "core/detect/node_version.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto fetchTimeout = 10min;

/// Apart from the scope of builds on this computer: what frameworks cache goes by absolute paths and by platforms, too.
QString cacheScope(const QString& scope) {
    return scope + u"~container"_s;
}

/// The version of \a package below \a folder, as its package.json says it.
QString versionBelow(const QString& folder, const QString& package) {
    QFile file(folder + u"/node_modules/"_s + package + u"/package.json"_s);
    return file.open(QIODevice::ReadOnly)
        ? QJsonDocument::fromJson(file.readAll()).object().value(u"version"_s).toString()
        : QString();
}

void noteUnsuitableNode(const BuildPlan& plan, const BuildImage& image, LogSink& log) {
    const std::optional<VersionRange> range = nodeVersionRange(plan.nodeVersion);
    if (range && !satisfies(image.node, *range)) {
        log.note(u"The Node.js of %1 is %2; the project asks for %3."_s.arg(
            image.reference, toString(image.node), plan.nodeVersion));
    }
}

BuildStep fetchStep(const QString& line, const BuildImage& image, const ImageSettings& settings) {
    SiteBuild nothing;
    nothing.toolchain.path = image.path;
    BuildStep step{
        line, containerTools, containerEnvironment(nothing, settings, {}, BuildPhase::Install), {}, fetchTimeout, {}};
    step.environment.environment.insert(u"HOME"_s, u"/tmp"_s);
    step.environment.environment.insert(u"PATH"_s, image.path);
    return step;
}

} // namespace

struct ContainerBuilder::Running {
    std::shared_ptr<SiteBuild> site = std::make_shared<SiteBuild>();
    Tools tools;
    ImageSettings settings;
    QString scope;
    QString caches; ///< Of package managers; the project's own
};

ContainerBuilder::ContainerBuilder(
    const QString& folder, const QProcessEnvironment& host, LoginShell& shell, std::function<ImageSettings()> settings)
    : m_folder(folder), m_engines(host, shell), m_cache(folder), m_settings(std::move(settings)) { }

ContainerBuilder::~ContainerBuilder() = default;

QCoro::Task<QString> ContainerBuilder::toolchain(
    BuildPlan plan, QString sourceDirectory, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (runsNothing(plan)) {
        co_return QString();
    }
    const Tools tools = co_await provide(layoutOf(sourceDirectory, plan), plan, *sink, stop);
    m_provided = tools;
    m_providedFor = sourceDirectory;
    co_return tools.toolchain.text();
}

QCoro::Task<> ContainerBuilder::install(BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (runsNothing(request.plan)) {
        co_return;
    }
    const std::shared_ptr<Running> running = co_await begin(request, *sink, stop);
    const BuildEnvironment environment
        = containerEnvironment(*running->site, running->settings, request.variables, BuildPhase::Install);
    const StepRunner run = runnerFor(running, *sink, stop);
    co_await installSite(running->site, &m_cache, request, environment, run, *sink);
}

QCoro::Task<> ContainerBuilder::build(BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (request.plan.buildCommand.isEmpty()) {
        co_return;
    }
    const std::shared_ptr<Running> running = co_await begin(request, *sink, stop);
    const BuildEnvironment environment
        = containerEnvironment(*running->site, running->settings, request.variables, BuildPhase::Build);
    const StepRunner run = runnerFor(running, *sink, stop);
    co_await buildSite(running->site, request, environment, run, *sink);
}

QCoro::Task<> ContainerBuilder::finish(BuildRequest request, bool succeeded) {
    if (const std::shared_ptr<Running> running = m_running.take(request.sourceDirectory)) {
        co_await returnDependencies(running->site, &m_cache, succeeded);
    }
}

QCoro::Task<ContainerBuilder::Tools> ContainerBuilder::provide(
    ProjectLayout layout, BuildPlan plan, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    Tools tools;
    tools.engine = co_await m_engines.find(stop);
    if (const QString place = placeElsewhere(tools.engine); !place.isEmpty()) {
        throw Error(ErrorKind::EngineElsewhere, place);
    }
    tools.image = co_await provideBuildImage(tools.engine, nodeImage(plan.nodeVersion, m_settings()), *sink, stop);
    if (!m_images.contains(tools.image.id)) {
        const BuildImage known = co_await withVersions(tools.engine, tools.image, labels({}), stop);
        m_images.insert(known.id, known);
    }
    const QString reference = tools.image.reference;
    tools.image = m_images.value(tools.image.id);
    tools.image.reference = reference;
    noteUnsuitableNode(plan, tools.image, *sink);

    Toolchain& toolchain = tools.toolchain;
    toolchain.node = {u"node"_s, tools.image.node};
    toolchain.image = tools.image.text();
    toolchain.path = tools.image.path;
    toolchain.manager = wantedManager(layout, plan.packageManager.isEmpty() ? u"npm"_s : plan.packageManager);
    toolchain.managerVersion = tools.image.npmVersion;
    if (toolchain.manager.name != u"npm") {
        co_return co_await withManager(tools, *sink, stop);
    }
    if (toolchain.managerVersion.isEmpty()) {
        throw Error(ErrorKind::PackageManagerMissing, u"npm"_s, tools.image.text());
    }
    co_return tools;
}

QCoro::Task<ContainerBuilder::Tools> ContainerBuilder::withManager(Tools tools, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    const WantedManager& manager = tools.toolchain.manager;
    const QString package = managerPackage(manager);
    // What npm fetches may be made for the image's architecture and libc.
    tools.folder = m_folder + u"/container-tools/"_s
        + QString::fromLatin1(QUrl::toPercentEncoding(tools.image.reference)) + u'/' + manager.name + u'-'
        + manager.version;
    if (versionBelow(tools.folder, package).isEmpty()) {
        sink->note(u"Fetching %1 %2 for Miaobu alone."_s.arg(manager.name, manager.version));
        const ImageSettings settings = m_settings();
        const QStringList packages{package + u'@' + manager.version};
        const BuildStep step = fetchStep(u"npm "_s + fetchArguments(packages).join(u' '), tools.image, settings);
        ContainerRoom room{
            tools.engine, tools.image.id, labels({}), certificateMounts(settings), settings.buildNetwork};
        const FetchRun run = [room, step, sink, stop](const QString& folder) {
            ContainerRoom own = room;
            own.mounts.append({folder, containerTools, false});
            return runInContainer(own, step, *sink, stop);
        };
        co_await fetchPackagesBy(run, packages, tools.folder);
    }
    tools.toolchain.managerVersion = versionBelow(tools.folder, package);
    if (tools.toolchain.managerVersion.isEmpty()) {
        throw Error(ErrorKind::PackageManagerMissing, package);
    }
    tools.toolchain.path = containerTools + u"/node_modules/.bin:"_s + tools.toolchain.path;
    co_return tools;
}

QCoro::Task<std::shared_ptr<ContainerBuilder::Running>> ContainerBuilder::begin(
    BuildRequest request, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    if (const auto known = m_running.value(request.sourceDirectory)) {
        co_return known;
    }
    const auto running = std::make_shared<Running>();
    running->settings = m_settings();
    running->scope = request.cacheScope;
    running->site->layout = layoutOf(request.sourceDirectory, request.plan);
    if (std::exchange(m_providedFor, {}) == request.sourceDirectory) {
        running->tools = m_provided;
    } else {
        running->tools = co_await provide(running->site->layout, request.plan, *sink, stop);
    }
    running->site->toolchain = running->tools.toolchain;
    sink->note(u"Using %1: %2."_s.arg(running->tools.engine.text(), running->site->toolchain.text()));
    co_await removeLeftContainers(running->tools.engine, labels(running->scope));
    co_await borrowDependencies(
        running->site, &m_cache, cacheScope(request.cacheScope), request.plan.installCommand, *sink);
    running->caches = running->site->lease ? running->site->lease->folder + u"/caches"_s
                                           : running->site->layout.source + u"-caches"_s;
    QDir().mkpath(running->caches + u"/home"_s);
    m_running.insert(request.sourceDirectory, running);
    co_return running;
}

ContainerRoom ContainerBuilder::roomFor(const Running& running) const {
    QList<ContainerMount> mounts{
        {running.site->layout.source, containerSource, false}, {running.caches, containerCaches, false}};
    if (!running.tools.folder.isEmpty()) {
        mounts.append({running.tools.folder, containerTools, true});
    }
    return {running.tools.engine, running.tools.image.id, labels(running.scope),
        mounts + certificateMounts(running.settings), running.settings.buildNetwork};
}

StepRunner ContainerBuilder::runnerFor(std::shared_ptr<Running> running, LogSink& log, std::stop_token stop) const {
    return [room = roomFor(*running), running, sink = &log, stop](BuildStep step) {
        step.folder = insideContainer(running->site->layout, step.folder);
        return runInContainer(room, std::move(step), *sink, stop);
    };
}

QStringList ContainerBuilder::labels(const QString& scope) const {
    // Two homes on one computer may well have a project of the same name.
    const QByteArray home = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    QStringList labels{u"miaobu.home="_s + QString::fromLatin1(home)};
    if (!scope.isEmpty()) {
        labels.append(u"miaobu.build="_s + scope);
    }
    return labels;
}

} // namespace miaobu
