#pragma once

#include "aliyun/emulator/emulator_process.h"
#include "aliyun/target_config.h"
#include "aliyun/wire/credentials.h"
#include "core/net/http_client.h"
#include "core/ports/targets.h"

#include <QProcessEnvironment>

namespace miaobu::aliyun {

/// "local" and the targets whose files are in one folder.
class AliyunTargets final : public Targets {
public:
    /// \a folder is Home::targetFolder(). Keys are taken from \a environment: ALIBABA_CLOUD_ACCESS_KEY_ID (else the file's),
    /// ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN.
    AliyunTargets(QString folder, emulator::EmulatorLocation emulator, std::shared_ptr<HttpClient> client,
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    [[nodiscard]] QStringList names() const override;
    /// \throws Error(KeychainMissing, name of a variable) when there is no key, what loadTarget() and emulator::ensureEmulator() throw.
    QCoro::Task<OpenTarget> open(QString name, std::stop_token stop) override;

private:
    [[nodiscard]] OpenTarget openCloud(const TargetConfig& config) const;
    [[nodiscard]] OpenTarget openEmulator(const emulator::EmulatorInfo& info) const;
    [[nodiscard]] Credentials credentialsFor(const TargetConfig& config) const;

    QString m_folder;
    emulator::EmulatorLocation m_emulator;
    std::shared_ptr<HttpClient> m_client;
    QProcessEnvironment m_environment;
};

} // namespace miaobu::aliyun
