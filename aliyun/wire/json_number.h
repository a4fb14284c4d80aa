#pragma once

#include <QJsonValue>
#include <QString>

namespace miaobu::aliyun {

/// A whole number that a service writes as a JSON number or as a string of digits, never rounded: ids go beyond 2^53.
/// \throws Error(MalformedResponse, name) for anything else, also for a number that 64 bits do not hold
[[nodiscard]] qint64 wholeNumber(const QJsonValue& value, const QString& name);

/// The same as text, "1710120201067203242"; a string is taken as it is. \throws Error(MalformedResponse, name)
[[nodiscard]] QString idText(const QJsonValue& value, const QString& name);

} // namespace miaobu::aliyun
