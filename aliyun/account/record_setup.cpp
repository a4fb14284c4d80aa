#include "aliyun/account/record_setup.h"

#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_list.h"
#include "aliyun/wire/json_number.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

/// How a record of ours differs from what it has to be; empty when it does not.
QStringList differences(const QJsonObject& record) {
    QStringList different;
    if (!record.value("Proxied"_L1).toBool()) {
        different.append(u"Proxied=false"_s);
    }
    const std::pair<QString, QString> wanted[]{
        {u"BizName"_s, u"web"_s},
        {u"HostPolicy"_s, u"follow_origin_domain"_s},
    };
    for (const auto& [member, value] : wanted) {
        if (const QString found = record.value(member).toString(); found != value) {
            different.append(member + u'=' + found);
        }
    }
    const QString authentication = record.value("AuthConf"_L1).toObject().value("AuthType"_L1).toString();
    if (authentication != "private_same_account"_L1) {
        different.append(u"AuthType="_s + authentication);
    }
    return different;
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

RecordSetup::RecordSetup(AccountAccess access, SiteView site, SetupPart part, std::shared_ptr<TargetConfig> learned)
    : m_access(std::move(access)), m_site(std::move(site)), m_part(part),
      m_name(
          (part == SetupPart::OriginRecord ? u"origin."_s : u"*."_s) + m_access.config.baseDomain.section(u':', 0, 0)),
      m_learned(std::move(learned)) { }

QString RecordSetup::origin() const {
    return u"%1.oss-%2.aliyuncs.com"_s.arg(m_access.config.oss.bucket, m_access.config.region);
}

QCoro::Task<SetupStep> RecordSetup::examine(std::stop_token stop) {
    if (m_site.error) {
        throw Error(*m_site.error);
    }
    if (m_site.obstacle != Obstacle::None) {
        co_return blocked(m_site.obstacle, m_site.detail);
    }
    const RpcClient esa = esaOf(m_access);
    RpcCall call = esaCall("ListRecords",
        {{"SiteId", QByteArray::number(m_site.id)}, {"RecordName", m_name.toUtf8()}, {"RecordMatchType", "exact"},
            {"PageNumber", "1"}, {"PageSize", "100"}});
    call.subject = m_name;
    const QJsonObject answer = co_await esa.call(std::move(call), stop);
    const QJsonArray records = listIn(answer, u"Records"_s);
    m_found = 0;
    for (const QJsonValue& record : records) {
        if (record["RecordName"_L1].toString() == m_name) {
            co_return judge(record.toObject());
        }
    }
    co_return step(SetupStep::State::Missing);
}

SetupStep RecordSetup::judge(const QJsonObject& record) {
    const QString type = record.value("RecordType"_L1).toString();
    const QString value = record.value("Data"_L1).toObject().value("Value"_L1).toString();
    const bool isOurs = type == "CNAME"_L1 && value == origin();
    if (!isOurs || record.value("RecordSourceType"_L1).toString() != "OSS"_L1) {
        return blocked(Obstacle::RecordTaken, type + u' ' + value);
    }
    m_found = wholeNumber(record.value("RecordId"_L1), u"RecordId"_s);
    if (const QStringList different = differences(record); !different.isEmpty()) {
        return step(SetupStep::State::Different, different.join(u", "_s));
    }
    if (m_part == SetupPart::OriginRecord) {
        const QString cname = record.value("RecordCname"_L1).toString();
        m_learned->esa.cnameRecordId = m_found;
        // A site whose name servers are ESA's has no other name for it: its own leads to the edge.
        m_learned->esa.cnameTarget = cname.isEmpty() ? m_name : cname;
    }
    return step(SetupStep::State::Present);
}

QCoro::Task<> RecordSetup::make(std::stop_token stop) {
    Parameters what{{"Data", compact({{u"Value"_s, origin()}})}, {"Ttl", "600"}, {"Proxied", "true"},
        {"BizName", "web"}, {"SourceType", "OSS"}, {"HostPolicy", "follow_origin_domain"},
        {"AuthConf", compact({{u"AuthType"_s, u"private_same_account"_s}})}};
    if (m_found != 0) {
        what.append({"RecordId", QByteArray::number(m_found)});
    } else {
        what += Parameters{
            {"SiteId", QByteArray::number(m_site.id)}, {"RecordName", m_name.toUtf8()}, {"Type", "CNAME"}};
    }
    const RpcClient esa = esaOf(m_access);
    RpcCall call = esaCall(m_found != 0 ? "UpdateRecord"_ba : "CreateRecord"_ba, what);
    call.subject = m_name;
    co_await esa.call(std::move(call), stop);
}

} // namespace miaobu::aliyun
