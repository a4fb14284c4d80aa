#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/page.h"
#include "aliyun/emulator/routine_state.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

QJsonObject shownVersion(const EsaState& state, const QString& routine, const QJsonObject& version) {
    QJsonObject answer = shown(version);
    answer.insert(u"CodeDescription"_s, base64Text(version.value(u"CodeDescription"_s).toString()));
    answer.insert(u"Status"_s, statusOf(state, routine, version));
    return answer;
}

QJsonObject versionOf(const EsaState& state, const ApiParameters& parameters) {
    static_cast<void>(existingRoutine(state, parameters));
    return existingVersion(state, parameters.text("Name"), parameters.text("CodeVersion"));
}

QJsonObject getVersionInfo(EsaState& state, const ApiParameters& parameters) {
    return shownVersion(state, toQt(parameters.text("Name")), versionOf(state, parameters));
}

QJsonObject getVersion(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject version = versionOf(state, parameters);
    const auto code = state.uploads.read(codeKey(parameters.text("Name"), parameters.text("CodeVersion")));
    return {{u"RoutineCode"_s, toQt(toBase64(code.value_or(std::string())))},
        {u"CodeDescription"_s, base64Text(version.value(u"CodeDescription"_s).toString())},
        {u"CreateTime"_s, version.value(u"CreateTime"_s)}};
}

QJsonObject listVersions(EsaState& state, const ApiParameters& parameters) {
    const Page page = pageOf(parameters, 20, 20, 2);
    const QString routine = existingRoutine(state, parameters).value(u"RoutineName"_s).toString();
    const QString wanted = toQt(parameters.text("SearchKeyWord"));
    QList<QJsonObject> versions;
    for (const QJsonObject& version : versionsOf(state, toStd(routine))) {
        const bool fits = version.value(u"CodeVersion"_s).toString().contains(wanted)
            || version.value(u"CodeDescription"_s).toString().contains(wanted);
        if (fits) {
            versions.append(shownVersion(state, routine, version));
        }
    }
    return pageAnswer(u"CodeVersions"_s, versions, page);
}

QJsonObject deleteVersion(EsaState& state, const ApiParameters& parameters) {
    const QJsonObject routine = existingRoutine(state, parameters);
    static_cast<void>(versionOf(state, parameters));
    if (isDeployed(routine, toQt(parameters.text("CodeVersion")))) {
        throw ServiceFault{400, "InvalidCodeVersion", "A version that is deployed cannot be deleted."};
    }
    state.codeVersions.remove(versionName(parameters.text("Name"), parameters.text("CodeVersion")));
    state.uploads.bucket()->remove(codeKey(parameters.text("Name"), parameters.text("CodeVersion")));
    return {{u"Status"_s, u"OK"_s}};
}

} // namespace

std::vector<ApiAction> routineVersionActions() {
    const ApiParameter name{"Name", true};
    const ApiParameter version{"CodeVersion", true};
    return {
        {esaVersion, "GetRoutineCodeVersionInfo", "GET|POST", {name, version}, onEsa<getVersionInfo>},
        {esaVersion, "GetRoutineCodeVersion", "GET|POST", {name, version}, onEsa<getVersion>},
        {esaVersion, "ListRoutineCodeVersions", "GET|POST", {name, {"PageNumber"}, {"PageSize"}, {"SearchKeyWord"}},
            onEsa<listVersions>},
        {esaVersion, "DeleteRoutineCodeVersion", "GET|POST", {name, version}, onEsa<deleteVersion>},
    };
}

} // namespace miaobu::emulator
