#pragma once

#include "aliyun/account/account_access.h"
#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

/// Opens accounts of Alibaba Cloud. A config without an endpoint for ESA is asked for at both places it has.
class AliyunAccounts final : public CloudAccounts {
public:
    explicit AliyunAccounts(std::shared_ptr<HttpClient> client, AccountPace pace = {});

    [[nodiscard]] std::shared_ptr<CloudAccount> open(TargetConfig config, AccessKey key) override;

private:
    std::shared_ptr<HttpClient> m_client;
    AccountPace m_pace;
};

} // namespace miaobu::aliyun
