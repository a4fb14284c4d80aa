#pragma once

#include "aliyun/function_json.h"
#include "aliyun/function_triggers.h"
#include "aliyun/wire/roa_client.h"
#include "core/ports/function_host.h"

namespace miaobu::aliyun {

/// How long a change is waited for, and how often it is asked about: an image is pulled and optimised meanwhile.
struct FunctionPolling {
    std::chrono::milliseconds firstDelay = std::chrono::seconds(2);
    std::chrono::milliseconds longestDelay = std::chrono::seconds(10);
    std::chrono::milliseconds limit = std::chrono::minutes(20);
};

/// Functions of Function Compute 3.0, each with one HTTP trigger that anybody may call.
class FcFunctionHost final : public FunctionHost {
public:
    /// \a client asks the functions themselves.
    FcFunctionHost(
        RoaClient fc, std::shared_ptr<HttpClient> client, FunctionContext context, FunctionPolling polling = {});

    QCoro::Task<std::optional<FunctionState>> find(QString name, std::stop_token stop) override;
    QCoro::Task<QStringList> list(QString prefix, std::stop_token stop) override;
    QCoro::Task<FunctionState> put(FunctionSpecification specification, std::stop_token stop) override;
    QCoro::Task<FunctionAnswer> ask(QString endpoint, QString path, std::stop_token stop) override;
    QCoro::Task<> remove(QString name, std::stop_token stop) override;

private:
    QCoro::Task<bool> updateIfThere(QString name, QJsonObject changes, std::stop_token stop);
    QCoro::Task<> createOrUpdate(QString name, QJsonObject body, std::stop_token stop);
    QCoro::Task<FunctionState> waitUntilReady(QString name, std::stop_token stop);
    /// The value of \a key in every member of the list that \a action answers; empty when the function is not there.
    QCoro::Task<QStringList> namesOf(
        QByteArray action, QString function, QString list, QString key, std::stop_token stop);
    QCoro::Task<> removeBelongings(QString name, std::stop_token stop);

    RoaClient m_fc;
    std::shared_ptr<HttpClient> m_client;
    FunctionTriggers m_triggers;
    FunctionContext m_context;
    FunctionPolling m_polling;
};

} // namespace miaobu::aliyun
