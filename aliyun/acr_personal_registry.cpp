#include "aliyun/acr_personal_registry.h"

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

AcrPersonalRegistry::AcrPersonalRegistry(RoaClient acr, RegistryPlace place)
    : m_acr(std::move(acr)), m_place(std::move(place)) { }

QCoro::Task<std::optional<QJsonObject>> AcrPersonalRegistry::dataIfThere(RoaCall call, std::stop_token stop) {
    const std::optional<QJsonObject> answer = co_await callIfThere(m_acr, std::move(call), stop);
    if (!answer) {
        co_return std::nullopt;
    }
    co_return std::optional(answer->value("data"_L1).toObject());
}

QCoro::Task<RegistryLogin> AcrPersonalRegistry::login(std::stop_token stop) {
    const QJsonObject answer = co_await m_acr.call(acrPersonalCall("GetAuthorizationToken", {}), stop);
    const QJsonObject data = answer.value("data"_L1).toObject();
    RegistryLogin login;
    login.host = m_place.host.isEmpty() ? u"registry.%1.aliyuncs.com"_s.arg(m_place.region) : m_place.host;
    login.user = data.value("tempUserName"_L1).toString();
    login.password = data.value("authorizationToken"_L1).toString().toUtf8();
    if (login.user.isEmpty() || login.password.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, login.host, u"the answer has no user or no token"_s);
    }
    if (const qint64 end = data.value("expireDate"_L1).toInteger(); end > 0) {
        login.expiresAt = QDateTime::fromMSecsSinceEpoch(end, Qt::UTC);
    }
    co_return login;
}

QCoro::Task<> AcrPersonalRegistry::ensureNamespace(std::stop_token stop) {
    const QStringList names(m_place.nameSpace);
    const std::optional<QJsonObject> known = co_await dataIfThere(acrPersonalCall("GetNamespace", names), stop);
    if (known) {
        co_return;
    }
    RoaCall call = acrPersonalCall("CreateNamespace", {});
    call.subject = m_place.nameSpace;
    call.json = QJsonObject{{u"Namespace"_s, QJsonObject{{u"Namespace"_s, m_place.nameSpace}}}};
    co_await callUnlessTaken(m_acr, std::move(call), stop);
}

QCoro::Task<QJsonObject> AcrPersonalRegistry::ensureRepository(QString repository, std::stop_token stop) {
    const QStringList names{m_place.nameSpace, repository};
    const std::optional<QJsonObject> known = co_await dataIfThere(acrPersonalCall("GetRepo", names), stop);
    if (known) {
        co_return known->value("repo"_L1).toObject();
    }
    RoaCall call = acrPersonalCall("CreateRepo", {});
    call.subject = repository;
    call.json = QJsonObject{{u"Repo"_s,
        QJsonObject{{u"RepoNamespace"_s, m_place.nameSpace}, {u"RepoName"_s, repository},
            {u"Summary"_s, u"Deployed by Miaobu"_s}, {u"RepoType"_s, u"PRIVATE"_s}}}};
    co_await callUnlessTaken(m_acr, std::move(call), stop);
    const QJsonObject made = co_await m_acr.call(acrPersonalCall("GetRepo", names), stop);
    co_return made.value("data"_L1)["repo"_L1].toObject();
}

QCoro::Task<QString> AcrPersonalRegistry::prepare(QString repository, std::stop_token stop) {
    co_await ensureNamespace(stop);
    const QJsonObject repo = co_await ensureRepository(repository, stop);
    if (m_place.host.isEmpty()) {
        // Newer instances have a host of their own, which only the repository tells.
        m_place.host = repo.value("repoDomainList"_L1)["public"_L1].toString();
    }
    if (m_place.host.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, repository, u"the repository has no public host"_s);
    }
    co_return m_place.host + u'/' + m_place.nameSpace + u'/' + repository;
}

QCoro::Task<QStringList> AcrPersonalRegistry::tags(QString repository, std::stop_token stop) {
    QStringList tags;
    for (int page = 1;; ++page) {
        RoaCall call = acrPersonalCall("GetRepoTags", {m_place.nameSpace, repository});
        call.query = {{"Page", QByteArray::number(page)}, {"PageSize", QByteArray::number(tagsOnOnePage)}};
        const std::optional<QJsonObject> data = co_await dataIfThere(std::move(call), stop);
        const QJsonArray found = listIn(data.value_or(QJsonObject()), u"tags"_s);
        for (const QJsonValue& tag : found) {
            tags.append(tag["tag"_L1].toString());
        }
        if (found.size() < tagsOnOnePage) {
            break;
        }
    }
    co_return tags;
}

QCoro::Task<> AcrPersonalRegistry::removeTag(QString repository, QString tag, std::stop_token stop) {
    co_await dataIfThere(acrPersonalCall("DeleteImage", {m_place.nameSpace, repository, tag}), stop);
}

} // namespace miaobu::aliyun
