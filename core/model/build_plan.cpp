#include "core/model/build_plan.h"

#include <QJsonArray>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr std::array textFields{
    std::pair{"framework", &BuildPlan::framework},
    std::pair{"packageManager", &BuildPlan::packageManager},
    std::pair{"installCommand", &BuildPlan::installCommand},
    std::pair{"buildCommand", &BuildPlan::buildCommand},
    std::pair{"outputDir", &BuildPlan::outputDir},
    std::pair{"rootDirectory", &BuildPlan::rootDirectory},
    std::pair{"nodeVersion", &BuildPlan::nodeVersion},
    std::pair{"pythonVersion", &BuildPlan::pythonVersion},
    std::pair{"appModule", &BuildPlan::appModule},
    std::pair{"startCommand", &BuildPlan::startCommand},
};

constexpr std::array overrideFields{
    std::pair{"rootDirectory", &BuildOverrides::rootDirectory},
    std::pair{"installCommand", &BuildOverrides::installCommand},
    std::pair{"buildCommand", &BuildOverrides::buildCommand},
    std::pair{"outputDir", &BuildOverrides::outputDir},
    std::pair{"nodeVersion", &BuildOverrides::nodeVersion},
    std::pair{"pythonVersion", &BuildOverrides::pythonVersion},
    std::pair{"appModule", &BuildOverrides::appModule},
    std::pair{"startCommand", &BuildOverrides::startCommand},
};

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// "poetry run " of a command that a package manager starts.
QString runnerOf(const QString& command) {
    const QStringList words = command.split(u' ');
    return words.value(1) == u"run" ? words.at(0) + u" run "_s : QString();
}

bool isAsgi(const BuildPlan& plan) {
    static const QStringList asgi{u"fastapi"_s, u"starlette"_s, u"litestar"_s, u"quart"_s, u"sanic"_s, u"fasthtml"_s};
    return asgi.contains(plan.framework) || plan.startCommand.contains(u"uvicorn"_s);
}

void apply(BuildPlan& plan, const char* key, QString BuildPlan::* field, const QString& value) {
    if (!value.isNull()) {
        plan.*field = value;
        plan.reasons.insert(QString::fromLatin1(key), u"set by you"_s);
    }
}

} // namespace

bool isWebApp(ProjectKind kind) {
    return kind == ProjectKind::Python || kind == ProjectKind::NodeServer;
}

QString projectKindName(ProjectKind kind) {
    switch (kind) {
    case ProjectKind::Static:
        return u"static"_s;
    case ProjectKind::Python:
        return u"python"_s;
    case ProjectKind::NodeServer:
        return u"node-server"_s;
    case ProjectKind::Unknown:
        break;
    }
    return u"unknown"_s;
}

ProjectKind projectKindFromName(const QString& name) {
    for (const ProjectKind kind : {ProjectKind::Static, ProjectKind::Python, ProjectKind::NodeServer}) {
        if (projectKindName(kind) == name) {
            return kind;
        }
    }
    return ProjectKind::Unknown;
}

QString buildPlaceName(BuildPlace place) {
    return place == BuildPlace::Container ? u"container"_s : u"computer"_s;
}

BuildPlace buildPlaceFromName(const QString& name) {
    return name == buildPlaceName(BuildPlace::Container) ? BuildPlace::Container : BuildPlace::Computer;
}

QString serverCommand(const QString& appModule, bool isAsgi) {
    const bool isFactory = appModule.endsWith(u"()"_s);
    if (isAsgi) {
        const QString module = isFactory ? appModule.chopped(2) : appModule;
        return u"uvicorn %1%2 --host 0.0.0.0 --port 9000"_s.arg(module, isFactory ? u" --factory"_s : QString());
    }
    return u"gunicorn --bind 0.0.0.0:9000 "_s + (appModule.contains(u'(') ? u'\'' + appModule + u'\'' : appModule);
}

BuildPlan withOverrides(BuildPlan detected, const BuildOverrides& overrides) {
    apply(detected, "rootDirectory", &BuildPlan::rootDirectory, overrides.rootDirectory);
    apply(detected, "installCommand", &BuildPlan::installCommand, overrides.installCommand);
    apply(detected, "buildCommand", &BuildPlan::buildCommand, overrides.buildCommand);
    apply(detected, "outputDir", &BuildPlan::outputDir, overrides.outputDir);
    apply(detected, "nodeVersion", &BuildPlan::nodeVersion, overrides.nodeVersion);
    apply(detected, "pythonVersion", &BuildPlan::pythonVersion, overrides.pythonVersion);
    if (!overrides.appModule.isEmpty() && overrides.appModule != detected.appModule) {
        const QString before = detected.startCommand;
        detected.startCommand = runnerOf(before) + serverCommand(overrides.appModule, isAsgi(detected));
        detected.reasons.insert(u"startCommand"_s, u"starts %1, which was set by you"_s.arg(overrides.appModule));
    }
    apply(detected, "appModule", &BuildPlan::appModule, overrides.appModule);
    apply(detected, "startCommand", &BuildPlan::startCommand, overrides.startCommand);
    if (overrides.kind) {
        detected.kind = *overrides.kind;
        detected.reasons.insert(u"kind"_s, u"set by you"_s);
    }
    if (overrides.isSpa) {
        detected.isSpa = *overrides.isSpa;
        detected.reasons.insert(u"isSpa"_s, u"set by you"_s);
    }
    detected.place = overrides.place.value_or(detected.place);
    return detected;
}

QJsonObject toJson(const BuildPlan& plan) {
    QJsonObject object{{u"kind"_s, projectKindName(plan.kind)}};
    for (const auto& [key, field] : textFields) {
        object.insert(QString::fromLatin1(key), textOrNull(plan.*field));
    }
    object.insert(u"isSpa"_s, plan.isSpa);
    object.insert(u"apps"_s, QJsonArray::fromStringList(plan.apps));
    if (plan.place != BuildPlace::Computer) {
        object.insert(u"place"_s, buildPlaceName(plan.place));
    }
    if (!plan.appCandidates.isEmpty()) {
        object.insert(u"appCandidates"_s, QJsonArray::fromStringList(plan.appCandidates));
    }
    QJsonObject reasons;
    for (auto it = plan.reasons.cbegin(); it != plan.reasons.cend(); ++it) {
        reasons.insert(it.key(), it.value());
    }
    object.insert(u"reasons"_s, reasons);
    return object;
}

BuildPlan buildPlanFromJson(const QJsonObject& object) {
    BuildPlan plan;
    plan.kind = projectKindFromName(object.value(u"kind"_s).toString());
    for (const auto& [key, field] : textFields) {
        plan.*field = object.value(QLatin1StringView(key)).toString();
    }
    plan.isSpa = object.value(u"isSpa"_s).toBool();
    plan.place = buildPlaceFromName(object.value(u"place"_s).toString());
    for (const QJsonValue& app : object.value(u"apps"_s).toArray()) {
        plan.apps.append(app.toString());
    }
    for (const QJsonValue& candidate : object.value(u"appCandidates"_s).toArray()) {
        plan.appCandidates.append(candidate.toString());
    }
    const QJsonObject reasons = object.value(u"reasons"_s).toObject();
    for (auto it = reasons.begin(); it != reasons.end(); ++it) {
        plan.reasons.insert(it.key(), it.value().toString());
    }
    return plan;
}

QJsonObject toJson(const BuildOverrides& overrides) {
    QJsonObject object;
    for (const auto& [key, field] : overrideFields) {
        if (!(overrides.*field).isNull()) {
            object.insert(QString::fromLatin1(key), overrides.*field);
        }
    }
    if (overrides.kind) {
        object.insert(u"kind"_s, projectKindName(*overrides.kind));
    }
    if (overrides.isSpa) {
        object.insert(u"isSpa"_s, *overrides.isSpa);
    }
    if (overrides.place) {
        object.insert(u"place"_s, buildPlaceName(*overrides.place));
    }
    return object;
}

BuildOverrides buildOverridesFromJson(const QJsonObject& object) {
    BuildOverrides overrides;
    for (const auto& [key, field] : overrideFields) {
        const QJsonValue value = object.value(QLatin1StringView(key));
        if (value.isString()) {
            overrides.*field = value.toString().isNull() ? u""_s : value.toString();
        }
    }
    if (const QJsonValue kind = object.value(u"kind"_s); kind.isString()) {
        overrides.kind = projectKindFromName(kind.toString());
    }
    if (object.value(u"isSpa"_s).isBool()) {
        overrides.isSpa = object.value(u"isSpa"_s).toBool();
    }
    if (const QJsonValue place = object.value(u"place"_s); place.isString()) {
        overrides.place = buildPlaceFromName(place.toString());
    }
    return overrides;
}

} // namespace miaobu
