#pragma once

#include <QString>

#include <functional>

namespace miaobu {

/// The longest slug: with the longest suffix that is added to it ("-staging") it still fits one DNS label.
inline constexpr int maximumSlugLength = 50;

/// Whether \a slug can be a project's slug: one DNS label of lower-case letters, digits and single inner dashes, at most
/// maximumSlugLength characters, no "--" at the third place (reserved for IDN, RFC 5891) and not reserved.
[[nodiscard]] bool isValidSlug(const QString& slug);

/// Names that never become a slug: hosts with a meaning of their own ("www", "api", …) and everything that ends in "-staging".
[[nodiscard]] bool isReservedSlug(const QString& slug);

/// A valid slug made from \a name (a repository's, a folder's, or what a person typed), with "-1", "-2", … added until \a isTaken says no.
/// Chinese becomes pinyin ("wo-de-bo-ke"). A name without a usable character, such as an emoji, becomes "site-" and a short hash of the name: the
/// same name gives the same slug.
[[nodiscard]] QString suggestSlug(const QString& name, const std::function<bool(const QString&)>& isTaken);

} // namespace miaobu
