#pragma once

#include <QJsonObject>

#include <string>

namespace miaobu::emulator {

/// The members of a CreateFunctionInput, with the defaults of those that were left out; others are dropped.
/// \throws ServiceFault(400 InvalidArgument) saying which rule is broken. Source: "CreateFunction" of the FC 3.0 API
/// reference.
[[nodiscard]] QJsonObject checkedFunction(const QJsonObject& input);
/// \a function with the members that \a changes has, whole; its name stays. \throws as checkedFunction()
[[nodiscard]] QJsonObject changedFunction(const QJsonObject& function, const QJsonObject& changes);
/// Whether a function of \a after has to be started anew when one of \a before runs.
[[nodiscard]] bool runsDifferently(const QJsonObject& before, const QJsonObject& after);

[[nodiscard]] bool isContainer(const QJsonObject& function);
/// Whether its code is a web server that is started, and not a handler that is called.
[[nodiscard]] bool isWebServer(const QJsonObject& function);
/// Letters, digits, _ and -, the first no digit and no -.
[[nodiscard]] bool isResourceName(const std::string& name, std::size_t longest);

} // namespace miaobu::emulator
