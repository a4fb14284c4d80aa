#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

/// Whose key it is (STS GetCallerIdentity). \throws Error(CredentialsRejected), Error(SignatureRejected), …
QCoro::Task<CallerIdentity> callerIdentity(AccountAccess access, std::stop_token stop);

/// Where ESA is for an account: it has one place for accounts of the China site and one for those of the International site, and each knows
/// only its own accounts. The candidates are asked in their order (GetErService).
/// \returns the first that knows the key, even when the key may not ask or the service is not opened. \throws what the first one said when
/// none does
QCoro::Task<QUrl> findEsaEndpoint(AccountAccess access, QList<QUrl> candidates, std::stop_token stop);

/// Both places, the likelier one first.
[[nodiscard]] QList<QUrl> esaEndpoints(const QString& region);

/// Where to ask for the account of \a config. A public place in it may be no more than what its region suggested, so the other one comes
/// behind it; an endpoint of another kind is meant.
[[nodiscard]] QList<QUrl> esaCandidates(const TargetConfig& config);

} // namespace miaobu::aliyun
