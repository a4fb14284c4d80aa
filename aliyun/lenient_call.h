#pragma once

#include "core/async/error.h"

#include <QCoro/QCoroTask>
#include <QJsonObject>

#include <optional>
#include <stop_token>
#include <utility>

namespace miaobu::aliyun {

/// The answer, or nothing when what the call is about is not there. Client and Call are those of RPC or of ROA.
template <typename Client, typename Call>
QCoro::Task<std::optional<QJsonObject>> callIfThere(Client client, Call call, std::stop_token stop) {
    try {
        const QJsonObject answer = co_await client.call(std::move(call), stop);
        co_return std::optional(answer);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
    }
    co_return std::nullopt;
}

/// Makes something, unless it is there: made by somebody else, or by the attempt before whose answer was lost, is as good.
template <typename Client, typename Call>
QCoro::Task<> callUnlessTaken(Client client, Call call, std::stop_token stop) {
    try {
        co_await client.call(std::move(call), stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Conflict || error.retryable) {
            throw;
        }
    }
}

} // namespace miaobu::aliyun
