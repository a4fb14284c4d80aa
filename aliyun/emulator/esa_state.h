#pragma once

#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/record_store.h"
#include "aliyun/emulator/service_bucket.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <set>

namespace miaobu::emulator {

inline constexpr long long usualPurgeQuota = 10'000;

/// What the edge service knows of its one customer besides keys and values (KvStore). The objects hold what the answers
/// show, named as there; what only the emulator needs has a lower-case name. All under \c mutex.
struct EsaState {
    /// \a siteId is the site that is there from the beginning, named \a siteName.
    EsaState(const std::string& folder, long long siteId, const std::string& siteName);

    /// A new id: larger than every one before, also than those of former runs. Nanoseconds since 1970, so beyond 2^53.
    [[nodiscard]] long long nextLargeId();
    /// Below 2^53.
    [[nodiscard]] long long nextId() { return nextLargeId() / 1'000; }

    std::mutex mutex;
    RecordStore sites;
    RecordStore records;
    RecordStore hostnames;
    RecordStore certificates;
    RecordStore routines;
    RecordStore codeVersions; ///< Named "{routine}/{version}"
    RecordStore routes;
    RecordStore purges;
    RecordStore zoneRecords; ///< Of the customer's own DNS
    std::set<std::string> zones; ///< That the customer keeps in it, as a test ordered (esa_controls.h)
    ServiceBucket uploads;
    long long purgeQuota = usualPurgeQuota; ///< Of each type, a day
    /// What a test ordered for hosts (esa_controls.h)
    std::map<std::string, QJsonObject> hostnameOrders;
    std::string erStatus = "Running"; ///< Of the edge routines: NotOpened, Running
    /// How long everything takes that the service does after its answer: a version's build, a hostname's set-up, a
    /// certificate.
    std::chrono::milliseconds pace{0};
    /// Called, under the mutex, after anything that may change which routine answers visitors.
    std::function<void()> routinesChanged = [] { };

private:
    long long m_lastId = 0;
};

/// The proxied record of the first site that custom hostnames lead their visitors to; made where there is none.
[[nodiscard]] QJsonObject visitorsRecord(EsaState& state, long long siteId);

/// An object's name for an id: ids sort by value.
[[nodiscard]] std::string idName(long long id);

/// \throws ServiceFault(404 SiteNotFound)
[[nodiscard]] QJsonObject existingSite(const EsaState& state, const ApiParameters& parameters);

/// An object without what only the emulator needs.
[[nodiscard]] QJsonObject shown(QJsonObject object);

[[nodiscard]] qint64 millisecondsNow();
/// "2026-01-02T03:04:05Z"
[[nodiscard]] QString isoNow();
/// Whether the pace has passed since \a since (milliseconds since 1970).
[[nodiscard]] bool hasSettled(const EsaState& state, qint64 since);

/// \throws ServiceFault(400 Invalid{name}) when the parameter was sent and is none of \a allowed
void checkOneOf(
    const ApiParameters& parameters, const std::string& name, std::initializer_list<std::string_view> allowed);

/// An action that works on the edge service's state, alone.
template <auto handler> QJsonObject onEsa(ApiWorld& world, const ApiParameters& parameters) {
    const std::lock_guard lock(world.esa.mutex);
    return handler(world.esa, parameters);
}

} // namespace miaobu::emulator
