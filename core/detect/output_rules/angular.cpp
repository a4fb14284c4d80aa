#include "core/detect/output_rules/families.h"

using namespace Qt::StringLiterals;

namespace miaobu::output_rules {

namespace {

/// The project of angular.json that the script builds: the one it names, the default one, else the first application.
QString projectName(const QJsonObject& workspace, const std::optional<Invocation>& build) {
    const QJsonObject projects = workspace.value(u"projects"_s).toObject();
    if (build) {
        for (const QString& named :
            {build->flag({u"--project"_s}), build->positional(u"ng build"_s, {u"-c"_s, u"--configuration"_s})}) {
            if (projects.contains(named)) {
                return named;
            }
        }
    }
    if (const QString name = workspace.value(u"defaultProject"_s).toString(); projects.contains(name)) {
        return name;
    }
    for (const QString& name : projects.keys()) {
        const QJsonObject project = projects.value(name).toObject();
        if (project.value(u"projectType"_s).toString(u"application"_s) == u"application" && !name.endsWith(u"-e2e"_s)) {
            return name;
        }
    }
    return {};
}

QJsonObject member(const QJsonObject& object, const QString& key, const QString& other) {
    return object.value(object.contains(key) ? key : other).toObject();
}

/// The configuration a build takes: the one the script names, else the default one.
QJsonObject withConfiguration(const QJsonObject& target, const std::optional<Invocation>& build) {
    QJsonObject options = target.value(u"options"_s).toObject();
    QString name = build ? build->flag({u"--configuration"_s, u"-c"_s}) : QString();
    if (name.isEmpty()) {
        const bool isProduction = build && (build->hasFlag(u"--prod"_s) || build->hasFlag(u"--production"_s));
        name = isProduction ? u"production"_s : target.value(u"defaultConfiguration"_s).toString();
    }
    const QJsonObject chosen = target.value(u"configurations"_s).toObject().value(name).toObject();
    for (auto it = chosen.begin(); it != chosen.end(); ++it) {
        options.insert(it.key(), it.value());
    }
    return options;
}

bool needsServer(const QJsonObject& options) {
    const QJsonValue ssr = options.value(u"ssr"_s);
    const bool isOn = ssr.isObject() || ssr.toBool();
    return isOn && options.value(u"outputMode"_s).toString() != u"static";
}

/// Where the pages are: the application builder puts them into "browser" below its output path.
QString pagesOf(const QJsonObject& options, const QString& project, bool isApplicationBuilder) {
    const QJsonValue path = options.value(u"outputPath"_s);
    if (path.isObject()) {
        const QString base = path.toObject().value(u"base"_s).toString();
        const QString browser = path.toObject().value(u"browser"_s).toString(u"browser"_s);
        return tidyPath(base + u'/' + browser);
    }
    const QString base = path.isString() ? path.toString() : u"dist/"_s + project;
    return tidyPath(isApplicationBuilder ? base + u"/browser"_s : base);
}

} // namespace

SiteAnswer angular(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const QString name = question.folder.firstOf({u"angular.json"_s, u".angular.json"_s, u"workspace.json"_s});
    const QJsonObject workspace = readRelaxedJson(question.folder, name);
    const std::optional<Invocation> build = question.build();
    const QString project = projectName(workspace, build);
    const QJsonObject settings = workspace.value(u"projects"_s).toObject().value(project).toObject();
    const QJsonObject target = member(settings, u"architect"_s, u"targets"_s).value(u"build"_s).toObject();
    if (target.isEmpty()) {
        const bool isOldCli = question.folder.has(u".angular-cli.json"_s) || question.folder.has(u"angular-cli.json"_s);
        answer.outputDir = answer.outputDir.isEmpty() || isOldCli ? u"dist"_s : answer.outputDir;
        return answer;
    }
    const QJsonObject options = withConfiguration(target, build);
    if (needsServer(options)) {
        return serverAnswer(u"server rendering is switched on for %1 in %2"_s.arg(project, name));
    }
    const QString builder
        = target.value(u"builder"_s).toString(target.value(u"executor"_s).toString()).section(u':', -1);
    const bool isApplicationBuilder = builder == u"application" || builder.endsWith(u"-application"_s);
    const QString flag = build ? build->flag({u"--output-path"_s, u"--outputPath"_s}) : QString();
    QJsonObject said = options;
    if (!flag.isEmpty()) {
        said.insert(u"outputPath"_s, flag);
    }
    answer.outputDir = pagesOf(said, project, isApplicationBuilder);
    answer.outputReason = flag.isEmpty() ? u"outputPath of %1 in %2"_s.arg(project, name)
                                         : u"the script \"%1\" says so"_s.arg(question.choice.script);
    answer.isOutputSaid = true;
    return answer;
}

} // namespace miaobu::output_rules
