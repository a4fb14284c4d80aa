#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/json_text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr qint64 capacity = 1'000'000'000;
constexpr std::size_t mostNamespaces = 10;

QJsonObject describe(const ApiWorld& world, const KvNamespace& space) {
    qint64 used = 0;
    for (const auto& [key, entry] : world.kv.all(space.name, {})) {
        used += static_cast<qint64>(key.size() + entry.value.size());
    }
    return {{u"Namespace"_s, toQt(space.name)}, {u"NamespaceId"_s, toQt(space.id)},
        {u"Description"_s, toQt(space.description)}, {u"Status"_s, u"online"_s}, {u"Capacity"_s, capacity},
        {u"CapacityString"_s, u"1 GB"_s}, {u"CapacityUsed"_s, used},
        {u"CapacityUsedString"_s, QString::number(used) + u" B"_s}};
}

QJsonObject createKvNamespace(ApiWorld& world, const ApiParameters& parameters) {
    const std::string name = parameters.text("Namespace");
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (name.empty() || name.size() > 64 || !std::all_of(name.begin(), name.end(), allowed)) {
        throw ServiceFault{400, "InvalidNameSpace.Malformed", "The specified namespace is malformed."};
    }
    if (world.kv.namespaces().size() >= mostNamespaces) {
        throw ServiceFault{403, "InvalidNameSpace.QuotaFull", "The number of namespaces has reached its limit."};
    }
    if (!world.kv.createNamespace(name, parameters.text("Description"))) {
        throw ServiceFault{406, "InvalidNameSpace.Duplicate", "The specified namespace already exists."};
    }
    return describe(world, *world.kv.findNamespace(name));
}

QJsonObject getKvNamespace(ApiWorld& world, const ApiParameters& parameters) {
    const auto space = world.kv.findNamespace(parameters.text("Namespace"));
    if (!space) {
        throw ServiceFault{404, "InvalidNameSpace.NotFound", "The specified namespace does not exist."};
    }
    return describe(world, *space);
}

QJsonObject deleteKvNamespace(ApiWorld& world, const ApiParameters& parameters) {
    if (!world.kv.removeNamespace(parameters.text("Namespace"))) {
        throw ServiceFault{404, "InvalidNameSpace.NotFound", "The specified namespace does not exist."};
    }
    return {};
}

QJsonObject getKvAccount(ApiWorld& world, const ApiParameters&) {
    QJsonArray list;
    qint64 used = 0;
    for (const KvNamespace& space : world.kv.namespaces()) {
        const QJsonObject described = describe(world, space);
        used += described.value(u"CapacityUsed"_s).toInteger();
        list.append(described);
    }
    return {{u"Status"_s, u"online"_s}, {u"NamespaceList"_s, list},
        {u"NamespaceQuota"_s, static_cast<qint64>(mostNamespaces)}, {u"NamespaceUsed"_s, list.size()},
        {u"Capacity"_s, capacity * static_cast<qint64>(mostNamespaces)}, {u"CapacityString"_s, u"10 GB"_s},
        {u"CapacityUsed"_s, used}, {u"CapacityUsedString"_s, QString::number(used) + u" B"_s}};
}

QJsonObject describeKvAccountStatus(ApiWorld&, const ApiParameters&) {
    return {{u"Status"_s, u"online"_s}};
}

} // namespace

std::vector<ApiAction> kvNamespaceActions() {
    return {
        {esaVersion, "CreateKvNamespace", "POST", {{"Namespace", true}, {"Description"}}, createKvNamespace},
        {esaVersion, "GetKvNamespace", "GET", {{"Namespace", true}}, getKvNamespace},
        {esaVersion, "DeleteKvNamespace", "POST", {{"Namespace", true}}, deleteKvNamespace},
        {esaVersion, "GetKvAccount", "GET", {}, getKvAccount},
        {esaVersion, "DescribeKvAccountStatus", "GET", {}, describeKvAccountStatus},
    };
}

} // namespace miaobu::emulator
