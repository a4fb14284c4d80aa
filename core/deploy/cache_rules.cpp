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

struct Letters {
    bool digit = false;
    bool lower = false;
    bool upper = false;
};

Letters lettersOf(const QString& part) {
    Letters letters;
    for (const QChar character : part) {
        letters.digit = letters.digit || (character >= u'0' && character <= u'9');
        letters.lower = letters.lower || (character >= u'a' && character <= u'z');
        letters.upper = letters.upper || (character >= u'A' && character <= u'Z');
    }
    return letters;
}

/// Hexadecimal, with a digit and a letter: neither a word nor a date. webpack and many others.
bool isHexHash(const QString& part) {
    static const QRegularExpression hex(u"^[0-9a-f]{8,64}$"_s);
    const Letters letters = lettersOf(part);
    return hex.match(part).hasMatch() && letters.digit && letters.lower;
}

/// The eight characters that Rollup (base 64) and esbuild (upper-case base 32) put after a dash. Names of people's own files come close
/// ("DSC01234", "DevTools"), so that only code and the bundlers' own folder get the benefit of the doubt: a name kept for a year
/// by mistake is worse than one that is asked for too often.
bool isBundlerHash(const QString& part, bool isCode, bool isInAssets) {
    static const QRegularExpression eight(u"^[A-Za-z0-9_-]{8}$"_s);
    if (!eight.match(part).hasMatch()) {
        return false;
    }
    const Letters letters = lettersOf(part);
    if (letters.digit) {
        return letters.upper && (letters.lower || isCode);
    }
    return letters.upper && isCode && (!letters.lower || isInAssets);
}

/// Folders in which every name holds a hash, whatever it looks like.
bool isInHashedFolder(const QString& path, const QString& framework) {
    static const QStringList everywhere{u"_next/static/"_s, u"_nuxt/"_s, u"_app/immutable/"_s, u"_astro/"_s};
    const auto isBelow
        = [&path](const QString& folder) { return path.startsWith(folder) || path.contains(u'/' + folder); };
    if (path.contains(u"_next/static/"_s) && path.endsWith(u"Manifest.js"_s)) {
        // Below a folder named after the build, which a person may have fixed.
        return false;
    }
    if (isBelow(u"_nuxt/builds/latest"_s)) {
        return false;
    }
    return std::any_of(everywhere.begin(), everywhere.end(), isBelow)
        || (framework == u"docusaurus"_s && isBelow(u"assets/js/"_s));
}

bool isAlwaysAsked(const QString& path, const QString& name) {
    static const QRegularExpression worker(
        u"^(sw|service-?worker|ngsw-worker|firebase-messaging-sw|workbox|worker-?sw)(\\.min)?\\.(m?js)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList names{u"manifest.json"_s, u"site.webmanifest"_s, u"ngsw.json"_s, u"version.json"_s,
        u"asset-manifest.json"_s, u"_headers"_s, u"_redirects"_s, u"robots.txt"_s};
    return isHtml(path) || name.endsWith(u".webmanifest"_s) || names.contains(name) || worker.match(name).hasMatch();
}

} // namespace

bool hasHash(const QString& path) {
    static const QRegularExpression codeSuffix(u"\\.(m?js|css)(\\.map)?$"_s);
    const bool isCode = codeSuffix.match(path).hasMatch();
    const bool isInAssets = path.startsWith(u"assets/"_s) || path.contains(u"/assets/"_s);
    const QStringList parts = path.section(u'/', -1).split(u'.');
    for (const QString& part : parts.mid(0, parts.size() - 1)) {
        const QString last = part.section(u'-', -1);
        if (isHexHash(part) || isHexHash(last)) {
            return true;
        }
        // The hash itself may hold dashes.
        if (part.size() > 9 && part.at(part.size() - 9) == u'-' && isBundlerHash(part.right(8), isCode, isInAssets)) {
            return true;
        }
    }
    return false;
}

QString cacheControlOf(const QString& path, const QString& framework) {
    const QString name = path.section(u'/', -1);
    if (isAlwaysAsked(path, name)) {
        return askAgain;
    }
    return isInHashedFolder(path, framework) || hasHash(path) ? forEver : forAWhile;
}

} // namespace miaobu
