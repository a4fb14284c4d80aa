#pragma once

#include <QString>

namespace miaobu {

/// The Content-Type of a published file, by its suffix; texts say UTF-8. "application/octet-stream" for what is unknown.
/// Source: the registry of media types (IANA), and RFC 9239 for JavaScript.
[[nodiscard]] QString contentTypeOf(const QString& path);

[[nodiscard]] bool isHtml(const QString& path);

} // namespace miaobu
