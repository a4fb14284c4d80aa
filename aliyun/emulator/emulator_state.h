#pragma once

#include "aliyun/emulator/emulator_info.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace miaobu::emulator {

/// What stays the same in a folder from one run to the next; readable by its owner alone.
struct EmulatorIdentity {
    QString accessKeyId;
    QString accessKeySecret;
    int sitePort = 4680;
    QString accountId; ///< 16 digits
    QString rootKeyId;
    QString rootKeySecret;
    int registryPort = 0; ///< 0: none was chosen yet
};

/// The folder's identity, made at random the first time. \throws Error(FileSystem)
[[nodiscard]] EmulatorIdentity openIdentity(const QString& folder);
/// \throws Error(FileSystem)
void saveIdentity(const QString& folder, const EmulatorIdentity& identity);

[[nodiscard]] QJsonObject infoObject(const EmulatorInfo& info);
/// infoObject() as one line, as it is printed and kept in emulator.json while an emulator runs.
[[nodiscard]] QByteArray infoLine(const EmulatorInfo& info);
[[nodiscard]] std::optional<EmulatorInfo> infoFromLine(const QByteArray& line);

/// \throws Error(FileSystem)
void writeState(const QString& folder, const EmulatorInfo& info);
[[nodiscard]] std::optional<EmulatorInfo> readState(const QString& folder);
void removeState(const QString& folder);

} // namespace miaobu::emulator
