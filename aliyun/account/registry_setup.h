#pragma once

#include "aliyun/account/account_access.h"
#include "aliyun/account/setup_task.h"

namespace miaobu::aliyun {

/// The namespace for the images of web apps, in the Enterprise instance the target names or the account's Personal one. Repositories in it
/// are private, and made as they are pushed to.
class RegistrySetup final : public SetupTask {
public:
    explicit RegistrySetup(AccountAccess access) : m_access(std::move(access)) { }

    [[nodiscard]] SetupPart part() const override { return SetupPart::RegistryNamespace; }
    [[nodiscard]] QString subject() const override { return m_access.config.acr.nameSpace; }
    QCoro::Task<SetupStep> examine(std::stop_token stop) override;
    QCoro::Task<> make(std::stop_token stop) override;

private:
    [[nodiscard]] bool isPersonal() const { return m_access.config.acr.instanceId.isEmpty(); }
    QCoro::Task<> ask(std::stop_token stop) const;
    QCoro::Task<> makePersonal(std::stop_token stop) const;
    QCoro::Task<> makeEnterprise(std::stop_token stop) const;

    AccountAccess m_access;
};

} // namespace miaobu::aliyun
