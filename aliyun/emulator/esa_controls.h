#pragma once

#include <QJsonObject>

namespace miaobu::emulator {

struct EsaState;

/// What a test orders of the edge service, besides the faults of faults.h:
///   POST /emulator/esa, with "Authorization: Bearer {accessKeySecret}"
///   {"pace":2000, "purgeQuota":3, "er":"NotOpened", "coverage":"overseas|global|domestic", "zones":["example.com"],
///    "hostnames":{"shop.example.com":{"verification":"passes|fails|fails-with-code",
///        "status":"pending|configuring|active|conflicted|offline", "conflictWith":"existing_site",
///        "offlineReason":"missing_icp", "certStatus":"Applying|OK|ApplyFailed|Expiring|Expired", "certMessage":"…"}}}
/// All members are optional. zones are those that the account keeps in Alibaba Cloud DNS. coverage is that of every site; unless it is overseas, a hostname whose orders say
/// "icp":"missing" is refused. pace, in milliseconds, is how long every step takes that the service does by itself; 0, as at
/// first, is at once. A host's orders replace those it had and may come before the hostname does; {} ends them.
/// "DELETE /emulator/faults" ends all of it.
void orderOfEsa(EsaState& state, const QJsonObject& orders);
void forgetEsaOrders(EsaState& state);

} // namespace miaobu::emulator
