#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace miaobu {

/// A version as semver.org 2.0 defines it. Build metadata is dropped: it has no part in precedence.
struct Version {
    qint64 majorNumber = 0;
    qint64 minorNumber = 0;
    qint64 patchNumber = 0;
    QStringList prerelease; ///< Identifiers of "1.0.0-beta.2": {"beta", "2"}.

    bool operator==(const Version&) const = default;
    /// Precedence: a prerelease is lower than its release.
    std::strong_ordering operator<=>(const Version& other) const;
};

/// A complete version, with or without a leading v: "v20.11.1", "1.0.0-rc.1". Nothing for a partial one ("20") or other
/// text.
[[nodiscard]] std::optional<Version> parseVersion(const QString& text);
[[nodiscard]] QString toString(const Version& version);

/// One bound of a range, such as ">= 1.2.0".
struct Comparator {
    enum class Operator { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
    Operator op = Operator::Equal;
    Version version;

    bool operator==(const Comparator&) const = default;
};

/// A range in npm's grammar (github.com/npm/node-semver, "Ranges"): any of the sets matches when all of its comparators
/// do.
struct VersionRange {
    QList<QList<Comparator>> sets;

    bool operator==(const VersionRange&) const = default;
};

/// Reads "^1.2 || ~2.0.1 || 3.x || 4 - 5 || >=6 <7"; empty text and "*" match every release. Nothing when it is no
/// range.
[[nodiscard]] std::optional<VersionRange> parseRange(const QString& text);

/// Whether \a version lies in \a range. As npm does it, a prerelease only matches where a comparator of the same set
/// names a prerelease of the same major, minor and patch number.
[[nodiscard]] bool satisfies(const Version& version, const VersionRange& range);

/// The highest of \a versions that satisfies \a range; nothing when none does.
[[nodiscard]] std::optional<Version> bestOf(const VersionRange& range, const QList<Version>& versions);

} // namespace miaobu
