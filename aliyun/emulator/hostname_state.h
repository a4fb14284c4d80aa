#pragma once

#include "aliyun/emulator/esa_state.h"

namespace miaobu::emulator {

/// Where a custom hostname has got to: pending until it was verified, configuring, active; a free certificate is applied
/// for until the hostname is active. Each step takes the pace. What a test ordered for the host (esa_controls.h) comes
/// first.
[[nodiscard]] QString hostnameStatus(const EsaState& state, const QJsonObject& hostname);
[[nodiscard]] QString certificateStatus(const EsaState& state, const QJsonObject& hostname);
/// What the owner's TXT record would decide.
[[nodiscard]] bool isVerifiable(const EsaState& state, const QJsonObject& hostname);

/// The object GetCustomHostname answers with, uploaded certificate and key included.
[[nodiscard]] QJsonObject hostnameModel(const EsaState& state, const QJsonObject& hostname);

/// What a test ordered for \a host; empty when nothing.
[[nodiscard]] QJsonObject ordersFor(const EsaState& state, const QString& host);

} // namespace miaobu::emulator
