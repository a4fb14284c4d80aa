#include "aliyun/fc_function_host.h"

#include "aliyun/lenient_call.h"
#include "aliyun/wire/fc_actions.h"
#include "aliyun/wire/json_list.h"
#include "core/async/sleep.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int functionsOnOnePage = 100;
constexpr int attemptsToRemove = 4;
constexpr qsizetype longestWords = 2000;
// Alibaba's own tool believes a failure only when it is told three times.
constexpr int failuresToBelieve = 3;

} // namespace

FcFunctionHost::FcFunctionHost(
    RoaClient fc, std::shared_ptr<HttpClient> client, FunctionContext context, FunctionPolling polling)
    : m_fc(std::move(fc)), m_client(std::move(client)), m_triggers(m_fc), m_context(std::move(context)),
      m_polling(polling) { }

QCoro::Task<std::optional<FunctionState>> FcFunctionHost::find(QString name, std::stop_token stop) {
    const std::optional<QJsonObject> answer
        = co_await callIfThere(m_fc, fcCall("GetFunction", QStringList(name)), stop);
    if (!answer) {
        co_return std::nullopt;
    }
    FunctionState state = functionFromJson(*answer);
    state.endpoint = co_await m_triggers.endpoint(name, stop);
    co_return std::optional(state);
}

QCoro::Task<QStringList> FcFunctionHost::list(QString prefix, std::stop_token stop) {
    QStringList names;
    QString next;
    do {
        RoaCall call = fcCall("ListFunctions", {});
        call.query = {{"limit", QByteArray::number(functionsOnOnePage)}};
        if (!prefix.isEmpty()) {
            call.query.append(Parameter{"prefix", prefix.toUtf8()});
        }
        if (!next.isEmpty()) {
            call.query.append(Parameter{"nextToken", next.toUtf8()});
        }
        const QJsonObject answer = co_await m_fc.call(std::move(call), stop);
        for (const QJsonValue& function : listIn(answer, u"functions"_s)) {
            names.append(function["functionName"_L1].toString());
        }
        const QString before = std::exchange(next, answer.value("nextToken"_L1).toString());
        if (!next.isEmpty() && next == before) {
            throw Error(ErrorKind::MalformedResponse, prefix, u"the list of functions does not advance"_s);
        }
    } while (!next.isEmpty());
    co_return names;
}

// What a function of the other kind has stays unless it is sent empty, and together with what is sent it may be refused.
QCoro::Task<bool> FcFunctionHost::updateIfThere(QString name, QJsonObject changes, std::stop_token stop) {
    for (const bool emptiesOthers : {false, true}) {
        if (emptiesOthers) {
            for (const QString& other : {u"code"_s, u"customContainerConfig"_s, u"customRuntimeConfig"_s}) {
                if (!changes.contains(other)) {
                    changes.insert(other, QJsonObject());
                }
            }
        }
        RoaCall update = fcCall("UpdateFunction", QStringList(name));
        update.json = changes;
        try {
            const std::optional<QJsonObject> updated = co_await callIfThere(m_fc, std::move(update), stop);
            co_return updated.has_value();
        } catch (const Error& error) {
            if (error.kind != ErrorKind::InvalidInput || emptiesOthers) {
                throw;
            }
        }
    }
    co_return false;
}

// Most puts change a function that is there. One that appears or is removed between two calls is met by going round again.
QCoro::Task<> FcFunctionHost::createOrUpdate(QString name, QJsonObject body, std::stop_token stop) {
    QJsonObject changes = body;
    changes.remove(u"functionName"_s);
    for (int round = 0;; ++round) {
        if (co_await updateIfThere(name, changes, stop)) {
            co_return;
        }
        RoaCall create = fcCall("CreateFunction", {});
        create.json = body;
        create.subject = name;
        try {
            co_await m_fc.call(std::move(create), stop);
            co_return;
        } catch (const Error& error) {
            if (error.kind != ErrorKind::Conflict || round > 0) {
                throw;
            }
        }
    }
}

QCoro::Task<FunctionState> FcFunctionHost::waitUntilReady(QString name, std::stop_token stop) {
    std::chrono::milliseconds delay = m_polling.firstDelay;
    std::chrono::milliseconds waited{0};
    int failures = 0;
    while (true) {
        const QJsonObject answer = co_await m_fc.call(fcCall("GetFunction", QStringList(name)), stop);
        const FunctionState state = functionFromJson(answer);
        const bool hasFailed = state.updateFailed || state.state == FunctionState::State::Failed;
        failures = hasFailed ? failures + 1 : 0;
        if (failures >= failuresToBelieve) {
            throw Error(ErrorKind::FunctionFailed, name, state.detail);
        }
        if (!hasFailed && !state.isUpdating && state.state != FunctionState::State::Pending) {
            co_return FunctionState(state);
        }
        if (waited >= m_polling.limit) {
            throw Error(ErrorKind::FunctionNotReady, name, state.detail);
        }
        co_await sleepFor(delay, stop);
        waited += delay;
        delay = std::min(delay * 3 / 2, m_polling.longestDelay);
    }
}

QCoro::Task<FunctionState> FcFunctionHost::put(FunctionSpecification specification, std::stop_token stop) {
    const QString name = specification.name;
    co_await createOrUpdate(name, functionToJson(specification, m_context), stop);
    FunctionState state = co_await waitUntilReady(name, stop);
    state.endpoint = co_await m_triggers.open(name, stop);
    co_return state;
}

QCoro::Task<FunctionAnswer> FcFunctionHost::ask(QString endpoint, QString path, std::stop_token stop) {
    HttpRequest request;
    request.url = endpoint.toUtf8() + QUrl::toPercentEncoding(path, "/?&=:,;@+$!*'()~");
    request.headers.append(HttpHeader{"Cache-Control", "no-cache"});
    // A first call starts an instance.
    request.idleTimeout = std::chrono::minutes(2);
    const HttpResponse response = co_await m_client->send(std::move(request), stop);
    FunctionAnswer answer{response.status, {}};
    if (const QByteArray type = response.header("x-fc-error-type"); !type.isEmpty()) {
        const QJsonObject said = QJsonDocument::fromJson(response.body).object();
        const QString message = said.value("Message"_L1).toString(said.value("errorMessage"_L1).toString());
        answer.problem = QString::fromUtf8(type) + u": "_s
            + (message.isEmpty() ? QString::fromUtf8(response.body.first(std::min(response.body.size(), longestWords)))
                                 : message);
    }
    co_return FunctionAnswer(answer);
}

QCoro::Task<QStringList> FcFunctionHost::namesOf(
    QByteArray action, QString function, QString list, QString key, std::stop_token stop) {
    RoaCall call = fcCall(action, QStringList(function));
    call.query = {{"limit", "100"}};
    const std::optional<QJsonObject> answer = co_await callIfThere(m_fc, std::move(call), stop);
    QStringList names;
    for (const QJsonValue& one : listIn(answer.value_or(QJsonObject()), list)) {
        names.append(one[key].toString());
    }
    co_return names;
}

QCoro::Task<> FcFunctionHost::removeBelongings(QString name, std::stop_token stop) {
    RoaCall provision = fcCall("DeleteProvisionConfig", QStringList(name));
    provision.query = {{"qualifier", "LATEST"}};
    co_await callIfThere(m_fc, std::move(provision), stop);
    const QStringList triggers = co_await namesOf("ListTriggers", name, u"triggers"_s, u"triggerName"_s, stop);
    for (const QString& trigger : triggers) {
        co_await callIfThere(m_fc, fcCall("DeleteTrigger", QStringList{name, trigger}), stop);
    }
    const QStringList aliases = co_await namesOf("ListAliases", name, u"aliases"_s, u"aliasName"_s, stop);
    for (const QString& alias : aliases) {
        co_await callIfThere(m_fc, fcCall("DeleteAlias", QStringList{name, alias}), stop);
    }
    const QStringList versions = co_await namesOf("ListFunctionVersions", name, u"versions"_s, u"versionId"_s, stop);
    for (const QString& version : versions) {
        co_await callIfThere(m_fc, fcCall("DeleteFunctionVersion", QStringList{name, version}), stop);
    }
}

QCoro::Task<> FcFunctionHost::remove(QString name, std::stop_token stop) {
    for (int attempt = 1;; ++attempt) {
        co_await removeBelongings(name, stop);
        try {
            co_await callIfThere(m_fc, fcCall("DeleteFunction", QStringList(name)), stop);
            co_return;
        } catch (const Error& error) {
            // ProvisionConfigExist for a moment after it was deleted.
            if (error.kind != ErrorKind::Conflict || attempt >= attemptsToRemove) {
                throw;
            }
        }
        co_await sleepFor(m_polling.firstDelay, stop);
    }
}

} // namespace miaobu::aliyun
