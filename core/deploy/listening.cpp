#include "core/deploy/listening.h"

#include "core/log/ansi_spans.h"

#include <QRegularExpression>
#include <QString>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString localWord = u"local"_s;
const QString fixedWord = u"fixed"_s;

bool isLoopback(const QString& host) {
    return host == u"localhost" || host == u"[::1]" || host.startsWith(u"127."_s);
}

std::optional<Listening> readLine(const QString& line) {
    static const QRegularExpression telling(
        u"\\b(?:listen\\w*|running|started|starting|serving|ready|bound|available|local|network)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(
        u"(?:https?://)(\\[[0-9a-f:]*\\]|[\\w.*-]+):(\\d{2,5})\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bare(
        u"(\\blocalhost|\\b\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9a-f:]*\\]):(\\d{2,5})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression port(
        u"(?:\\bport\\b\\s*[:=#]?\\s*|\\bon\\s+:?|\\bat\\s+:?|\\s:)(\\d{2,5})\\b(?![.:]\\d)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!telling.match(line).hasMatch()) {
        return std::nullopt;
    }
    for (const QRegularExpression* form : {&address, &bare}) {
        if (const QRegularExpressionMatch match = form->match(line); match.hasMatch()) {
            return Listening{match.captured(2).toInt(), isLoopback(match.captured(1).toLower()), line.trimmed()};
        }
    }
    const QRegularExpressionMatch match = port.match(line);
    return match.hasMatch() ? std::optional(Listening{match.captured(1).toInt(), false, line.trimmed()}) : std::nullopt;
}

} // namespace

std::optional<Listening> listeningIn(const QByteArray& said) {
    std::optional<Listening> found;
    for (const QByteArray& line : said.split('\n')) {
        // Not what this computer's cloud says of it.
        if (line.startsWith("[emulator]")) {
            continue;
        }
        if (const std::optional<Listening> told = readLine(withoutAnsi(QString::fromUtf8(line)))) {
            found = told;
        }
    }
    return found;
}

std::optional<Listening> listeningSeen(const QString& detail) {
    static const QRegularExpression seen(u"\\AThe app listens on \\S+:\\d+"_s);
    const QRegularExpressionMatch match = seen.match(detail);
    return match.hasMatch() ? readLine(match.captured()) : std::nullopt;
}

QStringList textsOf(const Unreached& unreached) {
    QStringList texts{QString::number(unreached.asked), QString::number(unreached.port)};
    if (unreached.isLocal) {
        texts.append(localWord);
    }
    if (unreached.isFixed) {
        texts.append(fixedWord);
    }
    return texts;
}

std::optional<Unreached> unreachedOf(const Error& error) {
    const QStringList& alternatives = error.alternatives;
    if (error.kind != ErrorKind::FunctionFailed) {
        return std::nullopt;
    }
    const Unreached unreached{alternatives.value(0).toInt(), alternatives.value(1).toInt(),
        alternatives.contains(localWord), alternatives.contains(fixedWord)};
    return unreached.asked > 0 && unreached.port > 0 ? std::optional(unreached) : std::nullopt;
}

} // namespace miaobu
