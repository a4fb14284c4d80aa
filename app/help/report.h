#pragma once

#include "core/model/home.h"

#include <QStringList>

namespace miaobu {

class Database;
class TargetStore;

} // namespace miaobu

namespace miaobu::app {

/// What a maintainer asks for when something is wrong, as plain text in English: versions, the desktop, programs that
/// are there, targets by their region and products, and the last deployments that failed. Masked as every log is; the
/// folder of the person is "~". No name of a project, a domain, a bucket or an account is in it, but what failed may name
/// files: the person reads it before sending it.
[[nodiscard]] QString reportText(
    const Database& database, const QStringList& targets, const TargetStore& targetStore, const Home& home);

/// \a text as it may be sent: secrets of the environment and everything that looks like one masked, the home folder
/// shortened.
[[nodiscard]] QString redactedReport(const QString& text);

} // namespace miaobu::app
