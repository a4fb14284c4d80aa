#pragma once

#include <QJsonObject>
#include <QString>

#include <string>
#include <string_view>

namespace miaobu::emulator {

/// The wire's byte strings are UTF-8; these go to and from Qt's JSON.
[[nodiscard]] QString toQt(std::string_view text);
[[nodiscard]] std::string toStd(const QString& text);
[[nodiscard]] std::string jsonText(const QJsonObject& object);
/// Empty for what is no JSON object.
[[nodiscard]] QJsonObject jsonObject(std::string_view text);

} // namespace miaobu::emulator
