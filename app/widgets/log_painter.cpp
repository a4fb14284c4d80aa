#include "app/widgets/log_painter.h"

#include "app/models/log_search.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/ansi_colors.h"

#include <QFontMetrics>

namespace miaobu::app {

namespace {

constexpr qsizetype longestShown = 4200;
constexpr int height = metrics::logLineHeight;
constexpr int chevron = 12;

/// A log is safe as it is written (LineSplitter); a file that somebody else has written into shall be as well.
bool isHarmless(QChar character) {
    const char16_t code = character.unicode();
    const bool control = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const bool turnsText = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return !control && !turnsText && code != 0x2028 && code != 0x2029;
}

AnsiText parsed(const QString& text) {
    AnsiText result = parseAnsi(text);
    result.plain.replace(QLatin1Char('\t'), QLatin1Char(' '));
    if (result.plain.size() > longestShown) {
        result.plain.truncate(longestShown);
        for (AnsiSpan& span : result.spans) {
            span.start = std::min(span.start, longestShown);
            span.length = std::min(span.length, longestShown - span.start);
        }
        result.plain += QChar(0x2026);
    }
    for (QChar& character : result.plain) {
        character = isHarmless(character) ? character : QChar(QChar::ReplacementCharacter);
    }
    return result;
}

} // namespace

LogPainter::LogPainter() : m_font(fontOf(Type::Mono)), m_bold(m_font), m_ruler(m_font) {
    m_bold.setBold(true);
    for (std::size_t index = 0; index < m_fonts.size(); ++index) {
        m_fonts.at(index) = m_font;
        m_fonts.at(index).setBold((index & 4U) != 0);
        m_fonts.at(index).setItalic((index & 2U) != 0);
        m_fonts.at(index).setUnderline((index & 1U) != 0);
    }
    setLineCount(0);
}

const QFont& LogPainter::fontFor(const AnsiStyle& style) const {
    return m_fonts.at((style.bold ? 4U : 0U) + (style.italic ? 2U : 0U) + (style.underline ? 1U : 0U));
}

QString LogPainter::shown(const QString& text) {
    return parsed(text).plain;
}

void LogPainter::setLineCount(qint64 count) {
    const auto digits = std::max<qsizetype>(4, QString::number(count).size());
    m_numberWidth = m_ruler.width(u"0") * static_cast<int>(digits);
}

int LogPainter::baseline(int top) const {
    const QFontMetrics& letters = m_ruler.metrics();
    return top + (height + letters.ascent() - letters.descent()) / 2;
}

void LogPainter::drawMarks(
    QPainter& painter, const LogLine& line, const AnsiText& text, int top, const Frame& frame) const {
    const auto mark = [&](LinePen& pen, qsizetype from, qsizetype length, const QColor& color) {
        const int left = length > 0 ? pen.xOf(from) : frame.width;
        if (left < frame.width) {
            painter.fillRect(QRect(left, top, std::max(4, pen.xOf(from + length) - left), height), color);
        }
    };
    LinePen grounds(m_ruler, text.plain, frame.textLeft);
    for (const AnsiSpan& span : text.spans) {
        if (const QColor ground = groundOf(span.style, frame.tokens); ground.isValid()) {
            mark(grounds, span.start, span.length, ground);
        }
    }
    if (const auto [from, to] = frame.selection.columnsOf(line.number, text.plain.size() + 1); to > from) {
        QColor selected = frame.tokens.accent;
        selected.setAlpha(frame.tokens.dark ? 110 : 70);
        const QString andFeed = text.plain + QLatin1Char(' ');
        const qsizetype end = std::min(to, andFeed.size());
        LinePen pen(m_ruler, andFeed, frame.textLeft);
        mark(pen, std::min(from, end), end - std::min(from, end), selected);
    }
    QColor found = frame.tokens.building.ink;
    found.setAlpha(frame.tokens.dark ? 130 : 90);
    LinePen matches(m_ruler, text.plain, frame.textLeft);
    for (const LogPattern::Match& match : frame.sought.matches(text.plain)) {
        mark(matches, match.start, match.length, found);
    }
    if (frame.link.line == line.number && frame.link.line > 0) {
        LinePen pen(m_ruler, text.plain, frame.textLeft);
        const int left = pen.xOf(frame.link.column);
        const int right = pen.xOf(frame.link.column + frame.linkLength);
        painter.fillRect(QRect(left, baseline(top) + 2, right - left, 1), frame.tokens.accent);
    }
}

int LogPainter::drawText(
    QPainter& painter, const AnsiText& text, int top, const QColor& ink, const Frame& frame) const {
    constexpr qsizetype drawnAtOnce = 128;
    int x = frame.textLeft;
    qsizetype measured = 0;
    const int base = baseline(top);
    // What lies outside the window costs its measuring only.
    const auto draw = [&](qsizetype start, qsizetype end, const AnsiSpan* span) {
        while (start < end && x <= frame.width) {
            qsizetype next = std::min(end, start + drawnAtOnce);
            next += next < end && text.plain.at(next).isLowSurrogate() ? 1 : 0;
            const int width = m_ruler.width(QStringView(text.plain).sliced(start, next - start));
            if (x + width > 0) {
                painter.setFont(span ? fontFor(span->style) : m_font);
                painter.setPen(span ? inkOf(span->style, frame.tokens) : ink);
                painter.drawText(QPoint(x, base), text.plain.mid(start, next - start));
            }
            x += width;
            start = measured = next;
        }
    };
    qsizetype done = 0;
    for (const AnsiSpan& span : text.spans) {
        if (x > frame.width) {
            break;
        }
        const qsizetype end = span.start + span.length;
        draw(done, span.start, nullptr);
        draw(span.start, end, &span);
        done = end;
    }
    draw(done, text.plain.size(), nullptr);
    // What lies right of the window is not measured: its width is taken to be like that of what was.
    const qint64 drawn = x - frame.textLeft;
    return static_cast<int>(measured > 0 ? drawn * text.plain.size() / measured : 0);
}

void LogPainter::drawNumber(
    QPainter& painter, const LogLine& line, int top, const QColor& ground, const Frame& frame) const {
    painter.fillRect(QRect(0, top, gutterWidth() - metrics::space1, height), ground);
    painter.setFont(m_font);
    painter.setPen(frame.tokens.faint);
    const QString number = QString::number(line.number);
    const int left = metrics::space4 + m_numberWidth - m_ruler.width(number);
    painter.drawText(QPoint(left, baseline(top)), number);
}

void LogPainter::drawStanding(QPainter& painter, int top, bool current, const Frame& frame) {
    if (current) {
        painter.fillRect(QRect(0, top, 3, height), frame.tokens.accent);
    }
}

int LogPainter::drawLine(QPainter& painter, const LogLine& line, int top, bool current, const Frame& frame) const {
    const AnsiText text = parsed(line.text);
    const bool isNote = line.channel == LogChannel::Note;
    const bool isError = !isNote && tellsError(text.plain);
    const QColor ground = isError ? frame.tokens.failed.soft
        : current                 ? frame.tokens.selection
                                  : frame.tokens.logGround;
    painter.fillRect(QRect(0, top, frame.width, height), ground);
    drawMarks(painter, line, text, top, frame);
    const int width = drawText(painter, text, top, isNote ? frame.tokens.muted : frame.tokens.text, frame);
    drawNumber(painter, line, top, ground, frame);
    drawStanding(painter, top, current, frame);
    return width;
}

void LogPainter::drawHead(QPainter& painter, const LogHead& head, int top, bool current, const Frame& frame) const {
    const QColor ground = current ? frame.tokens.selection : frame.tokens.logGround;
    painter.fillRect(QRect(0, top, frame.width, height), ground);
    const QPixmap arrow
        = iconPixmap(Icon::ChevronDown, frame.tokens.muted, chevron, painter.device()->devicePixelRatioF());
    const QPointF middle(gutterWidth() + chevron / 2.0, top + height / 2.0);
    painter.save();
    painter.translate(middle);
    painter.rotate(head.folded ? -90 : 0);
    painter.drawPixmap(QPointF(-chevron / 2.0, -chevron / 2.0), arrow);
    painter.restore();
    int x = gutterWidth() + chevron + metrics::space2;
    const auto say = [&](const QString& words, const QFont& font, const QColor& ink) {
        painter.setFont(font);
        painter.setPen(ink);
        const QFontMetrics letters(font);
        const int room = std::max(0, frame.width - x - metrics::space4);
        const QString fitting = letters.elidedText(words, Qt::ElideRight, room);
        painter.drawText(QPoint(x, baseline(top)), fitting);
        x += words.isEmpty() ? 0 : letters.horizontalAdvance(fitting) + metrics::space3;
    };
    say(head.title, fontOf(Type::SmallStrong), frame.tokens.text);
    say(head.command, m_bold, frame.tokens.muted);
    say(head.note, fontOf(Type::Small), frame.tokens.muted);
    drawStanding(painter, top, current, frame);
}

} // namespace miaobu::app
