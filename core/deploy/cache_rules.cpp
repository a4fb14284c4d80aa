#include "core/deploy/cache_rules.h"

#include "core/deploy/content_types.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString askAgain = u"no-cache"_s;
const QString forAWhile = u"public, max-age=600, must-revalidate"_s;
const QString forEver = u"public, max-age=31536000, immutable"_s;

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

/// Whether \a part of a name looks like a hash and not like a word, a date or a version: hex with a digit and a letter, or letters
/// of both cases, or a digit among letters. esbuild, for one, writes upper-case base 32, Rollup base 64.
bool looksLikeHash(const QString& part) {
    static const QRegularExpression allowed(u"^[A-Za-z0-9_-]{8,64}$"_s);
    if (!allowed.match(part).hasMatch()) {
        return false;
    }
    const bool hasDigit = std::any_of(part.begin(), part.end(), isDigit);
    const bool hasLower = std::any_of(part.begin(), part.end(), [](QChar c) { return c.isLower(); });
    const bool hasUpper = std::any_of(part.begin(), part.end(), [](QChar c) { return c.isUpper(); });
    const bool isMixed = hasLower && hasUpper && part.mid(1) != part.mid(1).toLower();
    static const QRegularExpression hex(u"^[0-9a-f]+$"_s);
    if (hex.match(part).hasMatch()) {
        return hasDigit && hasLower;
    }
    return (hasUpper && hasDigit) || isMixed || (hasUpper && !hasLower && part.size() == 8);
}

/// Folders in which every name holds a hash, whatever it looks like.
bool isInHashedFolder(const QString& path, const QString& framework) {
    static const QStringList everywhere {u"_next/static/"_s, u"_nuxt/"_s, u"_app/immutable/"_s, u"_astro/"_s};
    const auto isBelow = [&path](const QString& folder) { return path.startsWith(folder) || path.contains(u'/' + folder); };
    if (path.contains(u"_next/static/"_s) && path.endsWith(u"Manifest.js"_s)) {
        // Below a folder named after the build, which a person may have fixed.
        return false;
    }
    if (isBelow(u"_nuxt/builds/latest"_s)) {
        return false;
    }
    return std::any_of(everywhere.begin(), everywhere.end(), isBelow) || (framework == u"docusaurus"_s && isBelow(u"assets/js/"_s));
}

bool isAlwaysAsked(const QString& path, const QString& name) {
    static const QRegularExpression worker(
        u"^(sw|service-?worker|ngsw-worker|firebase-messaging-sw|workbox|worker-?sw)(\\.min)?\\.(m?js)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList names {u"manifest.json"_s, u"site.webmanifest"_s, u"ngsw.json"_s, u"version.json"_s, u"asset-manifest.json"_s,
        u"_headers"_s, u"_redirects"_s, u"robots.txt"_s};
    return isHtml(path) || name.endsWith(u".webmanifest"_s) || names.contains(name) || worker.match(name).hasMatch();
}

} // namespace

bool hasHash(const QString& name) {
    static const QRegularExpression separators(u"[.~]"_s);
    QStringList parts = name.split(separators);
    if (parts.size() < 2) {
        return false;
    }
    // The hash is a part of its own ("main.3f2a9c1b.css") or what follows a dash ("index-B7PI925R.js"), where base 64 has dashes too.
    for (const QString& part : std::as_const(parts)) {
        if (looksLikeHash(part) && !part.contains(u'-')) {
            return true;
        }
        for (qsizetype dash = part.indexOf(u'-'); dash >= 0; dash = part.indexOf(u'-', dash + 1)) {
            const QString rest = part.mid(dash + 1);
            if (rest.size() == 8 && looksLikeHash(rest)) {
                return true;
            }
            if (!rest.contains(u'-') && looksLikeHash(rest)) {
                return true;
            }
        }
    }
    return false;
}

QString cacheControlOf(const QString& path, const QString& framework) {
    const QString name = path.section(u'/', -1);
    if (isAlwaysAsked(path, name)) {
        return askAgain;
    }
    return isInHashedFolder(path, framework) || hasHash(name) ? forEver : forAWhile;
}

} // namespace miaobu
