#include "aliyun/acr_enterprise_registry.h"

#include "aliyun/lenient_call.h"
#include "aliyun/wire/acr_actions.h"
#include "aliyun/wire/json_list.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int tagsOnOnePage = 100;

} // namespace

AcrEnterpriseRegistry::AcrEnterpriseRegistry(RpcClient acr, QString instanceId, RegistryPlace place)
    : m_acr(std::move(acr)), m_instanceId(std::move(instanceId)), m_place(std::move(place)) { }

RpcCall AcrEnterpriseRegistry::callOf(const QByteArray& action, const Parameters& parameters) const {
    return acrEnterpriseCall(action, Parameters{Parameter{"InstanceId", m_instanceId.toUtf8()}} + parameters);
}

QCoro::Task<QString> AcrEnterpriseRegistry::host(std::stop_token stop) {
    if (m_place.host.isEmpty()) {
        RpcCall call = callOf("GetInstanceEndpoint", {{"EndpointType", "internet"}, {"ModuleName", "Registry"}});
        const QJsonObject answer = co_await m_acr.call(std::move(call), stop);
        const QString domain = answer.value("Domains"_L1).toArray().at(0)["Domain"_L1].toString();
        if (!answer.value("Enable"_L1).toBool() || domain.isEmpty()) {
            throw Error(ErrorKind::NotActivated, u"Container Registry"_s,
                u"the internet endpoint of %1 is switched off"_s.arg(m_instanceId));
        }
        m_place.host = domain;
    }
    QString known = m_place.host;
    co_return known;
}

QCoro::Task<RegistryLogin> AcrEnterpriseRegistry::login(std::stop_token stop) {
    RegistryLogin login;
    login.host = co_await host(stop);
    const QJsonObject answer = co_await m_acr.call(callOf("GetAuthorizationToken", {}), stop);
    login.user = answer.value("TempUsername"_L1).toString();
    login.password = answer.value("AuthorizationToken"_L1).toString().toUtf8();
    if (login.user.isEmpty() || login.password.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, login.host, u"the answer has no user or no token"_s);
    }
    if (const qint64 end = answer.value("ExpireTime"_L1).toInteger(); end > 0) {
        login.expiresAt = QDateTime::fromMSecsSinceEpoch(end, Qt::UTC);
    }
    co_return login;
}

QCoro::Task<QByteArray> AcrEnterpriseRegistry::repositoryId(QString repository, std::stop_token stop) {
    RpcCall call = callOf(
        "GetRepository", {{"RepoNamespaceName", m_place.nameSpace.toUtf8()}, {"RepoName", repository.toUtf8()}});
    call.subject = repository;
    const std::optional<QJsonObject> found = co_await callIfThere(m_acr, std::move(call), stop);
    co_return found.value_or(QJsonObject()).value("RepoId"_L1).toString().toUtf8();
}

QCoro::Task<QString> AcrEnterpriseRegistry::prepare(QString repository, std::stop_token stop) {
    const QString name = co_await host(stop);
    const Parameter space{"NamespaceName", m_place.nameSpace.toUtf8()};
    const std::optional<QJsonObject> known
        = co_await callIfThere(m_acr, callOf("GetNamespace", Parameters(1, space)), stop);
    if (!known) {
        RpcCall make = callOf("CreateNamespace", {space, {"AutoCreateRepo", "false"}, {"DefaultRepoType", "PRIVATE"}});
        make.subject = m_place.nameSpace;
        co_await callUnlessTaken(m_acr, std::move(make), stop);
    }
    const QByteArray id = co_await repositoryId(repository, stop);
    if (id.isEmpty()) {
        // A function finds its image by the digest behind the tag: a tag that is pushed again would break its next cold start.
        RpcCall make = callOf("CreateRepository",
            {{"RepoNamespaceName", m_place.nameSpace.toUtf8()}, {"RepoName", repository.toUtf8()},
                {"RepoType", "PRIVATE"}, {"Summary", "Deployed by Miaobu"}, {"TagImmutability", "true"}});
        make.subject = repository;
        co_await callUnlessTaken(m_acr, std::move(make), stop);
    }
    co_return name + u'/' + m_place.nameSpace + u'/' + repository;
}

QCoro::Task<QStringList> AcrEnterpriseRegistry::tags(QString repository, std::stop_token stop) {
    QStringList tags;
    const QByteArray id = co_await repositoryId(repository, stop);
    for (int page = 1; !id.isEmpty(); ++page) {
        RpcCall call = callOf("ListRepoTag",
            {{"RepoId", id}, {"PageNo", QByteArray::number(page)}, {"PageSize", QByteArray::number(tagsOnOnePage)}});
        const QJsonObject answer = co_await m_acr.call(std::move(call), stop);
        const QJsonArray found = listIn(answer, u"Images"_s);
        for (const QJsonValue& image : found) {
            tags.append(image["Tag"_L1].toString());
        }
        if (found.size() < tagsOnOnePage) {
            break;
        }
    }
    co_return tags;
}

QCoro::Task<> AcrEnterpriseRegistry::removeTag(QString repository, QString tag, std::stop_token stop) {
    const QByteArray id = co_await repositoryId(repository, stop);
    if (!id.isEmpty()) {
        co_await callIfThere(m_acr, callOf("DeleteRepoTag", {{"RepoId", id}, {"Tag", tag.toUtf8()}}), stop);
    }
}

} // namespace miaobu::aliyun
