#include "core/domains/host_name.h"

#include "core/model/slug.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <libpsl.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype longestHost = 253;
constexpr qsizetype longestLabel = 63;

constexpr std::array refusalNames{
    std::pair{HostRefusal::Empty, QLatin1StringView("empty")},
    std::pair{HostRefusal::Malformed, QLatin1StringView("malformed")},
    std::pair{HostRefusal::SingleLabel, QLatin1StringView("single-label")},
    std::pair{HostRefusal::TooLong, QLatin1StringView("too-long")},
    std::pair{HostRefusal::Wildcard, QLatin1StringView("wildcard")},
    std::pair{HostRefusal::Address, QLatin1StringView("address")},
    std::pair{HostRefusal::PublicSuffix, QLatin1StringView("public-suffix")},
    std::pair{HostRefusal::NotPublic, QLatin1StringView("not-public")},
    std::pair{HostRefusal::BaseDomain, QLatin1StringView("base-domain")},
    std::pair{HostRefusal::BaseReserved, QLatin1StringView("base-reserved")},
    std::pair{HostRefusal::BaseNested, QLatin1StringView("base-nested")},
};

/// "ｗｗｗ．ｓｈｏｐ．ｃｎ／", as a Chinese input method types it, in the letters and signs of ASCII.
QString narrowed(QString text) {
    constexpr char16_t firstWide = 0xff01;
    constexpr char16_t lastWide = 0xff5e;
    constexpr char16_t distance = firstWide - u'!';
    for (QChar& c : text) {
        if (c.unicode() >= firstWide && c.unicode() <= lastWide) {
            c = QChar(static_cast<char16_t>(c.unicode() - distance));
        }
    }
    return text;
}

/// What stands between the scheme and the path, without a user, a port, spaces and the root's dot.
QString bareHost(const QString& typed) {
    static const QRegularExpression scheme(u"^\\s*[a-zA-Z][a-zA-Z0-9+.-]*://"_s);
    static const QRegularExpression unseen(u"[\\s\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2069}\\x{feff}]"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QString text = narrowed(typed).remove(scheme).remove(unseen);
    const auto end = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return u"/?#\\"_s.contains(c); });
    text.truncate(end - text.cbegin());
    text = text.sliced(text.lastIndexOf(u'@') + 1);
    if (!text.startsWith(u'[')) {
        static const QRegularExpression port(u":\\d*$"_s);
        text.remove(port);
    }
    for (const QChar stop : {QChar(0x3002), QChar(0xff61)}) { // 。 ｡
        text.replace(stop, u'.');
    }
    if (text.endsWith(u'.')) {
        text.chop(1);
    }
    return text;
}

bool isLabel(const QString& label) {
    const auto fits = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !label.isEmpty() && label.size() <= longestLabel && std::ranges::all_of(label, fits)
        && !label.startsWith(u'-') && !label.endsWith(u'-');
}

bool isName(const QString& ascii) {
    static const QRegularExpression digits(u"^\\d+$"_s);
    const QStringList labels = ascii.split(u'.');
    return std::ranges::all_of(labels, isLabel) && !digits.match(labels.constLast()).hasMatch();
}

/// "xn--127" says that it is a name in another script, and is none.
bool isReadable(const QString& ascii) {
    return !ascii.contains(u"xn--"_s)
        || QString::fromLatin1(QUrl::toAce(QUrl::fromAce(ascii.toLatin1()))).toLower() == ascii;
}

bool isAddress(const QString& text) {
    if (text.startsWith(u'[') || text.count(u':') > 1) {
        return true;
    }
    // "192.168.1" and "0x7f.1" are addresses for a browser, too.
    static const QRegularExpression numbers(u"^(0x[0-9a-f]*|\\d+)(\\.(0x[0-9a-f]*|\\d+))*$"_s);
    return !QHostAddress(text).isNull() || numbers.match(text.toLower()).hasMatch();
}

/// Names that the world's name servers never answer: RFC 2606, 6761, 6762, 7686, 8375, 9476, and what ICANN keeps for private networks.
bool isPublic(const QString& host) {
    static const QStringList kept{u"localhost"_s, u"local"_s, u"localdomain"_s, u"internal"_s, u"intranet"_s,
        u"private"_s, u"corp"_s, u"home"_s, u"lan"_s, u"home.arpa"_s, u"test"_s, u"invalid"_s, u"example"_s, u"onion"_s,
        u"alt"_s};
    return std::ranges::none_of(kept, [&host](const QString& top) { return host.endsWith(u'.' + top); });
}

ReadHostName refused(HostRefusal refusal) {
    return {std::nullopt, refusal};
}

} // namespace

QString hostRefusalName(HostRefusal refusal) {
    const auto found = std::ranges::find(refusalNames, refusal, [](const auto& known) { return known.first; });
    return found == refusalNames.end() ? QString() : QString(found->second);
}

HostRefusal hostRefusalFromName(const QString& name) {
    const auto found = std::ranges::find_if(refusalNames, [&name](const auto& known) { return known.second == name; });
    return found == refusalNames.end() ? HostRefusal::Malformed : found->first;
}

ReadHostName readHostName(const QString& typed) {
    const QString bare = bareHost(typed);
    if (bare.isEmpty()) {
        return refused(HostRefusal::Empty);
    }
    if (bare.contains(u'*')) {
        return refused(HostRefusal::Wildcard);
    }
    if (isAddress(bare)) {
        return refused(HostRefusal::Address);
    }
    if (bare.size() > longestHost) {
        return refused(HostRefusal::TooLong);
    }
    const QString ascii = QString::fromLatin1(QUrl::toAce(bare)).toLower();
    if (ascii.size() > longestHost) {
        return refused(HostRefusal::TooLong);
    }
    if (ascii.isEmpty() || !isName(ascii) || !isReadable(ascii)) {
        return refused(HostRefusal::Malformed);
    }
    if (!ascii.contains(u'.')) {
        return refused(HostRefusal::SingleLabel);
    }
    if (psl_is_public_suffix(psl_builtin(), ascii.toLatin1().constData()) != 0) {
        return refused(HostRefusal::PublicSuffix);
    }
    const QString zone = zoneOf(ascii);
    return {HostName{ascii, zone, zone == ascii}, std::nullopt};
}

bool isBelowBase(const QString& host, const Target& target) {
    return host.endsWith(u'.' + target.baseDomain);
}

std::optional<HostRefusal> refusalOn(const QString& host, const Target& target, const QString& slug) {
    if (host == target.baseDomain) {
        return HostRefusal::BaseDomain;
    }
    if (!isBelowBase(host, target)) {
        return isPublic(host) ? std::nullopt : std::optional(HostRefusal::NotPublic);
    }
    const QString name = host.chopped(target.baseDomain.size() + 1);
    if (name.contains(u'.')) {
        return HostRefusal::BaseNested;
    }
    if (name == slug || isReservedSlug(name) || !isValidSlug(name)) {
        return HostRefusal::BaseReserved;
    }
    return std::nullopt;
}

QString nameInZone(const QString& name, const QString& zone) {
    if (name == zone) {
        return u"@"_s;
    }
    return name.endsWith(u'.' + zone) ? name.chopped(zone.size() + 1) : name;
}

QString zoneOf(const QString& host) {
    const QByteArray name = host.toLatin1();
    const char* const zone = psl_registrable_domain(psl_builtin(), name.constData());
    return zone ? QString::fromLatin1(zone) : host;
}

QString readableHost(const QString& ascii) {
    const QString readable = QUrl::fromAce(ascii.toLatin1());
    return readable.isEmpty() ? ascii : readable;
}

} // namespace miaobu
