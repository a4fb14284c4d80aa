#include "aliyun/emulator/esa_controls.h"

#include "aliyun/emulator/esa_state.h"
#include "aliyun/emulator/json_text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

void cover(EsaState& state, const QJsonValue& coverage) {
    for (auto [name, site] : state.sites.all()) {
        site.insert(u"Coverage"_s, coverage);
        state.sites.put(name, site);
    }
}

} // namespace

void orderOfEsa(EsaState& state, const QJsonObject& orders) {
    const std::lock_guard lock(state.mutex);
    if (orders.contains(u"pace"_s)) {
        state.pace = std::chrono::milliseconds(orders.value(u"pace"_s).toInteger());
    }
    state.purgeQuota = orders.value(u"purgeQuota"_s).toInteger(state.purgeQuota);
    state.erStatus = toStd(orders.value(u"er"_s).toString(toQt(state.erStatus)));
    if (orders.contains(u"coverage"_s)) {
        cover(state, orders.value(u"coverage"_s));
    }
    for (const QJsonValue& zone : orders.value(u"zones"_s).toArray()) {
        state.zones.insert(toStd(zone.toString()));
    }
    const QJsonObject hosts = orders.value(u"hostnames"_s).toObject();
    for (auto host = hosts.begin(); host != hosts.end(); ++host) {
        state.hostnameOrders.insert_or_assign(toStd(host.key()), host.value().toObject());
    }
}

void forgetEsaOrders(EsaState& state) {
    const std::lock_guard lock(state.mutex);
    state.pace = std::chrono::milliseconds(0);
    state.purgeQuota = usualPurgeQuota;
    state.erStatus = "Running";
    state.hostnameOrders.clear();
    state.zones.clear();
}

} // namespace miaobu::emulator
