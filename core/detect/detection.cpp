#include "core/detect/detection.h"

#include "core/async/error.h"
#include "core/detect/node_site.h"
#include "core/detect/plain_site.h"
#include "core/detect/python/python_app.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

BuildPlan unknown(BuildPlan plan, const QString& reason) {
    plan.kind = ProjectKind::Unknown;
    plan.reasons.insert(u"kind"_s, reason);
    return plan;
}

} // namespace

BuildPlan detectFolder(const AppFolder& folder) {
    const std::optional<PackageJson> package = readPackageJson(folder);
    const BuildPlan node = package ? planNode(folder, *package) : BuildPlan();
    const QString foreign = foreignRuntime(folder, package);
    if (isSitePlan(node)) {
        return node;
    }
    const BuildPlan python = planPython(folder);
    if (python.kind == ProjectKind::Python && (node.kind == ProjectKind::Unknown || servesPages(python, folder))) {
        return python;
    }
    if (node.kind != ProjectKind::Unknown) {
        return node;
    }
    if (!foreign.isEmpty()) {
        return unknown(node, foreign);
    }
    if (!python.packageManager.isEmpty()) {
        return unknown(node, u"a Python project without a web application"_s);
    }
    if (package && package->isLibrary() && !folder.has(u"index.html"_s)) {
        return unknown(node, u"a package for others to use, without a site of its own"_s);
    }
    const BuildPlan plain = planPlain(folder);
    // Where something is built, a page in a folder is what it is built from: public/index.html of an ejected React app.
    const bool isBuilt = package && package->scripts.contains(u"build"_s);
    if (plain.kind != ProjectKind::Unknown && (!isBuilt || plain.outputDir == u".")) {
        return plain;
    }
    return unknown(
        node, package ? node.reasons.value(u"kind"_s) : u"no package.json, no Python application and no index.html"_s);
}

bool isApp(const AppFolder& folder) {
    try {
        return detectFolder(folder).kind != ProjectKind::Unknown;
    } catch (const Error&) {
        return false;
    }
}

} // namespace miaobu
