#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/page.h"
#include "aliyun/emulator/routine_state.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr int mostRoutines = 50;
constexpr long long mostOnAPage = 50; // The documentation says 20, but esa-cli asks for 50.

QJsonObject openErService(EsaState& state, const ApiParameters&) {
    state.erStatus = "Running";
    return {};
}

QJsonObject getErService(EsaState& state, const ApiParameters&) {
    return {{u"Status"_s, toQt(state.erStatus)}, {u"PlanName"_s, u"er_free"_s}};
}

void checkName(const std::string& name) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (name.size() < 2 || name.size() > 64 || !std::all_of(name.begin(), name.end(), allowed)) {
        throw ServiceFault{400, "InvalidName", "A routine is named with two or more of a-z, 0-9 and -."};
    }
}

QJsonObject createRoutine(EsaState& state, const ApiParameters& parameters) {
    const std::string name = parameters.text("Name");
    checkName(name);
    checkOneOf(parameters, "HasAssets", {"true", "false"});
    if (state.erStatus != "Running") {
        throw ServiceFault{403, "ErService.NotOpened", "Edge routines are not activated for this account."};
    }
    if (state.routines.find(name)) {
        throw ServiceFault{400, "RoutineNameAlreadyExist", "The specified routine exists already."};
    }
    if (state.routines.all().size() >= mostRoutines) {
        throw ServiceFault{400, "RoutineNumberExceedQuotaLimit", "The account has no routine left."};
    }
    state.routines.put(name,
        {{u"RoutineName"_s, toQt(name)}, {u"Description"_s, toQt(parameters.text("Description"))},
            {u"HasAssets"_s, parameters.flag("HasAssets")}, {u"CreateTime"_s, isoNow()},
            {u"DefaultRelatedRecord"_s, toQt(name) + u".er.localhost"_s}});
    return {{u"Status"_s, u"OK"_s}};
}

QJsonObject shownRoutine(const QJsonObject& routine) {
    QJsonObject answer = shown(routine);
    answer.insert(u"Description"_s, base64Text(routine.value(u"Description"_s).toString()));
    return answer;
}

QJsonObject getRoutine(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject routine = existingRoutine(state, parameters);
    QJsonArray environments;
    for (const QString& name : {u"staging"_s, u"production"_s}) {
        QJsonObject deployment = routine.value(name).toObject();
        QJsonArray versions;
        for (const QJsonValue& entry : deployment.value(u"CodeVersions"_s).toArray()) {
            QJsonObject version = entry.toObject();
            const auto kept = state.codeVersions.find(
                versionName(parameters.text("Name"), toStd(version.value(u"CodeVersion"_s).toString())));
            version.insert(
                u"Description"_s, base64Text(kept.value_or(QJsonObject()).value(u"CodeDescription"_s).toString()));
            version.insert(u"CreateTime"_s, kept.value_or(QJsonObject()).value(u"CreateTime"_s));
            versions.append(version);
        }
        deployment.insert(u"CodeVersions"_s, versions);
        environments.append(QJsonObject{{u"Env"_s, name}, {u"CodeDeploy"_s, deployment}});
    }
    QJsonObject answer = shownRoutine(routine);
    answer.remove(u"RoutineName"_s);
    answer.insert(u"Envs"_s, environments);
    return answer;
}

QJsonObject listUserRoutines(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 20, mostOnAPage, 10);
    QList<QJsonObject> routines;
    for (const auto& [name, routine] : state.routines.all()) {
        if (name.find(parameters.text("SearchKeyWord")) != std::string::npos) {
            routines.append(shownRoutine(routine));
        }
    }
    QJsonObject answer = pageAnswer(u"Routines"_s, routines, page);
    answer.insert(u"QuotaRoutineNumber"_s, mostRoutines);
    answer.insert(u"UsedRoutineNumber"_s, static_cast<qint64>(state.routines.all().size()));
    return answer;
}

QJsonObject getRoutineUserInfo(EsaState& state, const ApiParameters&) {
    QJsonArray routines;
    QJsonArray names;
    for (const auto& [name, routine] : state.routines.all()) {
        routines.append(shownRoutine(routine));
        names.append(routine.value(u"DefaultRelatedRecord"_s));
    }
    return {{u"Routines"_s, routines}, {u"Subdomains"_s, names}};
}

QJsonObject deleteRoutine(EsaState& state, const ApiParameters& parameters) {
    const std::string name = toStd(existingRoutine(state, parameters).value(u"RoutineName"_s).toString());
    for (const QJsonObject& version : versionsOf(state, name)) {
        const std::string number = toStd(version.value(u"CodeVersion"_s).toString());
        state.uploads.bucket()->remove(codeKey(name, number));
        state.codeVersions.remove(versionName(name, number));
    }
    const auto belongs = [&name](const QJsonObject& object, const QString& member) {
        return toStd(object.value(member).toString()) == name;
    };
    for (const auto& [id, route] : state.routes.all()) {
        if (belongs(route, u"RoutineName"_s)) {
            state.routes.remove(id);
        }
    }
    for (const auto& [id, record] : state.records.all()) {
        if (belongs(record, u"routine"_s)) {
            state.records.remove(id);
        }
    }
    state.routines.remove(name);
    state.routinesChanged();
    return {{u"Status"_s, u"OK"_s}};
}

QJsonObject updateDescription(EsaState& state, const ApiParameters& parameters) {
    QJsonObject routine = existingRoutine(state, parameters);
    routine.insert(u"Description"_s, toQt(parameters.text("Description")));
    state.routines.put(parameters.text("Name"), routine);
    return {{u"Status"_s, u"OK"_s}};
}

} // namespace

std::vector<ApiAction> routineActions() {
    const ApiParameter name{"Name", true};
    // Alibaba's SDK posts forms where Alibaba's esa-cli gets with a query; the service takes both.
    constexpr std::string_view either = "GET|POST";
    return {
        {esaVersion, "OpenErService", "POST", {{"OwnerId"}}, onEsa<openErService>},
        {esaVersion, "GetErService", "GET", {{"OwnerId"}}, onEsa<getErService>},
        {esaVersion, "CreateRoutine", either, {name, {"Description"}, {"HasAssets"}}, onEsa<createRoutine>},
        {esaVersion, "GetRoutine", either, {name}, onEsa<getRoutine>},
        {esaVersion, "ListUserRoutines", either, {{"PageNumber"}, {"PageSize"}, {"SearchKeyWord"}},
            onEsa<listUserRoutines>},
        {esaVersion, "GetRoutineUserInfo", either, {}, onEsa<getRoutineUserInfo>},
        {esaVersion, "DeleteRoutine", either, {name}, onEsa<deleteRoutine>},
        {esaVersion, "UpdateRoutineConfigDescription", "POST", {name, {"Description"}}, onEsa<updateDescription>},
    };
}

} // namespace miaobu::emulator
