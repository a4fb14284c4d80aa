#include "aliyun/account/namespace_setup.h"

#include "aliyun/wire/esa_actions.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

QCoro::Task<SetupStep> NamespaceSetup::examine(std::stop_token stop) {
    const RpcClient esa = esaOf(m_access);
    RpcCall call = esaCall("GetKvNamespace", {{"Namespace", subject().toUtf8()}});
    call.subject = subject();
    QJsonObject answer;
    try {
        answer = co_await esa.call(std::move(call), stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
        co_return step(SetupStep::State::Missing);
    }
    if (answer.value("Namespace"_L1).toString() != subject()) {
        throw Error(ErrorKind::MalformedResponse, u"GetKvNamespace"_s, u"another namespace"_s);
    }
    co_return step(SetupStep::State::Present);
}

QCoro::Task<> NamespaceSetup::make(std::stop_token stop) {
    const RpcClient esa = esaOf(m_access);
    RpcCall call = esaCall("CreateKvNamespace",
        {{"Namespace", subject().toUtf8()}, {"Description", "Which deployment answers which host, kept by Miaobu"}});
    call.subject = subject();
    co_await esa.call(std::move(call), stop);
}

} // namespace miaobu::aliyun
