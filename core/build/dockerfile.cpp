#include "core/build/dockerfile.h"

#include "core/async/error.h"
#include "core/build/node_recipe.h"
#include "core/build/python_recipe.h"
#include "core/build/recipe_lines.h"
#include "core/detect/python/project_reading.h"
#include "core/detect/python/python_frameworks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString ignored(const BuildPlan& plan) {
    static const QString text = u".git\n.env\n.env.*\n!.env.example\n**/__pycache__\n**/*.pyc\n**/.venv\n**/venv\n"
                                u"**/node_modules\n.idea\n.vscode\n"_s;
    // What an earlier build has left is made anew.
    const bool isNodeBuild = plan.kind == ProjectKind::NodeServer && !plan.buildCommand.isEmpty();
    return isNodeBuild ? text + u"**/.next\n**/.nuxt\n**/.output\n**/.svelte-kit\n"_s : text;
}

Error startUnknown(const BuildPlan& plan) {
    if (plan.kind == ProjectKind::NodeServer) {
        const QString reason = plan.reasons.value(u"startCommand"_s);
        return Error(ErrorKind::AppUnknown, plan.framework,
            reason.isEmpty() ? u"package.json has no script that starts it"_s : reason);
    }
    Error error(ErrorKind::AppUnknown, plan.framework);
    error.alternatives = plan.appCandidates;
    return error;
}

/// CMD takes JSON: no quote of the command is read by anybody but the shell.
QString commandLine(const QString& command) {
    static const QRegularExpression several(u"[;&|]"_s);
    // exec: the signal that ends the container reaches the server, not a shell before it.
    const QString line = several.match(command).hasMatch() ? command : u"exec "_s + command;
    const QJsonArray words{u"sh"_s, u"-c"_s, line};
    return u"CMD "_s + QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
}

} // namespace

QString imageCommand(const QString& startCommand, const QString& packageManager) {
    QString command = startCommand;
    // A script of package.json is run by its manager, a server in Python is on the path.
    static const QStringList managers{u"poetry"_s, u"uv"_s, u"pdm"_s, u"pipenv"_s};
    if (const QString prefix = packageManager + u" run "_s;
        managers.contains(packageManager) && command.startsWith(prefix)) {
        command.remove(0, prefix.size());
    }
    static const QRegularExpression port(u"(--bind 0\\.0\\.0\\.0:|--port )9000\\b"_s);
    return command.replace(port, u"\\1${PORT:-9000}"_s);
}

ImageRecipe imageRecipe(const AppFolder& folder, const BuildPlan& plan, const ImageSettings& settings,
    const BuildVariableNames& variables) {
    ImageRecipe recipe;
    recipe.contextFolder = folder.root();
    recipe.ownFile = folder.firstOf({u"Dockerfile"_s, u"Containerfile"_s});
    if (!recipe.ownFile.isEmpty()) {
        recipe.dockerfile = folder.text(recipe.ownFile);
        return recipe;
    }
    if (plan.kind != ProjectKind::Python && plan.kind != ProjectKind::NodeServer) {
        throw Error(ErrorKind::KindNotSupported, projectKindName(plan.kind));
    }
    if (plan.startCommand.isEmpty()) {
        throw startUnknown(plan);
    }
    recipe.baseImage = baseImage(plan, settings);
    QStringList lines{
        u"# Made by Miaobu. Save it into the repository as \"Dockerfile\" to build with your own from then on."_s};
    if (plan.kind == ProjectKind::NodeServer) {
        const NodeRecipe node = nodeRecipe(folder, plan, settings, variables);
        recipe.contextFolder = node.contextFolder;
        recipe.notes = node.notes;
        // The names under which servers are told to listen to everybody; a container's own HOSTNAME is its id.
        const QStringList addresses{u"NODE_ENV=production"_s, u"HOST=0.0.0.0"_s, u"HOSTNAME=0.0.0.0"_s,
            u"NITRO_HOST=0.0.0.0"_s, u"FASTIFY_ADDRESS=0.0.0.0"_s};
        lines += node.lines + endLines(addresses, commandLine(node.command));
    } else {
        const QString command = commandLine(imageCommand(plan.startCommand, plan.packageManager));
        recipe.addedPackages = missingServers(readPythonProject(folder), plan.startCommand);
        lines += pythonDockerfile(folder, plan, settings, variables, command, recipe.notes);
    }
    const AppFolder context(folder.tree(), recipe.contextFolder);
    recipe.dockerignore = context.has(u".dockerignore"_s) ? QString() : ignored(plan);
    recipe.dockerfile = lines.join(u'\n') + u'\n';
    return recipe;
}

} // namespace miaobu
