#include "aliyun/emulator/esa_state.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/page.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::string_view preload = "preload";
constexpr qint64 dayLength = 86'400'000;

struct PurgeType {
    std::string_view name;
    QLatin1StringView member; ///< Of Content
};

constexpr std::array purgeTypes{
    PurgeType{"file", QLatin1StringView("Files")},
    PurgeType{"directory", QLatin1StringView("Directories")},
    PurgeType{"hostname", QLatin1StringView("Hostnames")},
    PurgeType{"cachetag", QLatin1StringView("CacheTags")},
    PurgeType{"cachekey", QLatin1StringView("CacheKeys")},
    PurgeType{"ignoreParams", QLatin1StringView("IgnoreParams")},
    PurgeType{"purgeall", QLatin1StringView("PurgeAll")},
};

PurgeType typeOf(const ApiParameters& parameters) {
    const std::string name = parameters.text("Type");
    const auto found = std::find_if(
        purgeTypes.begin(), purgeTypes.end(), [&name](const PurgeType& type) { return type.name == name; });
    if (found == purgeTypes.end()) {
        throw ServiceFault{400, "InvalidParameter", "The specified Type is not one of those that can be purged."};
    }
    return *found;
}

void checkContent(const PurgeType& type, const std::string& content) {
    const QJsonValue list = jsonObject(content).value(type.member);
    const bool good
        = type.name == "purgeall" ? content.empty() || list.toBool() : list.isArray() && !list.toArray().isEmpty();
    const QJsonArray entries = list.toArray();
    const bool schemed = std::any_of(
        entries.begin(), entries.end(), [](const QJsonValue& entry) { return entry.toString().contains("://"_L1); });
    const bool wantsScheme = type.name == "file" || type.name == "directory" || type.name == "ignoreParams";
    const bool wrongScheme
        = (type.name == "hostname" && schemed) || (wantsScheme && !schemed && entries.first().isString());
    if (!good || wrongScheme) {
        throw ServiceFault{400, "InvalidParameter", "The specified Content does not fit the Type."};
    }
}

QJsonObject addTask(EsaState& state, const std::string& type, const std::string& content) {
    const long long id = state.nextId();
    state.purges.put(idName(id),
        {{u"TaskId"_s, QString::number(id)}, {u"Type"_s, toQt(type)}, {u"Status"_s, u"Complete"_s},
            {u"Process"_s, u"100%"_s}, {u"Content"_s, toQt(content)}, {u"CreateTime"_s, isoNow()},
            {u"createdAt"_s, millisecondsNow()}});
    return {{u"TaskId"_s, QString::number(id)}};
}

/// Since \a since, in milliseconds since 1970
long long usedSince(const EsaState& state, std::string_view type, qint64 since) {
    const auto tasks = state.purges.all();
    return std::count_if(tasks.begin(), tasks.end(), [&](const auto& entry) {
        return entry.second.value(u"Type"_s) == toQt(type) && entry.second.value(u"createdAt"_s).toInteger() >= since;
    });
}

qint64 today() {
    return millisecondsNow() / dayLength * dayLength;
}

void checkQuota(const EsaState& state, std::string_view type) {
    if (usedSince(state, type, today()) >= state.purgeQuota) {
        throw ServiceFault{400, "QuotaExceeded", "The quota of the day is used up."};
    }
}

QJsonObject purgeCaches(EsaState& state, const ApiParameters& parameters) {
    static_cast<void>(existingSite(state, parameters));
    const PurgeType type = typeOf(parameters);
    checkContent(type, parameters.text("Content"));
    checkQuota(state, type.name);
    return addTask(state, std::string(type.name), parameters.text("Content"));
}

QJsonObject getPurgeQuota(EsaState& state, const ApiParameters& parameters) {
    static_cast<void>(existingSite(state, parameters));
    const std::string type
        = parameters.text("Type") == preload ? std::string(preload) : std::string(typeOf(parameters).name);
    const qint64 month = today() - 29 * dayLength;
    return {{u"Quota"_s, QString::number(state.purgeQuota)},
        {u"Usage"_s, QString::number(usedSince(state, type, today()))},
        {u"Quota30Day"_s, QString::number(30 * state.purgeQuota)},
        {u"Usage30Day"_s, QString::number(usedSince(state, type, month))}};
}

QJsonObject preloadCaches(EsaState& state, const ApiParameters& parameters) {
    static_cast<void>(existingSite(state, parameters));
    const std::string content = parameters.text("Content");
    const QJsonArray addresses = QJsonDocument::fromJson(QByteArray::fromStdString(content)).array();
    const bool good = std::all_of(addresses.begin(), addresses.end(),
        [](const QJsonValue& address) { return address.toString().contains("://"_L1); });
    if (addresses.isEmpty() || !good) {
        throw ServiceFault{400, "InvalidParameter", "Content must be a list of addresses."};
    }
    checkQuota(state, preload);
    return addTask(state, std::string(preload), content);
}

QJsonObject describe(const EsaState& state, const ApiParameters& parameters, bool preloads) {
    static_cast<void>(existingSite(state, parameters));
    const Page page = pageOf(parameters, 20, 50);
    const std::string status = parameters.text("Status");
    QList<QJsonObject> tasks;
    // The newest first; everything is done at once here.
    for (const auto& [id, task] : state.purges.all()) {
        const QString type = task.value(u"Type"_s).toString();
        const bool typed = preloads || !parameters.has("Type") || toQt(parameters.text("Type")) == type;
        const bool contains = task.value(u"Content"_s).toString().contains(toQt(parameters.text("Content")));
        if ((type == toQt(preload)) == preloads && typed && contains && (status.empty() || status == "Complete")) {
            tasks.prepend(shown(task));
        }
    }
    return pageAnswer(u"Tasks"_s, tasks, page);
}

QJsonObject describePurgeTasks(EsaState& state, const ApiParameters& parameters) {
    return describe(state, parameters, false);
}

QJsonObject describePreloadTasks(EsaState& state, const ApiParameters& parameters) {
    return describe(state, parameters, true);
}

} // namespace

std::vector<ApiAction> purgeActions() {
    const ApiParameter site{"SiteId", true};
    return {
        {esaVersion, "PurgeCaches", "POST", {site, {"Type", true}, {"Content"}, {"Force"}, {"EdgeComputePurge"}},
            onEsa<purgeCaches>},
        {esaVersion, "GetPurgeQuota", "GET|POST", {site, {"Type", true}}, onEsa<getPurgeQuota>},
        {esaVersion, "DescribePurgeTasks", "GET",
            {site, {"Type"}, {"Status"}, {"Content"}, {"StartTime"}, {"EndTime"}, {"PageNumber"}, {"PageSize"}},
            onEsa<describePurgeTasks>},
        {esaVersion, "PreloadCaches", "POST", {site, {"Content", true}, {"Headers"}}, onEsa<preloadCaches>},
        {esaVersion, "DescribePreloadTasks", "GET",
            {site, {"Status"}, {"Content"}, {"StartTime"}, {"EndTime"}, {"PageNumber"}, {"PageSize"}},
            onEsa<describePreloadTasks>},
    };
}

} // namespace miaobu::emulator
