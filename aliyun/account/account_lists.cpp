#include "aliyun/account/account_lists.h"

#include "aliyun/account/site_fields.h"
#include "aliyun/wire/acr_actions.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_list.h"
#include "aliyun/wire/xml_tree.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int bucketsOnOnePage = 1000;
constexpr int sitesOnOnePage = 500;
// ListUserRoutines: at most 20 on a page, and ten pages.
constexpr int routinesOnOnePage = 20;
constexpr int routinePages = 10;
constexpr int namespacesOnOnePage = 100;

Parameters page(const QByteArray& numberName, int number, int size) {
    return {{numberName, QByteArray::number(number)}, {"PageSize", QByteArray::number(size)}};
}

QList<CloudChoices::Bucket> bucketsIn(const XmlElement& root) {
    if (root.name != "ListAllMyBucketsResult"_L1) {
        throw Error(ErrorKind::MalformedResponse, u"ListBuckets"_s, root.name);
    }
    QList<CloudChoices::Bucket> buckets;
    for (const XmlElement& list : root.children) {
        for (const XmlElement& bucket : list.name == "Buckets"_L1 ? list.children : QList<XmlElement>()) {
            buckets.append({bucket.childText(u"Name"), plainRegion(bucket.childText(u"Location"))});
        }
    }
    return buckets;
}

QStringList namesIn(const QJsonArray& list, QLatin1StringView member) {
    QStringList names;
    for (const QJsonValue& value : list) {
        names.append(value[member].toString());
    }
    return names;
}

QCoro::Task<QStringList> listPersonalNamespaces(AccountAccess access, std::stop_token stop) {
    const RoaClient registry = personalRegistryOf(access);
    RoaCall call = acrPersonalCall("GetNamespaceList", {});
    const QJsonObject answer = co_await registry.call(std::move(call), stop);
    co_return namesIn(listIn(answer.value("data"_L1).toObject(), u"namespaces"_s), "namespace"_L1);
}

QCoro::Task<QStringList> listEnterpriseNamespaces(AccountAccess access, std::stop_token stop) {
    const RpcClient registry = enterpriseRegistryOf(access);
    QStringList names;
    for (int number = 1;; ++number) {
        const Parameters where = Parameters{{"InstanceId", access.config.acr.instanceId.toLatin1()}}
            + page("PageNo", number, namespacesOnOnePage);
        RpcCall call = acrEnterpriseCall("ListNamespace", where);
        const QJsonObject answer = co_await registry.call(std::move(call), stop);
        const QStringList more = namesIn(listIn(answer, u"Namespaces"_s), "NamespaceName"_L1);
        names += more;
        if (more.size() < namespacesOnOnePage) {
            co_return names;
        }
    }
}

} // namespace

QCoro::Task<QList<CloudChoices::Bucket>> listBuckets(AccountAccess access, std::stop_token stop, QString prefix) {
    const OssClient oss = bucketListOf(access);
    QList<CloudChoices::Bucket> buckets;
    QString marker;
    do {
        OssCall call;
        call.method = "GET";
        call.query = {{"max-keys", QByteArray::number(bucketsOnOnePage)}};
        if (!prefix.isEmpty()) {
            call.query.append({"prefix", prefix.toUtf8()});
        }
        if (!marker.isEmpty()) {
            call.query.append({"marker", marker.toUtf8()});
        }
        call.ramAction = u"oss:ListBuckets"_s;
        const HttpResponse response = co_await oss.call(std::move(call), stop);
        const XmlElement root = parseXml(response.body);
        buckets += bucketsIn(root);
        marker = root.childText(u"NextMarker");
    } while (!marker.isEmpty());
    co_return buckets;
}

QCoro::Task<QList<CloudChoices::Site>> listSites(AccountAccess access, std::stop_token stop) {
    const RpcClient esa = esaOf(access);
    QList<CloudChoices::Site> sites;
    for (int number = 1;; ++number) {
        RpcCall call = esaCall("ListSites", page("PageNumber", number, sitesOnOnePage));
        const QJsonObject answer = co_await esa.call(std::move(call), stop);
        const QJsonArray list = listIn(answer, u"Sites"_s);
        for (const QJsonValue& site : list) {
            sites.append(siteFrom(site));
        }
        if (list.size() < sitesOnOnePage) {
            co_return sites;
        }
    }
}

QCoro::Task<QList<CloudChoices::SitePlan>> listSitePlans(AccountAccess access, std::stop_token stop) {
    const RpcClient esa = esaOf(access);
    const Parameters query
        = Parameters{{"Status", "online"}, {"CheckRemainingSiteQuota", "true"}} + page("PageNumber", 1, sitesOnOnePage);
    RpcCall call = esaCall("ListUserRatePlanInstances", query);
    const QJsonObject answer = co_await esa.call(std::move(call), stop);
    QList<CloudChoices::SitePlan> plans;
    for (const QJsonValue& plan : listIn(answer, u"InstanceInfo"_s)) {
        plans.append(planFrom(plan));
    }
    co_return plans;
}

QCoro::Task<QStringList> listKvNamespaces(AccountAccess access, std::stop_token stop) {
    const RpcClient esa = esaOf(access);
    RpcCall call = esaCall("GetKvAccount", {});
    const QJsonObject answer = co_await esa.call(std::move(call), stop);
    if (answer.value("Status"_L1).toString() == "offline"_L1) {
        throw Error(ErrorKind::NotActivated, u"Edge KV"_s);
    }
    co_return namesIn(listIn(answer, u"NamespaceList"_s), "Namespace"_L1);
}

QCoro::Task<QStringList> listRoutines(AccountAccess access, std::stop_token stop) {
    const RpcClient esa = esaOf(access);
    QStringList names;
    for (int number = 1; number <= routinePages; ++number) {
        RpcCall call = esaCall("ListUserRoutines", page("PageNumber", number, routinesOnOnePage));
        const QJsonObject answer = co_await esa.call(std::move(call), stop);
        const QStringList more = namesIn(listIn(answer, u"Routines"_s), "RoutineName"_L1);
        names += more;
        if (more.size() < routinesOnOnePage) {
            break;
        }
    }
    co_return names;
}

QCoro::Task<QStringList> listRegistryNamespaces(AccountAccess access, std::stop_token stop) {
    if (access.config.acr.instanceId.isEmpty()) {
        co_return co_await listPersonalNamespaces(access, stop);
    }
    co_return co_await listEnterpriseNamespaces(access, stop);
}

} // namespace miaobu::aliyun
