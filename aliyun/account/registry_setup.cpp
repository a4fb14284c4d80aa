#include "aliyun/account/registry_setup.h"

#include "aliyun/wire/acr_actions.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

QCoro::Task<SetupStep> RegistrySetup::examine(std::stop_token stop) {
    try {
        co_await ask(stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
        co_return step(SetupStep::State::Missing);
    }
    co_return step(SetupStep::State::Present);
}

QCoro::Task<> RegistrySetup::ask(std::stop_token stop) const {
    if (isPersonal()) {
        const RoaClient registry = personalRegistryOf(m_access);
        RoaCall call = acrPersonalCall("GetNamespace", QStringList(subject()));
        call.subject = subject();
        co_await registry.call(std::move(call), stop);
        co_return;
    }
    const RpcClient registry = enterpriseRegistryOf(m_access);
    RpcCall call = acrEnterpriseCall("GetNamespace",
        {{"InstanceId", m_access.config.acr.instanceId.toUtf8()}, {"NamespaceName", subject().toUtf8()}});
    call.subject = subject();
    co_await registry.call(std::move(call), stop);
}

QCoro::Task<> RegistrySetup::make(std::stop_token stop) {
    if (isPersonal()) {
        co_await makePersonal(stop);
    } else {
        co_await makeEnterprise(stop);
    }
}

QCoro::Task<> RegistrySetup::makePersonal(std::stop_token stop) const {
    const RoaClient registry = personalRegistryOf(m_access);
    RoaCall create = acrPersonalCall("CreateNamespace", {});
    create.json = QJsonObject{{u"Namespace"_s, QJsonObject{{u"Namespace"_s, subject()}}}};
    create.subject = subject();
    co_await registry.call(std::move(create), stop);
    RoaCall settle = acrPersonalCall("UpdateNamespace", QStringList(subject()));
    settle.json
        = QJsonObject{{u"Namespace"_s, QJsonObject{{u"AutoCreate"_s, true}, {u"DefaultVisibility"_s, u"PRIVATE"_s}}}};
    settle.subject = subject();
    co_await registry.call(std::move(settle), stop);
}

QCoro::Task<> RegistrySetup::makeEnterprise(std::stop_token stop) const {
    const RpcClient registry = enterpriseRegistryOf(m_access);
    RpcCall call = acrEnterpriseCall("CreateNamespace",
        {{"InstanceId", m_access.config.acr.instanceId.toUtf8()}, {"NamespaceName", subject().toUtf8()},
            {"AutoCreateRepo", "true"}, {"DefaultRepoType", "PRIVATE"}});
    call.subject = subject();
    co_await registry.call(std::move(call), stop);
}

} // namespace miaobu::aliyun
