#include "core/detect/detector.h"

#include "core/async/error.h"
#include "core/detect/detection.h"
#include "core/detect/host_files.h"
#include "core/detect/workspace.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString normalizedRoot(const QString& rootDirectory) {
    const QString tidy = tidyPath(rootDirectory);
    if (tidy == u".." || tidy.startsWith(u"../"_s) || (rootDirectory.size() > 1 && rootDirectory.at(1) == u':')) {
        throw Error(ErrorKind::RootDirectoryOutside, rootDirectory);
    }
    return tidy == u"." ? QString() : tidy;
}

/// Values of the project's own file stand above everything that was found.
BuildPlan withOwnFile(const BuildPlan& plan, const QJsonObject& own, bool hasBuildScript) {
    QJsonObject merged = toJson(plan);
    QJsonObject reasons = merged.value(u"reasons"_s).toObject();
    for (auto it = own.begin(); it != own.end(); ++it) {
        const bool isValue = it.key() != u"reasons" && it.key() != u"apps" && it.key() != u"rootDirectory"
            && merged.contains(it.key());
        if (isValue && (it.value().isString() || it.value().isBool() || it.value().isNull())) {
            merged.insert(it.key(), it.value());
            reasons.insert(it.key(), u"miaobu.json"_s);
        }
    }
    // Who names the app leaves nothing to choose.
    if (own.value(u"appModule"_s).isString() || own.value(u"startCommand"_s).isString()) {
        merged.remove(u"appCandidates"_s);
    }
    // Who names a directory to publish has a site, even where nothing was recognised.
    const bool isNamed = own.value(u"outputDir"_s).isString() && !own.contains(u"kind"_s);
    if (isNamed && plan.kind == ProjectKind::Unknown) {
        merged.insert(u"kind"_s, projectKindName(ProjectKind::Static));
        reasons.insert(u"kind"_s, u"outputDir in miaobu.json"_s);
        if (hasBuildScript && !own.contains(u"buildCommand"_s)) {
            merged.insert(u"buildCommand"_s, plan.packageManager + u" run build"_s);
            reasons.insert(u"buildCommand"_s, u"scripts.build in package.json"_s);
        }
    }
    merged.insert(u"reasons"_s, reasons);
    return buildPlanFromJson(merged);
}

bool hasBuildScript(const AppFolder& folder) {
    const QJsonObject scripts = readRelaxedJson(folder, u"package.json"_s).value(u"scripts"_s).toObject();
    return !scripts.value(u"build"_s).toString().isEmpty();
}

bool hasManifest(const FileTree& tree, const QString& folder) {
    return tree.hasFile(folder + u"/package.json"_s) || tree.hasFile(folder + u"/requirements.txt"_s)
        || tree.hasFile(folder + u"/pyproject.toml"_s);
}

} // namespace

BuildPlan detect(const FileTree& tree, const QString& rootDirectory) {
    const QString root = normalizedRoot(rootDirectory);
    if (!root.isEmpty() && !tree.hasFolder(root)) {
        Error error(ErrorKind::RootDirectoryMissing, root);
        error.alternatives = listApps(tree);
        throw error;
    }
    const AppFolder folder(tree, root);
    BuildPlan plan = detectFolder(folder);
    if (root.isEmpty()) {
        plan.apps = listApps(tree);
        if (plan.framework == u"static-html") {
            // The folders of a plain site hold its pages.
            plan.apps.removeIf([&tree](const QString& app) { return !hasManifest(tree, app); });
        }
    }
    plan.rootDirectory = root;
    const std::optional<QJsonObject> own = readOwnFile(folder);
    if (own) {
        plan = withOwnFile(plan, *own, hasBuildScript(folder));
    }
    if (plan.kind == ProjectKind::Unknown && !plan.apps.isEmpty()) {
        plan.reasons.insert(u"apps"_s, u"this folder is no app itself, but these folders are"_s);
    }
    return plan;
}

} // namespace miaobu
