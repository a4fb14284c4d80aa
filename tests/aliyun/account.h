#pragma once

#include "aliyun/account/cloud_account.h"
#include "tests/aliyun/cloud.h"

namespace miaobu::test {

/// A target whose parts are not there yet, in the site the emulator begins with.
inline TargetConfig draftIn(const Cloud& cloud) {
    const emulator::EmulatorInfo& info = cloud.emulator.info();
    TargetConfig config;
    config.name = QStringLiteral("prod");
    config.accessKeyId = info.accessKeyId;
    config.region = info.region;
    config.baseDomain = QStringLiteral("sites.localhost");
    config.oss = {QStringLiteral("my-sites"), info.ossEndpoint};
    config.esa.siteId = info.siteId;
    config.esa.endpoint = info.apiEndpoint;
    config.esa.kvNamespace = QStringLiteral("routes");
    config.esa.routine = QStringLiteral("my-router");
    config.fc.endpoint = info.apiEndpoint;
    config.acr.endpoint = info.apiEndpoint;
    config.stsEndpoint = info.apiEndpoint;
    return config;
}

inline aliyun::AccountPace quickPace() {
    using std::chrono::milliseconds;
    aliyun::AccountPace pace;
    pace.calls.firstDelay = milliseconds(1);
    pace.changes.firstDelay = milliseconds(1);
    pace.routine = {milliseconds(1), milliseconds(50)};
    return pace;
}

inline std::shared_ptr<CloudAccount> accountIn(const Cloud& cloud, const TargetConfig& config) {
    aliyun::AliyunAccounts accounts(cloud.client, quickPace());
    return accounts.open(config, {cloud.keys.accessKeyId, cloud.keys.accessKeySecret, cloud.keys.securityToken});
}

inline void refuse(Cloud& cloud, const std::string& action, int status, const std::string& code, int times = 1000) {
    cloud.emulator.faults().add({.action = action, .times = times, .status = status, .code = code});
}

/// As a policy that lacks the permission does, from now on.
inline void deny(Cloud& cloud, const std::string& action) {
    emulator::Fault fault{.action = action, .effect = emulator::Fault::Effect::Deny};
    fault.always = true;
    cloud.emulator.faults().add(fault);
}

/// A control call of the emulator (esa_controls.h).
inline void order(Cloud& cloud, const QByteArray& path, const QByteArray& json) {
    HttpRequest request;
    request.method = "POST";
    request.url = cloud.emulator.info().apiEndpoint.toEncoded() + path;
    request.headers = {{"Authorization", "Bearer " + cloud.emulator.info().accessKeySecret.toUtf8()}};
    request.body = json;
    if (const HttpResponse response = await(cloud.client->send(request, {})); response.status != 204) {
        qFatal("the emulator refused an order");
    }
}

/// Every call so far that changes something in the account.
inline int changesIn(Cloud& cloud) {
    int changes = 0;
    for (const auto& [action, count] : cloud.emulator.faults().counts()) {
        const bool reads = action.starts_with("Get") || action.starts_with("List") || action.starts_with("Head");
        changes += reads ? 0 : count.calls;
    }
    return changes;
}

} // namespace miaobu::test
