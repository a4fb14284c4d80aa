#include "core/build/node_recipe.h"

#include "core/build/node_command.h"
#include "core/build/node_install.h"
#include "core/build/recipe_lines.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Where the app lies in the image; \a below: its folder relative to what is copied, "apps/api/" or empty.
QStringList head(const BuildPlan& plan, const ImageSettings& settings, const QString& below) {
    QStringList lines{u"FROM "_s + baseImage(plan, settings), QString(), u"ENV CI=true \\"_s,
        u"    NPM_CONFIG_FUND=false \\"_s, u"    NPM_CONFIG_AUDIT=false \\"_s,
        u"    NPM_CONFIG_UPDATE_NOTIFIER=false \\"_s, u"    NEXT_TELEMETRY_DISABLED=1 \\"_s};
    if (plan.packageManager == u"yarn") {
        // Where whoever runs the app finds it, too.
        lines.append(u"    COREPACK_HOME=/usr/local/share/corepack \\"_s);
    }
    const QString own = below.isEmpty() ? QString() : u"/app/%1node_modules/.bin:"_s.arg(below);
    return lines << u"    PATH=%1/app/node_modules/.bin:$PATH"_s.arg(own) << u"WORKDIR /app"_s;
}

/// What a build has made belongs to the app, too; its dependencies stay as they are.
QString buildLine(const QString& command, const QStringList& secrets) {
    return runLine(command, secrets)
        + u" \\\n    && find . -name node_modules -prune -o -user 0 -exec chown -h 10001:10001 '{}' +"_s;
}

} // namespace

NodeRecipe nodeRecipe(const AppFolder& folder, const BuildPlan& plan, const ImageSettings& settings,
    const BuildVariableNames& variables) {
    const PackageJson package = tryPackageJson(folder).value_or(PackageJson());
    const AppFolder top = nodeContext(folder, plan.packageManager);
    const QString inside = folder.root().mid(top.root().isEmpty() ? 0 : top.root().size() + 1);
    const QString below = top.root() == folder.root() ? QString() : inside + u'/';
    NodeRecipe recipe;
    recipe.contextFolder = top.root();
    recipe.command = nodeCommand(package, plan.startCommand);
    const bool isForRunning = plan.buildCommand.isEmpty() && isPlainNode(recipe.command);
    const NodeInstall install = nodeInstall(top, package, plan, isForRunning);

    QStringList& lines = recipe.lines;
    lines = head(plan, settings, below);
    lines += argumentLines(settings, variables, {u"NODE_EXTRA_CA_CERTS"_s, u"NPM_CONFIG_CAFILE"_s});
    if (!install.systemPackages.isEmpty()) {
        lines += systemPackageLines(install.systemPackages);
        recipe.notes.append(systemPackageNote(install.systemPackages));
    }
    if (!install.manager.isEmpty()) {
        lines << QString() << runLine(install.manager, variables.secret);
    }
    if (install.isApart) {
        lines << QString() << u"# In a layer of its own: it is kept until the dependencies change."_s;
        lines += copyLines(install.files);
        if (!install.folder.isEmpty()) {
            lines.append(u"COPY [\"%1\", \"./%1/\"]"_s.arg(install.folder));
        }
        lines.append(runLine(install.command, variables.secret));
    }
    lines << QString() << u"COPY --chown=10001:10001 . ."_s;
    if (!install.isApart && !install.command.isEmpty()) {
        lines.append(runLine(install.command, variables.secret));
    }
    if (!below.isEmpty()) {
        lines.append(u"WORKDIR /app/"_s + inside);
    }
    if (!plan.buildCommand.isEmpty()) {
        lines.append(buildLine(plan.buildCommand, variables.secret));
    }
    return recipe;
}

} // namespace miaobu
