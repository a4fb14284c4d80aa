#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <compare>
#include <optional>

namespace miaobu {

/// A version as semantic versioning counts (semver.org, 2.0.0). Build metadata, after a "+", says nothing of the order and is not kept.
struct ReleaseVersion {
    std::array<QString, 3> numbers; ///< Major, minor and patch in digits, however many
    QStringList preRelease; ///< "beta.2" in its parts; empty for a release

    /// Which of the two came first by §11.
    friend std::strong_ordering operator<=>(const ReleaseVersion& left, const ReleaseVersion& right);
    friend bool operator==(const ReleaseVersion&, const ReleaseVersion&) = default;
};

/// The version that \a text is, with a "v" before it as tags have it or without; nothing for anything else.
[[nodiscard]] std::optional<ReleaseVersion> releaseVersionFrom(const QString& text);

} // namespace miaobu
