#pragma once

#include "aliyun/account/account_access.h"
#include "aliyun/account/setup_task.h"

namespace miaobu::aliyun {

/// A private bucket in the target's region. What the account blocks for everybody stays blocked: visitors come through ESA, which may read
/// a private bucket of its own account.
class BucketSetup final : public SetupTask {
public:
    explicit BucketSetup(AccountAccess access) : m_access(std::move(access)) { }

    [[nodiscard]] SetupPart part() const override { return SetupPart::Bucket; }
    [[nodiscard]] QString subject() const override { return m_access.config.oss.bucket; }
    QCoro::Task<SetupStep> examine(std::stop_token stop) override;
    QCoro::Task<> make(std::stop_token stop) override;

private:
    AccountAccess m_access;
};

} // namespace miaobu::aliyun
