#include "aliyun/function_triggers.h"

#include "aliyun/lenient_call.h"
#include "aliyun/wire/fc_actions.h"
#include "aliyun/wire/json_list.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int methodsOfHttp = 7;

// The service takes the configuration as a JSON document inside a text.
QString openConfiguration() {
    const QJsonObject config{{u"authType"_s, u"anonymous"_s},
        {u"methods"_s, QJsonArray{u"GET"_s, u"POST"_s, u"PUT"_s, u"DELETE"_s, u"HEAD"_s, u"PATCH"_s, u"OPTIONS"_s}},
        {u"disableURLInternet"_s, false}};
    return QString::fromUtf8(QJsonDocument(config).toJson(QJsonDocument::Compact));
}

bool isOpen(const QJsonObject& trigger) {
    const QByteArray text = trigger.value("triggerConfig"_L1).toString().toUtf8();
    const QJsonObject config = QJsonDocument::fromJson(text).object();
    return config.value("authType"_L1) == "anonymous"_L1 && !config.value("disableURLInternet"_L1).toBool()
        && config.value("methods"_L1).toArray().size() >= methodsOfHttp;
}

QString addressOf(const QJsonObject& trigger) {
    return trigger.value("httpTrigger"_L1)["urlInternet"_L1].toString();
}

RoaCall openingCall(const QString& function, const QJsonObject& known) {
    QJsonObject body{{u"qualifier"_s, u"LATEST"_s}, {u"triggerConfig"_s, openConfiguration()}};
    if (!known.isEmpty()) {
        RoaCall update = fcCall("UpdateTrigger", {function, known.value("triggerName"_L1).toString()});
        update.json = body;
        return update;
    }
    body.insert(u"triggerName"_s, u"http"_s);
    body.insert(u"triggerType"_s, u"http"_s);
    RoaCall create = fcCall("CreateTrigger", {function});
    create.json = body;
    return create;
}

} // namespace

FunctionTriggers::FunctionTriggers(RoaClient fc) : m_fc(std::move(fc)) { }

QCoro::Task<QJsonObject> FunctionTriggers::find(QString function, std::stop_token stop) const {
    RoaCall call = fcCall("ListTriggers", {function});
    call.query = {{"limit", "100"}};
    const std::optional<QJsonObject> answer = co_await callIfThere(m_fc, std::move(call), stop);
    const QJsonArray triggers = listIn(answer.value_or(QJsonObject()), u"triggers"_s);
    for (const QJsonValue& trigger : triggers) {
        if (trigger["triggerType"_L1] == "http"_L1 && trigger["qualifier"_L1].toString(u"LATEST"_s) == "LATEST"_L1) {
            co_return trigger.toObject();
        }
    }
    co_return QJsonObject();
}

QCoro::Task<QString> FunctionTriggers::endpoint(QString function, std::stop_token stop) const {
    const QJsonObject trigger = co_await find(function, stop);
    co_return addressOf(trigger);
}

QCoro::Task<QString> FunctionTriggers::open(QString function, std::stop_token stop) const {
    const QJsonObject known = co_await find(function, stop);
    if (!known.isEmpty() && isOpen(known)) {
        co_return addressOf(known);
    }
    RoaCall call = openingCall(function, known);
    call.subject = function;
    co_await callUnlessTaken(m_fc, std::move(call), stop);
    const QString address = co_await endpoint(function, stop);
    if (address.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, function, u"the function's HTTP trigger has no address"_s);
    }
    co_return QString(address);
}

} // namespace miaobu::aliyun
