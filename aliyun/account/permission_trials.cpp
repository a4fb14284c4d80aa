#include "aliyun/account/permission_trials.h"

#include "aliyun/wire/acr_actions.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/fc_actions.h"

#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

/// The target's own value for an argument of the table.
QByteArray ownValue(const TargetConfig& config, const QByteArray& name) {
    const std::pair<QByteArray, QByteArray> values[]{
        {"SiteId", QByteArray::number(config.esa.siteId)},
        {"Namespace", config.esa.kvNamespace.toUtf8()},
        {"Name", routinePlan(config).name.toUtf8()},
        {"Function", "miaobu-probe"},
        {"ImageNamespace", config.acr.nameSpace.toUtf8()},
        {"NamespaceName", config.acr.nameSpace.toUtf8()},
        {"InstanceId", config.acr.instanceId.toUtf8()},
    };
    for (const auto& [known, value] : values) {
        if (known == name) {
            return value;
        }
    }
    throw Error(ErrorKind::Internal, QString::fromLatin1(name), u"no such argument of a permission"_s);
}

Parameters argumentsOf(const Permission& permission, const TargetConfig& config) {
    Parameters arguments;
    for (const QByteArray& argument : permission.arguments.toByteArray().split(' ')) {
        if (const qsizetype equals = argument.indexOf('='); equals >= 0) {
            arguments.append({argument.first(equals), argument.sliced(equals + 1)});
        } else if (!argument.isEmpty()) {
            arguments.append({argument, ownValue(config, argument)});
        }
    }
    return arguments;
}

/// The arguments as names in a path: the target's own value, or the literal itself.
QStringList namesOf(const Permission& permission, const TargetConfig& config) {
    QStringList names;
    for (const auto& [name, value] : argumentsOf(permission, config)) {
        names.append(QString::fromUtf8(value.isEmpty() ? name : value));
    }
    return names;
}

QByteArray actionOf(const Permission& permission) {
    if (!permission.call.isEmpty()) {
        return permission.call.toByteArray();
    }
    const QByteArray action(permission.action.data(), permission.action.size());
    return action.sliced(action.indexOf(':') + 1);
}

OssCall objectCall(const QByteArray& method, const QByteArray& name) {
    OssCall call;
    call.method = method;
    call.key = u".miaobu/"_s + QString::fromLatin1(name);
    call.ramAction = method == "PUT" ? u"oss:PutObject"_s
        : method == "GET"            ? u"oss:GetObject"_s
                                     : u"oss:DeleteObject"_s;
    return call;
}

QCoro::Task<> tryOss(AccountAccess access, Permission permission, std::stop_token stop) {
    OssCall call;
    call.method = "GET";
    call.query = argumentsOf(permission, access.config);
    call.ramAction = permission.action;
    const OssClient oss = actionOf(permission) == "ListBuckets" ? bucketListOf(access) : bucketOf(access);
    co_await oss.call(std::move(call), stop);
}

} // namespace

QCoro::Task<> tryCall(AccountAccess access, Permission permission, std::stop_token stop) {
    const QByteArray action = actionOf(permission);
    switch (permission.product) {
    case Product::Oss: {
        co_await tryOss(access, permission, stop);
        break;
    }
    case Product::Esa: {
        const RpcClient esa = esaOf(access);
        RpcCall call = esaCall(action, argumentsOf(permission, access.config));
        co_await esa.call(std::move(call), stop);
        break;
    }
    case Product::Functions: {
        const RoaClient functions = functionsOf(access);
        RoaCall call = fcCall(action, namesOf(permission, access.config));
        co_await functions.call(std::move(call), stop);
        break;
    }
    case Product::PersonalRegistry: {
        const RoaClient registry = personalRegistryOf(access);
        RoaCall call = acrPersonalCall(action, namesOf(permission, access.config));
        co_await registry.call(std::move(call), stop);
        break;
    }
    case Product::EnterpriseRegistry: {
        const RpcClient registry = enterpriseRegistryOf(access);
        RpcCall call = acrEnterpriseCall(action, argumentsOf(permission, access.config));
        co_await registry.call(std::move(call), stop);
        break;
    }
    case Product::Ram:
        break;
    }
}

QByteArray probeName() {
    return "probe-" + QUuid::createUuid().toByteArray(QUuid::Id128);
}

QCoro::Task<> tryKv(AccountAccess access, QByteArray action, QByteArray key, std::stop_token stop) {
    Parameters what{{"Namespace", access.config.esa.kvNamespace.toUtf8()}, {"Key", key}};
    if (action == "PutKv") {
        what += Parameters{{"ExpirationTtl", "60"}, {"Value", "probe"}};
    }
    const RpcClient esa = esaOf(access);
    RpcCall call = esaCall(action, what);
    co_await esa.call(std::move(call), stop);
}

QCoro::Task<> tryObject(AccountAccess access, QByteArray method, QByteArray name, std::stop_token stop) {
    OssCall call = objectCall(method, name);
    if (method == "PUT") {
        call.headers = {{"Content-Type", "text/plain"}};
        call.body = "probe";
    }
    const OssClient oss = bucketOf(access);
    co_await oss.call(std::move(call), stop);
}

QCoro::Task<> tryBrokenObject(AccountAccess access, QByteArray name, std::stop_token stop) {
    OssCall call = objectCall("PUT", name);
    // The MD5 of nothing, which is not what is sent.
    call.headers = {{"Content-Type", "text/plain"}, {"Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="}};
    call.body = "probe";
    const OssClient oss = bucketOf(access);
    co_await oss.call(std::move(call), stop);
}

QCoro::Task<> tryAbort(AccountAccess access, QByteArray name, std::stop_token stop) {
    OssCall call = objectCall("DELETE", name);
    call.query = {{"uploadId", "00000000000000000000000000000000"}};
    call.ramAction = u"oss:AbortMultipartUpload"_s;
    const OssClient oss = bucketOf(access);
    co_await oss.call(std::move(call), stop);
}

} // namespace miaobu::aliyun
