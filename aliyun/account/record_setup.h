#pragma once

#include "aliyun/account/account_access.h"
#include "aliyun/account/setup_task.h"
#include "aliyun/account/site_view.h"

namespace miaobu::aliyun {

/// A record of the site that leads its visitors through ESA to the target's bucket: a proxied CNAME whose origin is the private bucket.
///
/// There are two. "origin.{base domain}" is the one that custom domains lead to: a custom hostname names it by its id, and the owner of the
/// domain points a CNAME at it. "*.{base domain}" is for every project's own host. Both have the same origin, because the edge routine
/// decides what is read from it.
class RecordSetup final : public SetupTask {
public:
    /// \a learned outlives this and is told the id and the target of the origin record.
    RecordSetup(AccountAccess access, SiteView site, SetupPart part, std::shared_ptr<TargetConfig> learned);

    [[nodiscard]] SetupPart part() const override { return m_part; }
    [[nodiscard]] QString subject() const override { return m_name; }
    QCoro::Task<SetupStep> examine(std::stop_token stop) override;
    QCoro::Task<> make(std::stop_token stop) override;

private:
    [[nodiscard]] SetupStep judge(const QJsonObject& record);
    [[nodiscard]] QString origin() const;

    AccountAccess m_access;
    SiteView m_site;
    SetupPart m_part;
    QString m_name;
    std::shared_ptr<TargetConfig> m_learned;
    qint64 m_found = 0; ///< The record to change; 0 when there is none.
};

} // namespace miaobu::aliyun
