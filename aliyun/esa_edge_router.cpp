#include "aliyun/esa_edge_router.h"

#include "aliyun/esa_edge_cache.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_list.h"
#include "core/async/error.h"

#include <QJsonArray>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

// PutKv: a key has at most 512 bytes, a value at most 2,000,000.
constexpr qsizetype longestKey = 512;
constexpr qsizetype longestValue = 2'000'000;
constexpr qsizetype mostHostsInOneCall = 50;
// ListKvs: a page has at most 100 keys, and nothing beyond the 50,000th is shown.
constexpr int keysOnOnePage = 100;
constexpr int mostPages = 500;

// A missing key, not a missing namespace or account.
bool isMissingKey(const Error& error) {
    return error.kind == ErrorKind::NotFound && error.detail.startsWith("InvalidKey.NotFound"_L1);
}

} // namespace

EsaEdgeRouter::EsaEdgeRouter(
    RpcClient esa, std::shared_ptr<HttpClient> visitor, QByteArray kvNamespace, qint64 siteId, EdgeAddress address)
    : m_esa(std::move(esa)), m_visitor(std::move(visitor)), m_kvNamespace(std::move(kvNamespace)), m_siteId(siteId),
      m_address(std::move(address)) { }

RpcCall EsaEdgeRouter::keyCall(const QByteArray& action, const QString& host) const {
    const QByteArray key = host.toUtf8();
    if (key.isEmpty() || key.size() > longestKey || key.contains(' ') || key.contains('/')) {
        throw Error(ErrorKind::InvalidInput, host, u"not a key of Edge KV"_s);
    }
    RpcCall call = esaCall(action, {{"Namespace", m_kvNamespace}, {"Key", key}});
    call.subject = host;
    return call;
}

QCoro::Task<> EsaEdgeRouter::writeEntry(QString host, RoutingEntry entry, std::stop_token stop) {
    RpcCall call = keyCall("PutKv", host);
    const QByteArray value = toJson(entry);
    if (value.size() > longestValue) {
        throw Error(ErrorKind::InvalidInput, host, u"the routing entry is longer than Edge KV takes"_s);
    }
    call.form.append(Parameter{"Value", value});
    co_await m_esa.call(std::move(call), stop);
}

QCoro::Task<std::optional<RoutingEntry>> EsaEdgeRouter::readEntry(QString host, std::stop_token stop) {
    RpcCall call = keyCall("GetKv", host);
    try {
        const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
        const QByteArray value = answer.value("Value"_L1).toString().toUtf8();
        co_return routingEntryFromJson(value);
    } catch (const Error& error) {
        if (!isMissingKey(error)) {
            throw;
        }
    }
    co_return std::nullopt;
}

QCoro::Task<QStringList> EsaEdgeRouter::hosts(std::stop_token stop) {
    QStringList hosts;
    for (int page = 1; page <= mostPages; ++page) {
        RpcCall call = esaCall("ListKvs",
            {{"Namespace", m_kvNamespace}, {"PageSize", QByteArray::number(keysOnOnePage)},
                {"PageNumber", QByteArray::number(page)}});
        const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
        const QJsonArray keys = listIn(answer, u"Keys"_s);
        for (const QJsonValue& key : keys) {
            hosts.append(key["Name"_L1].toString());
        }
        if (keys.size() < keysOnOnePage) {
            break;
        }
    }
    co_return hosts;
}

QCoro::Task<> EsaEdgeRouter::removeEntry(QString host, std::stop_token stop) {
    RpcCall call = keyCall("DeleteKv", host);
    try {
        co_await m_esa.call(std::move(call), stop);
    } catch (const Error& error) {
        if (!isMissingKey(error)) {
            throw;
        }
    }
}

QCoro::Task<> EsaEdgeRouter::purge(QStringList hosts, std::stop_token stop) {
    for (qsizetype begin = 0; begin < hosts.size(); begin += mostHostsInOneCall) {
        RpcCall call = purgeCall(m_siteId, PurgeKind::Hosts, hosts.mid(begin, mostHostsInOneCall));
        co_await m_esa.call(std::move(call), stop);
    }
}

QCoro::Task<EdgeAnswer> EsaEdgeRouter::ask(QString host, std::stop_token stop) {
    HttpRequest request;
    const QByteArray port = m_address.port < 0 ? ""_ba : ':' + QByteArray::number(m_address.port);
    // A query nobody has asked for yet is in no cache.
    request.url = m_address.scheme + "://" + host.toUtf8() + port
        + "/?miaobu-ask=" + QUuid::createUuid().toByteArray(QUuid::Id128);
    request.headers = {{"Cache-Control", "no-cache"}, {"Accept", "text/html,*/*"}, {"User-Agent", "Miaobu"}};
    request.connectTo = m_address.connectTo;
    const HttpResponse response = co_await m_visitor->send(std::move(request), stop);
    co_return EdgeAnswer{response.status, response.header("x-miaobu-deployment").toLongLong()};
}

} // namespace miaobu::aliyun
