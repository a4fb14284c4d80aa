#pragma once

#include "aliyun/emulator/esa_state.h"

#include <QList>

namespace miaobu::emulator {

/// \throws ServiceFault(404 RoutineNotExist) for the routine that \a member names
[[nodiscard]] QJsonObject existingRoutine(
    const EsaState& state, const ApiParameters& parameters, const std::string& member = "Name");

/// What the versions of a routine are kept as.
[[nodiscard]] std::string versionName(const std::string& routine, const std::string& version);
/// The newest first, as they are kept.
[[nodiscard]] QList<QJsonObject> versionsOf(const EsaState& state, const std::string& routine);
/// \throws ServiceFault(404 CodeVersionNotExist)
[[nodiscard]] QJsonObject existingVersion(
    const EsaState& state, const std::string& routine, const std::string& version);
/// "init" while it is built, then "available"; one with assets waits for its upload first.
[[nodiscard]] QString statusOf(const EsaState& state, const QString& routine, const QJsonObject& version);
/// Whether staging or production answers with it.
[[nodiscard]] bool isDeployed(const QJsonObject& routine, const QString& version);

/// Where the code of a version is in the service's bucket.
[[nodiscard]] std::string codeKey(const std::string& routine, const std::string& version);
[[nodiscard]] std::string stagingKey(const std::string& routine);

/// The code that answers visitors of the site: the newest version in production of a routine that an enabled route or a
/// related record leads them to. Nothing when there is none, or when that version has assets.
[[nodiscard]] std::optional<std::string> answeringCode(const EsaState& state);

/// As descriptions are answered.
[[nodiscard]] QString base64Text(const QString& text);

} // namespace miaobu::emulator
