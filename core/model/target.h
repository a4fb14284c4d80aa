#pragma once

#include <QString>
#include <QUrl>

namespace miaobu {

/// The name of the target that is always there: the emulator on this computer.
inline const QString localTargetName = QStringLiteral("local");

/// A place that sites are deployed to, as far as core needs to know it.
struct Target {
    QString name;
    QString baseDomain; ///< "localhost" for this computer
    QString scheme = QStringLiteral("https");
    int port = -1; ///< Of the sites; -1 is the scheme's own.

    bool operator==(const Target&) const = default;
};

/// "{slug}.{baseDomain}": the host of a project's own site, and the key of its routing entry.
[[nodiscard]] QString siteHost(const Target& target, const QString& slug);

/// The address a browser opens for \a host on \a target, with a slash at the end.
[[nodiscard]] QUrl siteUrl(const Target& target, const QString& host);

} // namespace miaobu
