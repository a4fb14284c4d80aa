#pragma once

#include <QString>

namespace miaobu {

/// The Cache-Control of a published file. A name that holds a hash of the content never changes its content and may be kept for a
/// year; pages, service workers and web manifests are asked for again every time; the rest may be kept for ten minutes.
/// \a framework is the plan's, for folders whose names all hold hashes ("_astro/", "_next/static/").
[[nodiscard]] QString cacheControlOf(const QString& path, const QString& framework);

/// Whether the name at the end of \a path holds a hash: "assets/index-B7PI925R.js", "main.3f2a9c1b.css", "chunk-ABCDEF12.mjs".
[[nodiscard]] bool hasHash(const QString& path);

} // namespace miaobu
