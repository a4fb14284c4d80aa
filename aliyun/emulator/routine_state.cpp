#include "aliyun/emulator/routine_state.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

QJsonArray deployedIn(const QJsonObject& routine, const QString& environment) {
    return routine.value(environment).toObject().value(u"CodeVersions"_s).toArray();
}

std::set<QString> routedRoutines(const EsaState& state) {
    std::set<QString> names;
    for (const auto& [id, route] : state.routes.all()) {
        if (route.value(u"RouteEnable"_s) == u"on"_s && route.value(u"Bypass"_s) != u"on"_s) {
            names.insert(route.value(u"RoutineName"_s).toString());
        }
    }
    for (const auto& [id, record] : state.records.all()) {
        if (record.contains(u"routine"_s)) {
            names.insert(record.value(u"routine"_s).toString());
        }
    }
    return names;
}

/// Of several versions that share the visitors, the one that has most of them.
QJsonObject mainVersion(const QJsonObject& routine) {
    QJsonObject best;
    for (const QJsonValue& version : deployedIn(routine, u"production"_s)) {
        if (best.isEmpty() || version[u"Percentage"_s].toInt() > best.value(u"Percentage"_s).toInt()) {
            best = version.toObject();
        }
    }
    return best;
}

} // namespace

QJsonObject existingRoutine(const EsaState& state, const ApiParameters& parameters, const std::string& member) {
    const auto routine = state.routines.find(parameters.text(member));
    if (!routine) {
        throw ServiceFault{404, "RoutineNotExist", "The specified routine does not exist."};
    }
    return *routine;
}

std::string versionName(const std::string& routine, const std::string& version) {
    return routine + "/" + version;
}

QList<QJsonObject> versionsOf(const EsaState& state, const std::string& routine) {
    QList<QJsonObject> versions;
    for (const auto& [name, version] : state.codeVersions.all(routine + "/")) {
        versions.prepend(version);
    }
    return versions;
}

QJsonObject existingVersion(const EsaState& state, const std::string& routine, const std::string& version) {
    const auto found = state.codeVersions.find(versionName(routine, version));
    if (!found) {
        throw ServiceFault{404, "CodeVersionNotExist", "The specified code version does not exist."};
    }
    return *found;
}

QString statusOf(const EsaState& state, const QString& routine, const QJsonObject& version) {
    const std::string key = codeKey(toStd(routine), toStd(version.value(u"CodeVersion"_s).toString()));
    const bool built
        = hasSettled(state, version.value(u"createdAt"_s).toInteger()) && state.uploads.bucket()->find(key);
    return built ? u"available"_s : u"init"_s;
}

bool isDeployed(const QJsonObject& routine, const QString& version) {
    const auto holds = [&](const QString& environment) {
        const QJsonArray versions = deployedIn(routine, environment);
        return std::any_of(versions.begin(), versions.end(),
            [&version](const QJsonValue& entry) { return entry[u"CodeVersion"_s].toString() == version; });
    };
    return holds(u"staging"_s) || holds(u"production"_s);
}

std::string codeKey(const std::string& routine, const std::string& version) {
    return "versions/" + routine + "/" + version;
}

std::string stagingKey(const std::string& routine) {
    return "site_er_js/" + routine + ".unstable.js";
}

std::optional<std::string> answeringCode(const EsaState& state) {
    QJsonObject newest;
    std::string name;
    for (const QString& routineName : routedRoutines(state)) {
        const auto routine = state.routines.find(toStd(routineName));
        const QJsonObject version = routine ? mainVersion(*routine) : QJsonObject();
        if (version.value(u"CodeVersion"_s).toString() > newest.value(u"CodeVersion"_s).toString()) {
            newest = version;
            name = toStd(routineName);
        }
    }
    const std::string version = toStd(newest.value(u"CodeVersion"_s).toString());
    const auto kept = state.codeVersions.find(versionName(name, version));
    if (!kept || kept->value(u"HasAssets"_s).toBool()) {
        return std::nullopt;
    }
    return state.uploads.read(codeKey(name, version));
}

QString base64Text(const QString& text) {
    return toQt(toBase64(toStd(text)));
}

} // namespace miaobu::emulator
