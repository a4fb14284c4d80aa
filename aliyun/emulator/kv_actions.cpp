#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::size_t longestKey = 512;
constexpr std::size_t largestValue = 2'000'000;
constexpr qsizetype mostDeletedKeys = 10'000;
constexpr long long deepestPage = 50'000;
constexpr long long latestExpiration = 7'000'000'000; // Seconds, in the year 2191

std::string namespaceOf(const ApiWorld& world, const ApiParameters& parameters) {
    std::string name = parameters.text("Namespace");
    if (!world.kv.findNamespace(name)) {
        throw ServiceFault{404, "InvalidNameSpace.NotFound", "The specified namespace does not exist."};
    }
    return name;
}

std::string checkedKey(std::string key) {
    if (key.empty() || !isUtf8(key) || key.find_first_of(" /") != std::string::npos) {
        throw ServiceFault{400, "InvalidKey.Malformed", "The specified key is malformed."};
    }
    if (key.size() > longestKey) {
        throw ServiceFault{400, "InvalidKey.ExceedsMaximum", "The size of the key cannot exceed 512 bytes."};
    }
    return key;
}

std::string checkedValue(std::string value) {
    if (value.size() > largestValue) {
        throw ServiceFault{400, "InvalidValue.ExceedsMaximum", "The size of the value cannot exceed 2,000,000 bytes."};
    }
    return value;
}

KvEntry entryOf(std::string value, long long expiration, long long timeToLive) {
    if (expiration < 0 || expiration > latestExpiration || timeToLive < 0 || timeToLive > latestExpiration) {
        throw ServiceFault{400, "InvalidExpiration.Malformed", "The expiration is out of range."};
    }
    const SystemTime now = std::chrono::system_clock::now();
    KvEntry entry{checkedValue(std::move(value)), now, {}};
    if (timeToLive > 0) {
        entry.expires = now + std::chrono::seconds(timeToLive);
    } else if (expiration > 0) {
        entry.expires = SystemTime(std::chrono::seconds(expiration));
        if (*entry.expires <= now) {
            throw ServiceFault{400, "InvalidExpiration.Malformed", "The expiration must lie in the future."};
        }
    }
    return entry;
}

KvEntry existing(const ApiWorld& world, const std::string& space, const std::string& key) {
    auto entry = world.kv.get(space, key);
    if (!entry) {
        throw ServiceFault{404, "InvalidKey.NotFound", "The specified key does not exist."};
    }
    return std::move(*entry);
}

/// PutKv shows a long value by its ends only.
std::string echo(const std::string& value) {
    const QString text = toQt(value);
    return text.size() > 256 ? toStd(text.left(100) + text.right(100)) : value;
}

QJsonArray arrayOf(const ApiParameters& parameters, const std::string& name) {
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(parameters.text(name)));
    if (!document.isArray() || document.array().isEmpty()) {
        throw ServiceFault{
            400, "Invalid" + name + ".Malformed", "The specified " + name + " is not a JSON array with entries."};
    }
    return document.array();
}

QJsonObject putKv(ApiWorld& world, const ApiParameters& parameters) {
    const std::string space = namespaceOf(world, parameters);
    const std::string key = checkedKey(parameters.text("Key"));
    std::string value = parameters.text("Value");
    if (parameters.flag("Base64")) {
        value = fromBase64(value);
    }
    KvEntry entry = entryOf(value, parameters.integer("Expiration", 0), parameters.integer("ExpirationTtl", 0));
    world.kv.put(space, key, std::move(entry));
    return {{u"Length"_s, QString::number(value.size())}, {u"Value"_s, toQt(echo(value))}};
}

QJsonObject getKv(ApiWorld& world, const ApiParameters& parameters) {
    const std::string value = existing(world, namespaceOf(world, parameters), checkedKey(parameters.text("Key"))).value;
    return {{u"Value"_s, toQt(parameters.flag("Base64") ? toBase64(value) : value)}};
}

QJsonObject getKvDetail(ApiWorld& world, const ApiParameters& parameters) {
    const KvEntry entry = existing(world, namespaceOf(world, parameters), checkedKey(parameters.text("Key")));
    const auto left = entry.expires
        ? std::chrono::duration_cast<std::chrono::seconds>(*entry.expires - std::chrono::system_clock::now()).count()
        : 0;
    return {{u"Value"_s, toQt(entry.value)}, {u"ExpirationTtl"_s, QString::number(left)}};
}

QJsonObject deleteKv(ApiWorld& world, const ApiParameters& parameters) {
    if (!world.kv.remove(namespaceOf(world, parameters), checkedKey(parameters.text("Key")))) {
        throw ServiceFault{404, "InvalidKey.NotFound", "The specified key does not exist."};
    }
    return {};
}

QJsonObject listKvs(ApiWorld& world, const ApiParameters& parameters) {
    const long long size = parameters.integer("PageSize", 50);
    const long long number = parameters.integer("PageNumber", 1);
    if (size < 1 || size > 100 || number < 1 || number > deepestPage || size * number > deepestPage) {
        throw ServiceFault{
            400, "InvalidPageSize", "PageSize must be from 1 to 100, and PageSize × PageNumber no more than 50,000."};
    }
    const auto entries = world.kv.all(namespaceOf(world, parameters), parameters.text("Prefix"));
    QJsonArray keys;
    long long index = 0;
    for (const auto& [key, entry] : entries) {
        if (index >= size * (number - 1) && index < size * number) {
            keys.append(QJsonObject{{u"Name"_s, toQt(key)}, {u"UpdateTime"_s, toQt(isoDate(entry.updated))}});
        }
        ++index;
    }
    return {{u"Keys"_s, keys}, {u"TotalCount"_s, index}, {u"PageNumber"_s, number}, {u"PageSize"_s, size}};
}

QJsonObject batchPutKv(ApiWorld& world, const ApiParameters& parameters) {
    const std::string space = namespaceOf(world, parameters);
    if (parameters.text("KvList").size() > largestValue) {
        throw ServiceFault{400, "InvalidValue.ExceedsMaximum", "The size of the list cannot exceed 2,000,000 bytes."};
    }
    QJsonArray succeeded;
    QJsonArray failed;
    for (const QJsonValue& item : arrayOf(parameters, "KvList")) {
        const QString key = item[u"Key"_s].toString();
        try {
            KvEntry entry = entryOf(toStd(item[u"Value"_s].toString()), item[u"Expiration"_s].toInteger(),
                item[u"ExpirationTtl"_s].toInteger());
            world.kv.put(space, checkedKey(toStd(key)), std::move(entry));
            succeeded.append(key);
        } catch (const ServiceFault&) {
            failed.append(key);
        }
    }
    return {{u"SuccessKeys"_s, succeeded}, {u"FailKeys"_s, failed}};
}

QJsonObject batchDeleteKv(ApiWorld& world, const ApiParameters& parameters) {
    const std::string space = namespaceOf(world, parameters);
    const QJsonArray keys = arrayOf(parameters, "Keys");
    if (keys.size() > mostDeletedKeys) {
        throw ServiceFault{400, "InvalidKey.TooManyKeys", "No more than 10,000 keys can be deleted at a time."};
    }
    QJsonArray succeeded;
    for (const QJsonValue& key : keys) {
        // A key that is not there counts as deleted.
        static_cast<void>(world.kv.remove(space, toStd(key.toString())));
        succeeded.append(key);
    }
    return {{u"SuccessKeys"_s, succeeded}, {u"FailKeys"_s, QJsonArray()}};
}

} // namespace

std::vector<ApiAction> kvActions() {
    const ApiParameter space{"Namespace", true};
    const ApiParameter key{"Key", true};
    return {
        {esaVersion, "PutKv", "POST", {space, key, {"Value", true}, {"Expiration"}, {"ExpirationTtl"}, {"Base64"}},
            putKv},
        {esaVersion, "GetKv", "GET", {space, key, {"Base64"}}, getKv},
        {esaVersion, "GetKvDetail", "POST", {space, key}, getKvDetail},
        {esaVersion, "DeleteKv", "GET", {space, key}, deleteKv},
        {esaVersion, "ListKvs", "GET", {space, {"Prefix"}, {"PageSize"}, {"PageNumber"}}, listKvs},
        {esaVersion, "BatchPutKv", "POST", {space, {"KvList", true}}, batchPutKv},
        {esaVersion, "BatchDeleteKv", "POST", {space, {"Keys", true}}, batchDeleteKv},
    };
}

} // namespace miaobu::emulator
