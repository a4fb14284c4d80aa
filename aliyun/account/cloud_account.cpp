#include "aliyun/account/cloud_account.h"

#include "aliyun/account/cloud_choices.h"
#include "aliyun/account/identity.h"
#include "aliyun/account/new_site.h"
#include "aliyun/account/permission_check.h"
#include "aliyun/account/setup_run.h"

#include <utility>

namespace miaobu::aliyun {

namespace {

/// With the place of ESA, and the account the key belongs to: a key that does not work is found out first.
QCoro::Task<AccountAccess> located(AccountAccess access, std::stop_token stop) {
    const CallerIdentity identity = co_await callerIdentity(access, stop);
    access.config.accountId = identity.accountId;
    if (const QList<QUrl> candidates = esaCandidates(access.config); candidates.size() > 1) {
        access.config.esa.endpoint = co_await findEsaEndpoint(access, candidates, stop);
    }
    AccountAccess ready = std::move(access);
    co_return ready;
}

class AliyunAccount final : public CloudAccount {
public:
    explicit AliyunAccount(AccountAccess access) : m_access(std::move(access)) { }

    QCoro::Task<CallerIdentity> identify(std::stop_token stop) override {
        co_return co_await callerIdentity(m_access, stop);
    }

    QCoro::Task<CloudChoices> choices(std::stop_token stop) override { co_return co_await findChoices(m_access, stop); }

    QCoro::Task<SiteAddition> addSite(SiteDraft draft, std::stop_token stop) override {
        co_return co_await aliyun::addSite(m_access, draft, stop);
    }

    QCoro::Task<bool> verifySite(qint64 siteId, std::stop_token stop) override {
        co_return co_await aliyun::verifySite(m_access, siteId, stop);
    }

    QCoro::Task<QList<PermissionCheck>> check(
        std::function<void(PermissionCheck)> found, std::stop_token stop) override {
        const AccountAccess access = co_await located(m_access, stop);
        co_return co_await checkPermissions(access, std::move(found), stop);
    }

    QCoro::Task<QList<SetupStep>> plan(std::stop_token stop) override {
        const AccountAccess access = co_await located(m_access, stop);
        co_return co_await planSetup(access, stop);
    }

    QCoro::Task<TargetConfig> setUp(std::function<void(SetupStep)> changed, std::stop_token stop) override {
        const AccountAccess access = co_await located(m_access, stop);
        co_return co_await runSetup(access, std::move(changed), stop);
    }

private:
    AccountAccess m_access;
};

} // namespace

AliyunAccounts::AliyunAccounts(std::shared_ptr<HttpClient> client, AccountPace pace)
    : m_client(std::move(client)), m_pace(pace) { }

std::shared_ptr<CloudAccount> AliyunAccounts::open(TargetConfig config, AccessKey key) {
    AccountAccess access;
    access.config = withEndpoints(std::move(config));
    access.credentials = credentialsOf(key);
    access.client = m_client;
    access.pace = m_pace;
    return std::make_shared<AliyunAccount>(std::move(access));
}

} // namespace miaobu::aliyun
