#include "app/widgets/log_painter.h"

#include "app/models/log_search.h"
#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/ansi_colors.h"
#include "core/log/ansi_spans.h"

#include <QFontMetrics>

namespace miaobu::app {

namespace {

constexpr qsizetype longestShown = 4200;
constexpr int height = metrics::logLineHeight;

AnsiText parsed(const QString& text) {
    AnsiText result = parseAnsi(text);
    result.plain.replace(QLatin1Char('\t'), QLatin1Char(' '));
    if (result.plain.size() > longestShown) {
        result.plain.truncate(longestShown);
        result.plain += QChar(0x2026);
    }
    return result;
}

} // namespace

LogPainter::LogPainter() : m_font(fontOf(Type::Mono)), m_bold(m_font) {
    m_bold.setBold(true);
    setLineCount(0);
}

QString LogPainter::shown(const QString& text) {
    return parsed(text).plain;
}

void LogPainter::setLineCount(qint64 count) {
    const QFontMetrics metrics(m_font);
    const auto digits = std::max<qsizetype>(4, QString::number(count).size());
    m_numberWidth = metrics.horizontalAdvance(QLatin1Char('0')) * static_cast<int>(digits);
    const QFontMetrics titles(fontOf(Type::SmallStrong));
    m_stageWidth = 0;
    for (const Stage stage : {Stage::Queue, Stage::Checkout, Stage::Install, Stage::Build, Stage::CheckOutput,
             Stage::Publish, Stage::Route, Stage::Prove}) {
        m_stageWidth
            = std::max(m_stageWidth, titles.horizontalAdvance(stageTitle(stage)) + metrics::space4 + metrics::space2);
    }
}

int LogPainter::textWidth(const QString& plain) const {
    return QFontMetrics(m_font).horizontalAdvance(plain);
}

qsizetype LogPainter::columnAt(const QString& plain, int x) const {
    const QFontMetrics metrics(m_font);
    qsizetype low = 0;
    qsizetype high = plain.size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const int left = metrics.horizontalAdvance(plain.left(middle));
        const int right = metrics.horizontalAdvance(plain.left(middle + 1));
        if (x < (left + right) / 2) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

void LogPainter::mark(QPainter& painter, const QString& plain, qsizetype from, qsizetype to, int top,
    const QColor& color, int left) const {
    if (to > from) {
        painter.fillRect(
            QRect(left + textWidth(plain.left(from)), top, std::max(4, textWidth(plain.mid(from, to - from))), height),
            color);
    }
}

QColor LogPainter::rowColor(const LogLine& line, const QString& plain, const Frame& frame) {
    if (line.number == frame.current) {
        return frame.tokens.selection;
    }
    return line.channel != LogChannel::Note && tellsError(plain) ? frame.tokens.failed.soft : frame.tokens.logGround;
}

void LogPainter::drawText(QPainter& painter, const LogLine& line, int top, const Frame& frame) const {
    const AnsiText text = parsed(line.text);
    painter.fillRect(QRect(0, top, frame.width, height), rowColor(line, text.plain, frame));
    for (const AnsiSpan& span : text.spans) {
        if (const QColor ground = groundOf(span.style, frame.tokens); ground.isValid()) {
            mark(painter, text.plain, span.start, span.start + span.length, top, ground, frame.textLeft);
        }
    }
    const auto [from, to] = frame.selection.columnsOf(line.number, text.plain.size() + 1);
    QColor selected = frame.tokens.accent;
    selected.setAlpha(frame.tokens.dark ? 110 : 70);
    mark(painter, text.plain + QLatin1Char(' '), from, to, top, selected, frame.textLeft);
    for (qsizetype at = frame.sought.isEmpty() ? -1 : text.plain.indexOf(frame.sought, 0, Qt::CaseInsensitive); at >= 0;
        at = text.plain.indexOf(frame.sought, at + frame.sought.size(), Qt::CaseInsensitive)) {
        QColor found = frame.tokens.building.ink;
        found.setAlpha(frame.tokens.dark ? 130 : 90);
        mark(painter, text.plain, at, at + frame.sought.size(), top, found, frame.textLeft);
    }

    const int baseline = top + (height + QFontMetrics(m_font).ascent() - QFontMetrics(m_font).descent()) / 2;
    int x = frame.textLeft;
    const auto draw = [&](qsizetype start, qsizetype length, const AnsiStyle& style, const QColor& ink) {
        if (length <= 0 || x > frame.width) {
            return;
        }
        const QString piece = text.plain.mid(start, length);
        QFont font = style.bold ? m_bold : m_font;
        font.setItalic(style.italic);
        font.setUnderline(style.underline);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QPoint(x, baseline), piece);
        x += QFontMetrics(m_font).horizontalAdvance(piece);
    };
    qsizetype done = 0;
    const QColor plainInk = line.channel == LogChannel::Note ? frame.tokens.muted : frame.tokens.text;
    for (const AnsiSpan& span : text.spans) {
        draw(done, span.start - done, {}, plainInk);
        draw(span.start, span.length, span.style, inkOf(span.style, frame.tokens));
        done = span.start + span.length;
    }
    draw(done, text.plain.size() - done, {}, plainInk);
}

void LogPainter::drawGutter(
    QPainter& painter, const LogLine& line, int top, const QString& stage, const Frame& frame) const {
    const QRect gutter(0, top, gutterWidth(), height);
    painter.fillRect(gutter, rowColor(line, shown(line.text), frame));
    if (!stage.isEmpty()) {
        painter.setFont(fontOf(Type::SmallStrong));
        painter.setPen(frame.tokens.muted);
        painter.drawText(gutter.adjusted(metrics::space4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, stage);
    }
    painter.setFont(m_font);
    painter.setPen(frame.tokens.faint);
    painter.drawText(QRect(m_stageWidth, top, m_numberWidth + 8, height), Qt::AlignRight | Qt::AlignVCenter,
        QString::number(line.number));
}

} // namespace miaobu::app
