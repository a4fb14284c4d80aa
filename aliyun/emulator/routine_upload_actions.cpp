#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/routine_state.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr qsizetype mostVersions = 10;
constexpr std::uint64_t largestCode = 4U << 20;
constexpr std::uint64_t largestArchive = 100U << 20;

void checkRoom(const EsaState& state, const std::string& routine) {
    if (versionsOf(state, routine).size() >= mostVersions) {
        throw ServiceFault{400, "CodeVersionNumberExceedQuotaLimit", "A routine keeps no more than 10 code versions."};
    }
}

/// Puts a version there and gives its number.
std::string addVersion(EsaState& state, const ApiParameters& parameters, QJsonObject more) {
    const std::string routine = parameters.text("Name");
    const std::string number = std::to_string(state.nextLargeId());
    more.insert(u"CodeVersion"_s, toQt(number));
    more.insert(u"CodeDescription"_s, toQt(parameters.text("CodeDescription")));
    more.insert(u"CreateTime"_s, isoNow());
    more.insert(u"createdAt"_s, millisecondsNow());
    state.codeVersions.put(versionName(routine, number), more);
    return number;
}

QJsonObject getUploadInfo(EsaState& state, const ApiParameters& parameters) {
    const std::string name = parameters.text("Name");
    static_cast<void>(existingRoutine(state, parameters));
    const std::string key = stagingKey(name);
    const std::string description = toBase64(parameters.text("CodeDescription"));
    const std::string callback = toBase64(
        jsonText({{u"callbackUrl"_s, u"http://esa.localhost/staged"_s}, {u"callbackBody"_s, u"object=${object}"_s}}));
    const auto form
        = state.uploads.sign(key, {{"callback", callback}, {"x:codeDescription", description}}, largestCode);
    return {{u"CodeVersion"_s, u"unstable"_s},
        {u"OssPostConfig"_s,
            QJsonObject{{u"Url"_s, toQt(state.uploads.address())},
                {u"OSSAccessKeyId"_s, toQt(state.uploads.accessKeyId())}, {u"policy"_s, toQt(form.policy)},
                {u"Signature"_s, toQt(form.signature)}, {u"callback"_s, toQt(callback)},
                {u"x:codeDescription"_s, toQt(description)}, {u"key"_s, toQt(key)},
                {u"XOssSecurityToken"_s, QString()}}}};
}

QJsonObject commitStagingCode(EsaState& state, const ApiParameters& parameters) {
    const std::string name = parameters.text("Name");
    static_cast<void>(existingRoutine(state, parameters));
    checkOneOf(parameters, "DeployEnv", {"staging", "production"});
    const auto code = state.uploads.read(stagingKey(name));
    if (!code) {
        throw ServiceFault{400, "StagingCodeNotExist", "No code was uploaded for this routine."};
    }
    checkRoom(state, name);
    const std::string number = addVersion(state, parameters, {{u"DeployEnv"_s, toQt(parameters.text("DeployEnv"))}});
    state.uploads.write(codeKey(name, number), *code);
    return {{u"CodeVersion"_s, toQt(number)}};
}

QJsonObject createWithAssets(EsaState& state, const ApiParameters& parameters) {
    const std::string name = parameters.text("Name");
    static_cast<void>(existingRoutine(state, parameters));
    checkRoom(state, name);
    const QJsonObject options = jsonObject(parameters.text("ConfOptions"));
    if (parameters.has("ConfOptions") && !parameters.text("ConfOptions").starts_with('{')) {
        throw ServiceFault{400, "InvalidConfOptions", "ConfOptions must be a JSON object."};
    }
    const std::string number = addVersion(state, parameters,
        {{u"HasAssets"_s, true}, {u"ConfOptions"_s, options}, {u"ExtraInfo"_s, toQt(parameters.text("ExtraInfo"))},
            {u"BuildId"_s, parameters.integer("BuildId", 0)}});
    const auto form = state.uploads.sign(codeKey(name, number), {}, largestArchive);
    return {{u"CodeVersion"_s, toQt(number)}, {u"Status"_s, u"init"_s},
        {u"OssPostConfig"_s,
            QJsonObject{{u"Url"_s, toQt(state.uploads.address())}, {u"Key"_s, toQt(codeKey(name, number))},
                {u"OSSAccessKeyId"_s, toQt(state.uploads.accessKeyId())}, {u"Policy"_s, toQt(form.policy)},
                {u"Signature"_s, toQt(form.signature)}, {u"XOssSecurityToken"_s, QString()}}}};
}

} // namespace

std::vector<ApiAction> routineUploadActions() {
    const ApiParameter name{"Name", true};
    return {
        {esaVersion, "GetRoutineStagingCodeUploadInfo", "GET|POST", {name, {"CodeDescription"}}, onEsa<getUploadInfo>},
        {esaVersion, "CommitRoutineStagingCode", "GET|POST", {name, {"CodeDescription"}, {"DeployEnv"}},
            onEsa<commitStagingCode>},
        {esaVersion, "CreateRoutineWithAssetsCodeVersion", "POST",
            {name, {"CodeDescription"}, {"BuildId"}, {"ConfOptions"}, {"ExtraInfo"}, {"DeployEnv"}},
            onEsa<createWithAssets>},
    };
}

} // namespace miaobu::emulator
