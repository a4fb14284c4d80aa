#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace miaobu::aliyun {

/// The list \a name of an answer; empty where there is none, as services leave out what is empty.
/// \throws Error(MalformedResponse, name) for something else of that name: taken for an empty list, it would say that nothing is there
[[nodiscard]] QJsonArray listIn(const QJsonObject& answer, const QString& name);

} // namespace miaobu::aliyun
