#pragma once

#include "aliyun/wire/roa_client.h"

namespace miaobu::aliyun {

/// The HTTP triggers of functions. A function's newest code has one at most, which may have been made by somebody else and under another name.
class FunctionTriggers {
public:
    explicit FunctionTriggers(RoaClient fc);

    /// Where \a function answers; empty when there is no trigger or no function.
    QCoro::Task<QString> endpoint(QString function, std::stop_token stop) const;
    /// Lets anybody call \a function. \returns where it answers
    QCoro::Task<QString> open(QString function, std::stop_token stop) const;

private:
    QCoro::Task<QJsonObject> find(QString function, std::stop_token stop) const;

    RoaClient m_fc;
};

} // namespace miaobu::aliyun
