#include "core/reality/cloud_picture.h"

#include "core/async/parallel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int entriesAtOnce = 8;

using Part = std::function<QCoro::Task<>(std::shared_ptr<CloudPicture>)>;

QCoro::Task<> readEntryInto(std::shared_ptr<QMap<QString, RoutingEntry>> entries, std::shared_ptr<EdgeRouter> router,
    QString host, std::function<void(const Error&)> broken, std::stop_token stop) {
    try {
        const std::optional<RoutingEntry> entry = co_await router->readEntry(host, stop);
        if (entry) {
            entries->insert(host, *entry);
        }
    } catch (const Error& error) {
        if (error.kind != ErrorKind::MalformedResponse) {
            throw;
        }
        broken(Error(error.kind, host, error.detail));
    }
}

QCoro::Task<> askFiles(
    std::shared_ptr<CloudPicture> picture, OpenTarget target, RealityScope scope, std::stop_token stop) {
    QMap<QString, BucketFiles> files;
    for (const Project& project : std::as_const(scope.projects)) {
        files[project.slug] = co_await readFiles(target, project.slug, stop);
    }
    if (scope.isWhole) {
        picture->slugs = co_await target.objects->folders(u"projects/"_s, stop);
    }
    picture->files = files;
}

QCoro::Task<> askEntries(std::shared_ptr<CloudPicture> picture, OpenTarget target, std::stop_token stop) {
    const auto broken
        = [picture](const Error& error) { picture->gaps.append({picture->target.name, u"entries"_s, error}); };
    picture->entries = co_await readEntries(target, broken, stop);
}

QCoro::Task<> askHostnames(std::shared_ptr<CloudPicture> picture, OpenTarget target, std::stop_token stop) {
    if (target.domains) {
        picture->hostnames = co_await target.domains->list(stop);
    }
}

QCoro::Task<> askFunctions(
    std::shared_ptr<CloudPicture> picture, OpenTarget target, bool isNeeded, std::stop_token stop) {
    if (target.functions && isNeeded) {
        picture->functions = co_await target.functions->list(u"miaobu-"_s, stop);
    }
}

QCoro::Task<> askRoutine(std::shared_ptr<CloudPicture> picture, OpenTarget target, std::stop_token stop) {
    if (target.routine) {
        picture->routine = co_await target.routine->status(stop);
    }
}

QCoro::Task<> askPart(std::shared_ptr<CloudPicture> picture, QString name, Part part) {
    try {
        co_await part(picture);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        picture->gaps.append({picture->target.name, name, error});
    }
}

bool hasWebApp(const RealityScope& scope) {
    return std::ranges::any_of(scope.projects, [](const Project& project) {
        return project.plan.kind == ProjectKind::Python || project.plan.kind == ProjectKind::NodeServer;
    });
}

} // namespace

const Project* RealityScope::find(const QString& slug) const {
    const auto found = std::ranges::find_if(projects, [&slug](const Project& one) { return one.slug == slug; });
    return found == projects.end() ? nullptr : &*found;
}

QCoro::Task<QMap<QString, RoutingEntry>> readEntries(
    OpenTarget target, std::function<void(const Error&)> broken, std::stop_token stop) {
    auto entries = std::make_shared<QMap<QString, RoutingEntry>>();
    const QStringList hosts = co_await target.router->hosts(stop);
    const auto work = [=](const QString& host) { return readEntryInto(entries, target.router, host, broken, stop); };
    co_await forEachLimited(hosts, entriesAtOnce, work, stop);
    const QMap<QString, RoutingEntry> all = *entries;
    co_return all;
}

QCoro::Task<BucketFiles> readFiles(OpenTarget target, QString slug, std::stop_token stop) {
    const QString prefix = u"projects/%1/"_s.arg(slug);
    const QList<ObjectInfo> objects = co_await target.objects->list(prefix, stop);
    BucketFiles files;
    for (const ObjectInfo& object : objects) {
        const QString below = object.key.sliced(prefix.size());
        const qsizetype slash = below.indexOf(u'/');
        bool isNumber = false;
        const DeploymentId id = below.left(slash).toLongLong(&isNumber);
        if (slash > 0 && isNumber && id > 0) {
            files[id].insert(below.sliced(slash + 1), object.size);
        }
    }
    co_return files;
}

QCoro::Task<CloudPicture> takePicture(
    OpenTarget target, RealityScope scope, std::function<void(const QString& part)> asked, std::stop_token stop) {
    auto picture = std::make_shared<CloudPicture>();
    picture->target = target.target;
    // This computer's own edge runs this program's routine, and nobody's domain leads to it.
    const bool isHere = target.target.name == localTargetName;
    const bool needsFunctions = (scope.isWhole && !isHere) || hasWebApp(scope);
    QList<std::pair<QString, Part>> parts{
        {u"entries"_s, [=](auto into) { return askEntries(into, target, stop); }},
        {u"objects"_s, [=](auto into) { return askFiles(into, target, scope, stop); }},
        {u"functions"_s, [=](auto into) { return askFunctions(into, target, needsFunctions, stop); }},
    };
    if (!isHere) {
        parts.append({u"hostnames"_s, [=](auto into) { return askHostnames(into, target, stop); }});
        parts.append({u"routine"_s, [=](auto into) { return askRoutine(into, target, stop); }});
    }
    for (const auto& [name, part] : std::as_const(parts)) {
        throwIfCancelled(stop);
        co_await askPart(picture, name, part);
        asked(name);
    }
    const CloudPicture whole = *picture;
    co_return whole;
}

} // namespace miaobu
