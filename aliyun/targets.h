#pragma once

#include "aliyun/access_keys.h"
#include "aliyun/emulator/emulator_process.h"
#include "aliyun/target_config.h"
#include "aliyun/wire/credentials.h"
#include "core/net/http_client.h"
#include "core/ports/target_store.h"
#include "core/ports/targets.h"

namespace miaobu::aliyun {

/// "local" and the targets whose files are in one folder.
class AliyunTargets final : public Targets, public TargetStore {
public:
    /// \a folder is Home::targetFolder().
    AliyunTargets(
        QString folder, emulator::EmulatorLocation emulator, std::shared_ptr<HttpClient> client, AccessKeys keys);

    [[nodiscard]] QStringList names() const override;
    /// \throws what key(), loadTarget() and emulator::ensureEmulator() throw.
    QCoro::Task<OpenTarget> open(QString name, std::stop_token stop) override;

    [[nodiscard]] TargetConfig config(const QString& name) const override;
    QCoro::Task<AccessKey> key(QString name, std::stop_token stop) override;
    QCoro::Task<KeyPlace> placeOfKey(QString name, std::stop_token stop) override;
    QCoro::Task<> put(TargetConfig config, AccessKey key, KeepSecret keep, std::stop_token stop) override;
    void update(const TargetConfig& config) override;
    QCoro::Task<> forgetKey(QString name, std::stop_token stop) override;
    QCoro::Task<> remove(QString name, std::stop_token stop) override;

private:
    [[nodiscard]] OpenTarget openCloud(const TargetConfig& config, const AccessKey& key) const;
    [[nodiscard]] OpenTarget openEmulator(const emulator::EmulatorInfo& info) const;
    [[nodiscard]] bool isKeyShared(const QString& accessKeyId, const QString& exceptName) const;

    QString m_folder;
    emulator::EmulatorLocation m_emulator;
    std::shared_ptr<HttpClient> m_client;
    AccessKeys m_keys;
};

} // namespace miaobu::aliyun
