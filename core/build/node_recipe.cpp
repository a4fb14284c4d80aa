#include "core/build/node_recipe.h"

#include "core/build/install_command.h"
#include "core/build/recipe_lines.h"
#include "core/detect/package_json.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

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

/// Whether an install runs something of the project's own, which has to be there then.
bool runsOwnScripts(const PackageJson& package) {
    constexpr std::array names{"preinstall", "install", "postinstall", "prepare"};
    return std::any_of(names.begin(), names.end(),
        [&package](const char* name) { return package.scripts.contains(QString::fromLatin1(name)); });
}

/// What makes the package manager be there: node's image has npm and, until Node 25, corepack.
QString providing(const PackageJson& package, const QString& manager) {
    if (manager == u"npm" || manager.isEmpty()) {
        return {};
    }
    static const QRegularExpression form(u"\\A(\\w+)@(\\d+)([\\d.]*)"_s);
    const QRegularExpressionMatch match = form.match(package.json.value(u"packageManager"_s).toString());
    const bool isSaid = match.captured(1) == manager;
    // npm's own registry knows yarn up to version 1 only.
    if (manager == u"yarn" && isSaid && match.captured(2).toInt() > 1) {
        return u"corepack enable"_s;
    }
    const QString version = isSaid ? match.captured(2) + match.captured(3) : QString();
    const QString usual = manager == u"yarn" ? u"1"_s : u"latest"_s;
    return u"npm install --global "_s + manager + u'@' + (version.isEmpty() ? usual : version);
}

int majorOf(const PackageJson& package) {
    static const QRegularExpression form(u"@(\\d+)"_s);
    const QString major = form.match(package.json.value(u"packageManager"_s).toString()).captured(1);
    return major.isEmpty() ? 1 : major.toInt();
}

} // namespace

QStringList nodeDockerfile(const AppFolder& folder, const BuildPlan& plan, const ImageSettings& settings,
    const BuildVariableNames& variables, const QString& command) {
    const PackageJson package = tryPackageJson(folder).value_or(PackageJson());
    const QStringList files = manifests(folder);
    const bool isLocked = std::any_of(files.begin(), files.end(),
        [](const QString& file) { return file.contains(u"lock"_s) || file.contains(u"shrinkwrap"_s); });
    const QString install = isPlainInstall(plan.installCommand) && isLocked
        ? lockedInstall(plan.installCommand, majorOf(package))
        : plan.installCommand;
    QStringList lines{u"FROM "_s + baseImage(plan, settings), QString(), u"ENV CI=true \\"_s,
        u"    NPM_CONFIG_FUND=false \\"_s, u"    NPM_CONFIG_AUDIT=false \\"_s,
        u"    NPM_CONFIG_UPDATE_NOTIFIER=false"_s, u"WORKDIR /app"_s};
    lines += argumentLines(settings, variables, {u"NODE_EXTRA_CA_CERTS"_s, u"NPM_CONFIG_CAFILE"_s});
    if (const QString provide = providing(package, plan.packageManager); !provide.isEmpty()) {
        lines << QString() << runLine(provide, variables.secret);
    }
    const bool isApart = !install.isEmpty() && isPlainInstall(plan.installCommand) && !runsOwnScripts(package);
    if (isApart) {
        lines << QString() << u"# In a layer of its own: it is kept until the dependencies change."_s;
        lines += copyLines(files);
        lines.append(runLine(install, variables.secret));
    }
    lines << QString() << u"COPY --chown=10001:10001 . ."_s;
    if (!isApart && !install.isEmpty()) {
        lines.append(runLine(install, variables.secret));
    }
    if (!plan.buildCommand.isEmpty()) {
        lines.append(runLine(plan.buildCommand, variables.secret));
    }
    // The two names under which servers are told to listen to everybody; a container's own HOSTNAME is its id.
    return lines + endLines({u"NODE_ENV=production"_s, u"HOST=0.0.0.0"_s, u"HOSTNAME=0.0.0.0"_s}, command);
}

} // namespace miaobu
