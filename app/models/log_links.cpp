#include "app/models/log_links.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

// Possessive repeats and fixed separators: no line makes these go back and forth.
const QRegularExpression& webAddress() {
    static const QRegularExpression expression(uR"(\bhttps?://[^\s"'<>`\x{2502}]++)"_s);
    return expression;
}

const QRegularExpression& quotedPlace() {
    static const QRegularExpression expression(uR"re(File "([^"\n]{1,400})", line (\d{1,7}))re"_s);
    return expression;
}

/// A colon or a parenthesis with a line number, as compilers put it behind a path.
const QRegularExpression& position() {
    static const QRegularExpression expression(uR"re(:(\d{1,7})(?::(\d{1,7}))?|\((\d{1,7}),\s?(\d{1,7})\))re"_s);
    return expression;
}

bool isOfPath(QChar character) {
    return !character.isSpace() && !u"\"'`<>|*?()[]{},;=\u2502"_s.contains(character);
}

/// Whether \a path is a file's: it has an extension that begins with a letter. "example.com:443" is a host.
bool looksLikeFile(QStringView path) {
    static const QStringList hosts{u".com"_s, u".net"_s, u".org"_s, u".cn"_s, u".io"_s, u".localhost"_s, u".local"_s};
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    const QStringView name = path.sliced(slash + 1);
    const qsizetype dot = name.lastIndexOf(u'.');
    if (slash < 0 && dot >= 0 && hosts.contains(name.sliced(dot))) {
        return false;
    }
    return dot >= 0 && name.size() - dot <= 12 && dot + 1 < name.size() && name.at(dot + 1).isLetter();
}

/// Where the path that ends at \a end begins. Brackets belong to it when they are in pairs, as in "routes/[slug].tsx".
qsizetype startOfPath(const QString& plain, qsizetype end) {
    constexpr qsizetype longest = 1024;
    const qsizetype least = std::max<qsizetype>(0, end - longest);
    qsizetype start = end;
    int open = 0;
    while (start > least) {
        const QChar before = plain.at(start - 1);
        if (before == u']' || before == u')') {
            ++open;
        } else if ((before == u'[' || before == u'(') && open > 0) {
            --open;
        } else if (before == u':') {
            // A drive letter, and nothing else: "C:\" and not "error:".
            const bool drive = start >= 2 && plain.at(start - 2).isLetter() && start < end
                && (plain.at(start) == u'\\' || plain.at(start) == u'/')
                && (start == 2 || !plain.at(start - 3).isLetterOrNumber());
            return drive ? start - 2 : start;
        } else if (!isOfPath(before)) {
            break;
        }
        --start;
    }
    return start;
}

void addWeb(const QString& plain, QList<LogLink>& links) {
    for (auto each = webAddress().globalMatch(plain); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        QString address = match.captured();
        while (!address.isEmpty() && u".,;:!?)]}"_s.contains(address.back())) {
            address.chop(1);
        }
        links.append({LogLink::Kind::Web, match.capturedStart(), address.size(), address, 0, 0});
    }
}

void addFile(const LogLink& link, QList<LogLink>& links) {
    const bool taken = std::any_of(links.begin(), links.end(), [&link](const LogLink& other) {
        return link.start < other.start + other.length && other.start < link.start + link.length;
    });
    if (!taken) {
        links.append(link);
    }
}

} // namespace

QList<LogLink> linksIn(const QString& plain) {
    QList<LogLink> links;
    addWeb(plain, links);
    for (auto each = quotedPlace().globalMatch(plain); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        addFile({LogLink::Kind::File, match.capturedStart(1), match.capturedEnd() - match.capturedStart(1),
                    match.captured(1), match.captured(2).toInt(), 0},
            links);
    }
    for (auto each = position().globalMatch(plain); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const qsizetype start = startOfPath(plain, match.capturedStart());
        const QString path = plain.mid(start, match.capturedStart() - start);
        const bool bracketed = match.hasCaptured(3);
        if (looksLikeFile(path) && !path.contains(u"://"_s)) {
            addFile({LogLink::Kind::File, start, match.capturedEnd() - start, path,
                        match.captured(bracketed ? 3 : 1).toInt(), match.captured(bracketed ? 4 : 2).toInt()},
                links);
        }
    }
    std::sort(links.begin(), links.end(), [](const LogLink& a, const LogLink& b) { return a.start < b.start; });
    return links;
}

} // namespace miaobu::app
