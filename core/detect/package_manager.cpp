#include "core/detect/package_manager.h"

#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Bun writes a yarn.lock beside its own on request, and a package-lock.json is left behind by a stray "npm install":
/// so that is the order where several lie together.
constexpr std::array lockfiles{
    std::pair{"bun.lock", "bun"},
    std::pair{"bun.lockb", "bun"},
    std::pair{"yarn.lock", "yarn"},
    std::pair{"pnpm-lock.yaml", "pnpm"},
    std::pair{"package-lock.json", "npm"},
    std::pair{"npm-shrinkwrap.json", "npm"},
};

bool isKnown(const QString& name) {
    return name == u"npm" || name == u"pnpm" || name == u"yarn" || name == u"bun";
}

QString pathOf(const AppFolder& folder, const QString& name) {
    return folder.root().isEmpty() ? name : folder.root() + u'/' + name;
}

PackageManager declaredIn(const AppFolder& folder) {
    const std::optional<PackageJson> package = tryPackageJson(folder);
    if (!package) {
        return {};
    }
    const QString field = package->json.value(u"packageManager"_s).toString();
    if (const QString name = field.section(u'@', 0, 0); isKnown(name)) {
        return {name, u"packageManager in %1"_s.arg(pathOf(folder, u"package.json"_s))};
    }
    const QJsonValue engine = package->json.value(u"devEngines"_s).toObject().value(u"packageManager"_s);
    if (const QString name = engine.toObject().value(u"name"_s).toString(); isKnown(name)) {
        return {name, u"devEngines.packageManager in %1"_s.arg(pathOf(folder, u"package.json"_s))};
    }
    static const QRegularExpression onlyAllow(u"only-allow\\s+(\\w+)"_s);
    const QRegularExpressionMatch match = onlyAllow.match(package->scripts.value(u"preinstall"_s));
    if (match.hasMatch() && isKnown(match.captured(1))) {
        return {match.captured(1),
            u"the preinstall script of %1 allows nothing else"_s.arg(pathOf(folder, u"package.json"_s))};
    }
    return {};
}

QList<PackageManager> lockedIn(const AppFolder& folder) {
    QList<PackageManager> found;
    for (const auto& [file, manager] : lockfiles) {
        const QString name = QString::fromLatin1(file);
        if (folder.has(name)) {
            found.append({QString::fromLatin1(manager), pathOf(folder, name)});
        }
    }
    return found;
}

} // namespace

PackageManager findPackageManager(const AppFolder& folder) {
    for (const AppFolder& at : folder.upwards()) {
        const QList<PackageManager> locked = lockedIn(at);
        const PackageManager declared = locked.size() > 1 ? declaredIn(at) : PackageManager();
        for (const PackageManager& manager : locked) {
            if (manager.name == declared.name) {
                return manager;
            }
        }
        if (!locked.isEmpty()) {
            return locked.first();
        }
    }
    for (const AppFolder& at : folder.upwards()) {
        if (const PackageManager declared = declaredIn(at); !declared.name.isEmpty()) {
            return declared;
        }
    }
    for (const AppFolder& at : folder.upwards()) {
        if (at.has(u"pnpm-workspace.yaml"_s)) {
            return {u"pnpm"_s, pathOf(at, u"pnpm-workspace.yaml"_s)};
        }
    }
    return {u"npm"_s, u"no lockfile: what comes with Node"_s};
}

} // namespace miaobu
