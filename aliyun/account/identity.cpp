#include "aliyun/account/identity.h"

#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/sts_actions.h"
#include "core/async/cancel.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

CallerIdentity::Kind kindOf(const QString& arn, const QString& type) {
    if (arn.endsWith(":root"_L1) || type == "Account"_L1) {
        return CallerIdentity::Kind::Root;
    }
    return arn.contains(":assumed-role/"_L1) || type == "AssumedRoleUser"_L1 ? CallerIdentity::Kind::Role
                                                                             : CallerIdentity::Kind::User;
}

/// What GetErService fails of; nothing when it answers.
QCoro::Task<std::optional<Error>> failureAt(AccountAccess access, QUrl endpoint, std::stop_token stop) {
    access.config.esa.endpoint = endpoint;
    const RpcClient esa = esaOf(access);
    RpcCall call = esaCall("GetErService", {});
    try {
        co_await esa.call(std::move(call), stop);
    } catch (const Error& error) {
        co_return error;
    }
    co_return std::nullopt;
}

bool knowsTheKey(const std::optional<Error>& failure) {
    return !failure || failure->kind == ErrorKind::AccessDenied || failure->kind == ErrorKind::NotActivated
        || failure->kind == ErrorKind::InArrears;
}

} // namespace

QCoro::Task<CallerIdentity> callerIdentity(AccountAccess access, std::stop_token stop) {
    const RpcClient sts = stsOf(access);
    RpcCall call = stsCall("GetCallerIdentity", {});
    const QJsonObject answer = co_await sts.call(std::move(call), stop);
    CallerIdentity identity;
    identity.accountId = answer.value("AccountId"_L1).toString();
    identity.arn = answer.value("Arn"_L1).toString();
    identity.kind = kindOf(identity.arn, answer.value("IdentityType"_L1).toString());
    if (identity.accountId.isEmpty() || identity.arn.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, u"GetCallerIdentity"_s, u"neither account nor name"_s);
    }
    co_return identity;
}

QCoro::Task<QUrl> findEsaEndpoint(AccountAccess access, QList<QUrl> candidates, std::stop_token stop) {
    std::optional<Error> first;
    for (const QUrl& candidate : std::as_const(candidates)) {
        const std::optional<Error> failure = co_await failureAt(access, candidate, stop);
        if (knowsTheKey(failure)) {
            co_return candidate;
        }
        if (!first) {
            first = failure;
        }
        throwIfCancelled(stop);
    }
    throw Error(first.value_or(Error(ErrorKind::Internal, u"GetErService"_s)));
}

QList<QUrl> esaEndpoints(const QString& region) {
    const QUrl likely = esaEndpointOfRegion(region);
    const QUrl mainland = esaEndpointOfRegion(u"cn-hangzhou"_s);
    return {likely, likely == mainland ? esaEndpointOfRegion(u"ap-southeast-1"_s) : mainland};
}

QList<QUrl> esaCandidates(const TargetConfig& config) {
    const QUrl& named = config.esa.endpoint;
    QList<QUrl> places = esaEndpoints(config.region);
    if (named.isEmpty()) {
        return places;
    }
    const bool isPublic = places.removeOne(named);
    return isPublic ? QList<QUrl>{named} + places : QList<QUrl>{named};
}

} // namespace miaobu::aliyun
