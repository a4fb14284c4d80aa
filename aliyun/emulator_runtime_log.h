#pragma once

#include "core/net/http_client.h"
#include "core/ports/runtime_log.h"

#include <QUrl>

#include <memory>

namespace miaobu::aliyun {

/// What the functions of the emulator on this computer say, by its control call (emulator/faults.h).
class EmulatorRuntimeLog final : public RuntimeLog {
public:
    EmulatorRuntimeLog(std::shared_ptr<HttpClient> client, QUrl endpoint, QByteArray secret);

    QCoro::Task<RuntimeLogPiece> read(QString function, QString cursor, std::stop_token stop) override;

private:
    std::shared_ptr<HttpClient> m_client;
    QUrl m_endpoint;
    QByteArray m_secret;
};

} // namespace miaobu::aliyun
