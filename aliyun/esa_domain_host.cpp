#include "aliyun/esa_domain_host.h"

#include "aliyun/custom_hostname_json.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_list.h"
#include "aliyun/wire/json_number.h"
#include "core/async/error.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int hostsOnOnePage = 500;

RpcCall callOf(const QByteArray& action, qint64 id) {
    RpcCall call = esaCall(action, {{"HostnameId", QByteArray::number(id)}});
    call.subject = QString::number(id);
    return call;
}

} // namespace

EsaDomainHost::EsaDomainHost(RpcClient esa, qint64 siteId, qint64 recordId, QString cnameTarget)
    : m_esa(std::move(esa)), m_siteId(siteId), m_recordId(recordId), m_cnameTarget(std::move(cnameTarget)) { }

QCoro::Task<bool> EsaDomainHost::needsIcp(std::stop_token stop) {
    RpcCall call = esaCall("GetSite", {{"SiteId", QByteArray::number(m_siteId)}});
    call.subject = QString::number(m_siteId);
    const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
    const QString coverage = answer.value("SiteModel"_L1).toObject().value("Coverage"_L1).toString();
    co_return coverage == "domestic"_L1 || coverage == "global"_L1;
}

QCoro::Task<QList<CustomHostname>> EsaDomainHost::listNamed(QString host, std::stop_token stop) {
    QList<CustomHostname> hosts;
    for (int page = 1;; ++page) {
        Parameters parameters{{"SiteId", QByteArray::number(m_siteId)}, {"PageNumber", QByteArray::number(page)},
            {"PageSize", QByteArray::number(hostsOnOnePage)}};
        if (!host.isEmpty()) {
            parameters += Parameters{{"Hostname", host.toUtf8()}, {"NameMatchType", "exact"}};
        }
        RpcCall call = esaCall("ListCustomHostnames", parameters);
        call.subject = host;
        const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
        const QJsonArray found = listIn(answer, u"Hostnames"_s);
        for (const QJsonValue& one : found) {
            hosts.append(customHostnameFromJson(one.toObject()));
        }
        if (found.size() < hostsOnOnePage) {
            break;
        }
    }
    co_return hosts;
}

QCoro::Task<QList<CustomHostname>> EsaDomainHost::list(std::stop_token stop) {
    return listNamed({}, stop);
}

QCoro::Task<std::optional<CustomHostname>> EsaDomainHost::find(QString host, std::stop_token stop) {
    const QList<CustomHostname> hosts = co_await listNamed(host, stop);
    for (const CustomHostname& one : hosts) {
        if (one.host.compare(host, Qt::CaseInsensitive) == 0) {
            co_return std::optional(one);
        }
    }
    co_return std::nullopt;
}

// Nothing when the name is taken: perhaps by the attempt before, whose answer was lost.
QCoro::Task<std::optional<CustomHostname>> EsaDomainHost::create(QString host, std::stop_token stop) {
    RpcCall call = esaCall("CreateCustomHostname",
        {{"SiteId", QByteArray::number(m_siteId)}, {"RecordId", QByteArray::number(m_recordId)},
            {"Hostname", host.toUtf8()}, {"SslFlag", "off"}});
    call.subject = host;
    qint64 id = 0;
    try {
        const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
        id = wholeNumber(answer.value("HostnameId"_L1), u"HostnameId"_s);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Conflict || error.retryable) {
            throw;
        }
        co_return std::nullopt;
    }
    const QJsonObject created = co_await model(id, stop);
    co_return std::optional(customHostnameFromJson(created));
}

QCoro::Task<CustomHostname> EsaDomainHost::add(QString host, std::stop_token stop) {
    if (m_recordId == 0) {
        throw Error(ErrorKind::NotFound, m_cnameTarget, u"the site has no record for custom domains yet"_s);
    }
    std::optional<CustomHostname> known = co_await find(host, stop);
    if (!known) {
        const std::optional<CustomHostname> created = co_await create(host, stop);
        if (created) {
            co_return CustomHostname(*created);
        }
        known = co_await find(host, stop);
    }
    if (!known) {
        throw Error(ErrorKind::Conflict, host, u"another account or site has this host"_s);
    }
    if (known->recordId != m_recordId) {
        RpcCall call = callOf("UpdateCustomHostname", known->id);
        call.query.append(Parameter{"RecordId", QByteArray::number(m_recordId)});
        co_await m_esa.call(std::move(call), stop);
        known->recordId = m_recordId;
    }
    co_return CustomHostname(*known);
}

QCoro::Task<bool> EsaDomainHost::verify(qint64 id, std::stop_token stop) {
    try {
        const QJsonObject answer = co_await m_esa.call(callOf("VerifyCustomHostname", id), stop);
        const bool passed = answer.value("Passed"_L1).toBool();
        co_return passed;
    } catch (const Error& error) {
        if (!error.detail.startsWith("CustomHostname.VerifyUnpassed"_L1)) {
            throw;
        }
    }
    co_return false;
}

QCoro::Task<QJsonObject> EsaDomainHost::model(qint64 id, std::stop_token stop) {
    const QJsonObject answer = co_await m_esa.call(callOf("GetCustomHostname", id), stop);
    QJsonObject found = answer.value("CustomHostnameModel"_L1).toObject();
    co_return found;
}

QCoro::Task<> EsaDomainHost::requestCertificate(qint64 id, std::stop_token stop) {
    const QJsonObject before = co_await model(id, stop);
    const bool isFree = before.value("SslFlag"_L1) == "on"_L1 && before.value("CertType"_L1) == "free"_L1;
    RpcCall call = callOf(isFree ? "ApplyCustomHostnameCertificate" : "UpdateCustomHostname", id);
    if (!isFree) {
        call.query += Parameters{{"SslFlag", "on"}, {"CertType", "free"}};
    }
    co_await m_esa.call(std::move(call), stop);
}

QCoro::Task<> EsaDomainHost::remove(qint64 id, std::stop_token stop) {
    try {
        co_await m_esa.call(callOf("DeleteCustomHostname", id), stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
    }
}

} // namespace miaobu::aliyun
