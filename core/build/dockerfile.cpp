#include "core/build/dockerfile.h"

#include "core/async/error.h"
#include "core/build/node_recipe.h"
#include "core/build/python_recipe.h"
#include "core/detect/python/project_reading.h"
#include "core/detect/python/python_frameworks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString& ignored() {
    static const QString text = u".git\n.env\n.env.*\n!.env.example\n**/__pycache__\n**/*.pyc\n**/.venv\n**/venv\n"
                                u"**/node_modules\n.idea\n.vscode\n"_s;
    return text;
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
    recipe.ownFile = folder.firstOf({u"Dockerfile"_s, u"Containerfile"_s});
    if (!recipe.ownFile.isEmpty()) {
        recipe.dockerfile = folder.text(recipe.ownFile);
        return recipe;
    }
    if (plan.kind != ProjectKind::Python && plan.kind != ProjectKind::NodeServer) {
        throw Error(ErrorKind::KindNotSupported, projectKindName(plan.kind));
    }
    if (plan.startCommand.isEmpty()) {
        throw Error(ErrorKind::AppUnknown, plan.framework);
    }
    recipe.baseImage = baseImage(plan, settings);
    recipe.dockerignore = folder.has(u".dockerignore"_s) ? QString() : ignored();
    const QString command = commandLine(imageCommand(plan.startCommand, plan.packageManager));
    QStringList lines{
        u"# Made by Miaobu. Save it into the repository as \"Dockerfile\" to build with your own from then on."_s};
    if (plan.kind == ProjectKind::NodeServer) {
        lines += nodeDockerfile(folder, plan, settings, variables, command);
    } else {
        recipe.addedPackages = missingServers(readPythonProject(folder), plan.startCommand);
        lines += pythonDockerfile(folder, plan, settings, variables, command, recipe.notes);
    }
    recipe.dockerfile = lines.join(u'\n') + u'\n';
    return recipe;
}

} // namespace miaobu
