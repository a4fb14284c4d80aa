#include "aliyun/wire/rpc_client.h"

#include <utility>

namespace miaobu::aliyun {

RpcClient::RpcClient(std::shared_ptr<HttpClient> client, RpcService service, Credentials credentials,
    RetryPolicy policy, std::shared_ptr<ServerClock> clock)
    : m_api(std::move(client), std::move(service), std::move(credentials), policy, std::move(clock)) { }

QCoro::Task<QJsonObject> RpcClient::call(RpcCall call, std::stop_token stop) const {
    ApiCall encoded;
    encoded.action = call.action;
    encoded.method = call.method;
    encoded.query = call.query;
    if (!call.form.isEmpty()) {
        encoded.contentType = "application/x-www-form-urlencoded";
        encoded.body = encodeForm(call.form);
    }
    encoded.subject = call.subject;
    encoded.repeat = call.repeat;
    co_return co_await m_api.call(std::move(encoded), stop);
}

} // namespace miaobu::aliyun
