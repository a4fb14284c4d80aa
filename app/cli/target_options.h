#pragma once

#include "app/cli/command_description.h"

#include <QJsonObject>

namespace miaobu::app {

/// The options of `miaobu target`: for add one for a member of a target's file, and how the secret is given.
[[nodiscard]] QList<OptionDescription> targetOptions();
/// The options of `miaobu login`: which key, and how its secret is given.
[[nodiscard]] QList<OptionDescription> keyOptions();
/// A target's file with the members that options were given for.
[[nodiscard]] QJsonObject withTargetOptions(QJsonObject file, const QCommandLineParser& options);

} // namespace miaobu::app
