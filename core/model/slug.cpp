#include "core/model/slug.h"

#include "core/model/romanised.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr std::array reserved{
    QLatin1StringView("www"),
    QLatin1StringView("api"),
    QLatin1StringView("app"),
    QLatin1StringView("admin"),
    QLatin1StringView("mail"),
    QLatin1StringView("smtp"),
    QLatin1StringView("imap"),
    QLatin1StringView("pop"),
    QLatin1StringView("ftp"),
    QLatin1StringView("ns1"),
    QLatin1StringView("ns2"),
    QLatin1StringView("dns"),
    QLatin1StringView("mx"),
    QLatin1StringView("autoconfig"),
    QLatin1StringView("autodiscover"),
    QLatin1StringView("wpad"),
    QLatin1StringView("localhost"),
    QLatin1StringView("miaobu"),
    QLatin1StringView("staging"),
    QLatin1StringView("static"),
    QLatin1StringView("cdn"),
    QLatin1StringView("edge"),
    QLatin1StringView("cname"),
    QLatin1StringView("status"),
};

bool isSlugCharacter(QChar character) {
    return (character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9') || character == u'-';
}

/// Lower case, separators as single dashes, everything else dropped; letters keep what is left of them without their accents.
QString reduced(const QString& name) {
    QString slug;
    for (const QChar character : name.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool separates = character.isSpace() || u"._-/"_s.contains(character);
        if (separates && !slug.isEmpty() && !slug.endsWith(u'-')) {
            slug += u'-';
        } else if (!separates && isSlugCharacter(character)) {
            slug += character;
        }
    }
    return slug;
}

/// \a slug cut to \a length, without a dash at its end.
QString cut(QString slug, qsizetype length) {
    slug.truncate(length);
    while (slug.endsWith(u'-')) {
        slug.chop(1);
    }
    return slug;
}

QString fallback(const QString& name) {
    const QByteArray hash
        = QCryptographicHash::hash(name.normalized(QString::NormalizationForm_C).toUtf8(), QCryptographicHash::Sha256);
    return u"site-"_s + QString::fromLatin1(hash.toHex().left(6));
}

} // namespace

bool isReservedSlug(const QString& slug) {
    const auto isSlug = [&slug](QLatin1StringView name) { return name == slug; };
    return slug.endsWith(u"-staging"_s) || std::any_of(reserved.begin(), reserved.end(), isSlug);
}

bool isValidSlug(const QString& slug) {
    return !slug.isEmpty() && slug.size() <= maximumSlugLength && std::all_of(slug.begin(), slug.end(), isSlugCharacter)
        && !slug.startsWith(u'-') && !slug.endsWith(u'-') && QStringView(slug).mid(2, 2) != u"--"_s
        && !isReservedSlug(slug);
}

QString suggestSlug(const QString& name, const std::function<bool(const QString&)>& isTaken) {
    QString base = cut(reduced(romanised(name)), maximumSlugLength);
    if (base.isEmpty()) {
        base = fallback(name);
    } else if (!isValidSlug(base)) {
        base = cut(base, maximumSlugLength - 5) + u"-site"_s;
    }
    QString slug = base;
    for (int number = 1; isTaken(slug); ++number) {
        const QString suffix = u'-' + QString::number(number);
        slug = cut(base, maximumSlugLength - suffix.size()) + suffix;
    }
    return slug;
}

} // namespace miaobu
