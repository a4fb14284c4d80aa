#pragma once

#include "aliyun/account/account_access.h"
#include "aliyun/account/setup_task.h"

namespace miaobu::aliyun {

/// The namespace of Edge KV that holds the routing entries.
class NamespaceSetup final : public SetupTask {
public:
    explicit NamespaceSetup(AccountAccess access) : m_access(std::move(access)) { }

    [[nodiscard]] SetupPart part() const override { return SetupPart::KvNamespace; }
    [[nodiscard]] QString subject() const override { return m_access.config.esa.kvNamespace; }
    QCoro::Task<SetupStep> examine(std::stop_token stop) override;
    QCoro::Task<> make(std::stop_token stop) override;

private:
    AccountAccess m_access;
};

} // namespace miaobu::aliyun
