#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr long long dailyQuota = 10'000;

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

void checkSite(const ApiWorld& world, const ApiParameters& parameters) {
    if (parameters.integer("SiteId", 0) != world.siteId) {
        throw ServiceFault{404, "SiteNotFound", "The specified site does not exist."};
    }
}

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

QJsonObject purgeCaches(ApiWorld& world, const ApiParameters& parameters) {
    checkSite(world, parameters);
    const PurgeType type = typeOf(parameters);
    const std::string content = parameters.text("Content");
    checkContent(type, content);
    const std::string id = std::to_string(15'000'000'000LL
        + std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
    const std::lock_guard lock(world.mutex);
    world.purges.push_back({id, std::string(type.name), content, std::chrono::system_clock::now()});
    return {{u"TaskId"_s, toQt(id)}};
}

QJsonObject getPurgeQuota(ApiWorld& world, const ApiParameters& parameters) {
    checkSite(world, parameters);
    const PurgeType type = typeOf(parameters);
    const std::lock_guard lock(world.mutex);
    const auto used = std::count_if(
        world.purges.begin(), world.purges.end(), [&type](const PurgeTask& task) { return task.type == type.name; });
    return {{u"Quota"_s, QString::number(dailyQuota)}, {u"Usage"_s, QString::number(used)},
        {u"Quota30Day"_s, QString::number(30 * dailyQuota)}, {u"Usage30Day"_s, QString::number(used)}};
}

QJsonObject describePurgeTasks(ApiWorld& world, const ApiParameters& parameters) {
    checkSite(world, parameters);
    const long long size = std::clamp(parameters.integer("PageSize", 20), 1LL, 50LL);
    const long long number = std::clamp(parameters.integer("PageNumber", 1), 1LL, 1'000'000LL);
    const std::string status = parameters.text("Status");
    const std::lock_guard lock(world.mutex);
    QJsonArray tasks;
    long long total = 0;
    // The newest first; everything is purged at once here.
    for (auto task = world.purges.rbegin(); task != world.purges.rend(); ++task) {
        const bool wanted = (!parameters.has("Type") || parameters.text("Type") == task->type)
            && (status.empty() || status == "Complete");
        if (wanted && total++ >= size * (number - 1) && tasks.size() < size) {
            tasks.append(QJsonObject{{u"TaskId"_s, toQt(task->id)}, {u"Type"_s, toQt(task->type)},
                {u"Status"_s, u"Complete"_s}, {u"Process"_s, u"100%"_s}, {u"Content"_s, toQt(task->content)},
                {u"CreateTime"_s, toQt(isoDate(task->created))}});
        }
    }
    return {{u"Tasks"_s, tasks}, {u"TotalCount"_s, total}, {u"PageNumber"_s, number}, {u"PageSize"_s, size}};
}

} // namespace

std::vector<ApiAction> purgeActions() {
    const ApiParameter site{"SiteId", true};
    return {
        {esaVersion, "PurgeCaches", "POST", {site, {"Type", true}, {"Content"}, {"Force"}, {"EdgeComputePurge"}},
            purgeCaches},
        {esaVersion, "GetPurgeQuota", "GET|POST", {site, {"Type", true}}, getPurgeQuota},
        {esaVersion, "DescribePurgeTasks", "GET",
            {site, {"Type"}, {"Status"}, {"Content"}, {"StartTime"}, {"EndTime"}, {"PageNumber"}, {"PageSize"}},
            describePurgeTasks},
    };
}

} // namespace miaobu::emulator
