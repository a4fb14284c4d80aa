#pragma once

#include "core/model/target_config.h"

#include <QByteArray>
#include <QStringList>

namespace miaobu::aliyun {

/// Whether a target may be called so: lower-case letters, digits and inner dashes, at most 40, and not "local".
[[nodiscard]] bool isValidTargetName(const QString& name);

/// Reads and checks. \throws Error(InvalidInput) whose subject is the member that is wrong: "oss.bucket".
[[nodiscard]] TargetConfig targetConfigFromJson(const QByteArray& json);
/// Endpoints that are the region's own are written too, so that a file says where its target is.
[[nodiscard]] QByteArray toJson(const TargetConfig& config);

/// The targets whose files are in \a folder, by name.
[[nodiscard]] QStringList targetNamesIn(const QString& folder);
/// \throws Error(TargetUnknown, name) when there is no such file, Error(InvalidInput), Error(FileSystem)
[[nodiscard]] TargetConfig loadTarget(const QString& folder, const QString& name);
/// Replaces the file as a whole or not at all. \throws Error(InvalidInput), Error(FileSystem)
void saveTarget(const QString& folder, const TargetConfig& config);
/// \throws Error(FileSystem)
void removeTargetFile(const QString& folder, const QString& name);

} // namespace miaobu::aliyun
