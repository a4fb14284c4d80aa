#include "core/deploy/listening.h"

#include <QRegularExpression>
#include <QString>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isLoopback(const QString& host) {
    return host == u"localhost" || host == u"[::1]" || host.startsWith(u"127."_s);
}

std::optional<Listening> readLine(const QString& line) {
    static const QRegularExpression telling(
        u"\\b(?:listen\\w*|running|started|starting|serving|ready|bound|available|local)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(
        u"(?:https?://)(\\[[0-9a-f:]*\\]|[\\w.*-]+):(\\d{2,5})\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bare(
        u"\\b(localhost|\\d+\\.\\d+\\.\\d+\\.\\d+):(\\d{2,5})\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression port(
        u"(?:\\bport\\b\\s*[:=#]?\\s*|\\bon\\s+:?|\\bat\\s+:?|\\s:)(\\d{2,5})\\b(?![.:]\\d)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!telling.match(line).hasMatch()) {
        return std::nullopt;
    }
    for (const QRegularExpression* form : {&address, &bare}) {
        if (const QRegularExpressionMatch match = form->match(line); match.hasMatch()) {
            return Listening{match.captured(2).toInt(), isLoopback(match.captured(1).toLower())};
        }
    }
    const QRegularExpressionMatch match = port.match(line);
    return match.hasMatch() ? std::optional(Listening{match.captured(1).toInt(), false}) : std::nullopt;
}

} // namespace

std::optional<Listening> listeningIn(const QByteArray& said) {
    std::optional<Listening> found;
    for (const QByteArray& line : said.split('\n')) {
        // Not what this computer's cloud says of it.
        if (line.startsWith("[emulator]")) {
            continue;
        }
        if (const std::optional<Listening> told = readLine(QString::fromUtf8(line))) {
            found = told;
        }
    }
    return found;
}

} // namespace miaobu
