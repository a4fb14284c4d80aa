#include "core/build/node_install.h"

#include "core/build/install_command.h"
#include "core/build/project_layout.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Debian packages that a package of npm is compiled with or loads, because the slim image has them not.
struct SystemPackages {
    const char* package;
    const char* debian;
};

constexpr std::array systemPackages{
    SystemPackages{"bcrypt", "g++ make python3"},
    SystemPackages{"better-sqlite3", "g++ make python3"},
    SystemPackages{"sqlite3", "g++ make python3"},
    SystemPackages{"node-gyp", "g++ make python3"},
    SystemPackages{"argon2", "g++ make python3"},
    SystemPackages{"@prisma/client", "openssl"},
    SystemPackages{"prisma", "openssl"},
};

/// What an install reads beside package.json, and what is there.
QStringList manifests(const AppFolder& folder) {
    QStringList files{u"package.json"_s};
    for (const QString& name : {u"package-lock.json"_s, u"npm-shrinkwrap.json"_s, u"pnpm-lock.yaml"_s,
             u"pnpm-workspace.yaml"_s, u"yarn.lock"_s, u".yarnrc.yml"_s, u"bun.lock"_s, u"bun.lockb"_s, u".npmrc"_s}) {
        if (folder.has(name)) {
            files.append(name);
        }
    }
    return files;
}

/// Whether an install reads or runs something of the project's own, which has to be there then.
bool needsSource(const AppFolder& top, const PackageJson& package) {
    constexpr std::array names{"preinstall", "install", "postinstall", "prepare"};
    const bool runsScripts = std::any_of(names.begin(), names.end(),
        [&package](const char* name) { return package.scripts.contains(QString::fromLatin1(name)); });
    const auto isLocal = [](const QString& range) {
        return range.startsWith(u"file:"_s) || range.startsWith(u"link:"_s) || range.startsWith(u"workspace:"_s)
            || range.startsWith(u"portal:"_s) || range.startsWith(u"patch:"_s);
    };
    const bool hasPatches = package.json.value(u"pnpm"_s).toObject().contains(u"patchedDependencies"_s)
        || package.json.contains(u"patchedDependencies"_s);
    const QString workspace = top.text(u"pnpm-workspace.yaml"_s);
    return runsScripts || hasPatches || !package.workspaces().isEmpty() || workspace.contains(u"packages:"_s)
        || workspace.contains(u"patchedDependencies:"_s)
        || std::any_of(package.dependencies.begin(), package.dependencies.end(), isLocal)
        || std::any_of(package.developmentDependencies.begin(), package.developmentDependencies.end(), isLocal);
}

/// The version of \a manager that package.json asks for: "9.1.0"; empty when it asks for none.
QString askedVersion(const PackageJson& package, const QString& manager) {
    static const QRegularExpression form(u"\\A(\\w+)@(\\d+[\\d.]*)"_s);
    const QRegularExpressionMatch match = form.match(package.json.value(u"packageManager"_s).toString());
    return match.captured(1) == manager ? match.captured(2) : QString();
}

QByteArray lockfileOf(const AppFolder& top, const QString& manager) {
    const QString name = manager == u"pnpm" ? u"pnpm-lock.yaml"_s : manager == u"yarn" ? u"yarn.lock"_s : QString();
    return name.isEmpty() ? QByteArray() : top.read(name).value_or(QByteArray());
}

/// What makes the package manager be there: node's image has npm and, until Node 25, corepack.
QString providing(const QString& manager, const QString& version, bool isAsked) {
    if (manager == u"npm" || manager.isEmpty()) {
        return {};
    }
    // npm's own registry knows yarn up to version 1 only.
    if (manager == u"yarn" && version.section(u'.', 0, 0).toInt() > 1) {
        return isAsked ? u"corepack enable"_s
                       : u"corepack enable && corepack prepare yarn@%1 --activate"_s.arg(version);
    }
    return u"npm install --global %1@%2"_s.arg(manager, version.isEmpty() ? u"latest"_s : version);
}

/// The flag that keeps out what only developers need; empty where there is none.
QString productionFlag(const QString& manager, int major) {
    if (manager == u"npm") {
        return u" --omit=dev"_s;
    }
    if (manager == u"pnpm") {
        return u" --prod"_s;
    }
    return manager == u"yarn" && major > 1 ? QString() : u" --production"_s;
}

QStringList systemPackagesOf(const PackageJson& package) {
    QStringList packages;
    for (const SystemPackages& known : systemPackages) {
        if (package.has(QString::fromLatin1(known.package))) {
            packages += QString::fromLatin1(known.debian).split(u' ');
        }
    }
    const bool needsGit = std::any_of(package.dependencies.begin(), package.dependencies.end(),
        [](const QString& range) { return range.startsWith(u"git"_s); });
    if (needsGit) {
        packages << u"ca-certificates"_s << u"git"_s;
    }
    packages.removeDuplicates();
    packages.sort();
    return packages;
}

} // namespace

NodeInstall nodeInstall(const AppFolder& top, const PackageJson& app, const BuildPlan& plan, bool isForRunning) {
    const PackageJson package = tryPackageJson(top).value_or(PackageJson());
    const QString& manager = plan.packageManager;
    const QString asked = askedVersion(package, manager);
    const QString version = asked.isEmpty() ? managerOfLockfile(manager, lockfileOf(top, manager)).version : asked;
    const int major = version.section(u'.', 0, 0).toInt();
    NodeInstall install;
    install.manager = providing(manager, version, !asked.isEmpty());
    install.files = manifests(top);
    install.folder = top.hasFolder(u".yarn"_s) ? u".yarn"_s : QString();
    const bool isLocked = std::any_of(install.files.begin(), install.files.end(),
        [](const QString& file) { return file.contains(u"lock"_s) || file.contains(u"shrinkwrap"_s); });
    const bool isPlain = isPlainInstall(plan.installCommand);
    install.command = plan.installCommand;
    if (isPlain) {
        install.command += isForRunning ? productionFlag(manager, major) : QString();
        install.command = isLocked ? lockedInstall(install.command, major) : install.command;
    }
    install.isApart = isPlain && !needsSource(top, package);
    install.systemPackages = systemPackagesOf(app);
    return install;
}

AppFolder nodeContext(const AppFolder& app, const QString& manager) {
    static const QHash<QString, QStringList> lockfiles{{u"npm"_s, {u"package-lock.json"_s, u"npm-shrinkwrap.json"_s}},
        {u"pnpm"_s, {u"pnpm-lock.yaml"_s}}, {u"yarn"_s, {u"yarn.lock"_s}}, {u"bun"_s, {u"bun.lock"_s, u"bun.lockb"_s}}};
    for (const AppFolder& folder : app.upwards()) {
        const bool isOwn = folder.root() == app.root();
        const bool isWorkspace = folder.has(u"pnpm-workspace.yaml"_s)
            || !tryPackageJson(folder).value_or(PackageJson()).workspaces().isEmpty();
        const bool isLocked = !folder.firstOf(lockfiles.value(manager)).isEmpty();
        if ((isOwn && isLocked) || (!isOwn && isWorkspace)) {
            return folder;
        }
    }
    return app;
}

} // namespace miaobu
