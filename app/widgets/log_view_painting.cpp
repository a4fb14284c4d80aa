#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/log_view.h"

#include <QLocale>
#include <QPaintEvent>
#include <QScrollBar>

namespace miaobu::app {

namespace {

constexpr int lineHeight = metrics::logLineHeight;
constexpr int topMargin = metrics::space2;

/// The command that a stage runs, as it notes it down itself: "$ pnpm run build".
QString commandIn(const QList<LogLine>& lines) {
    for (const LogLine& line : lines) {
        if (line.channel == LogChannel::Note && line.text.startsWith(QLatin1String("$ "))) {
            return LogPainter::shown(line.text.mid(2));
        }
    }
    return {};
}

} // namespace

LogHead LogView::headOf(qsizetype section) const {
    constexpr qint64 looked = 8;
    const LogSection& stage = m_rows.sections().at(section);
    const qint64 last = m_rows.lastLine(section);
    const bool ends = section + 1 < m_rows.sections().size();
    const qint64 end = ends ? m_rows.sections().at(section + 1).time : m_lines.line(last).time;
    const qint64 count = last - stage.firstLine + 1;
    QStringList notes;
    if (stage.time > 0 && end >= stage.time) {
        notes.append(durationText(std::chrono::milliseconds(end - stage.time)));
    }
    notes.append(count == 1 ? tr("1 line") : tr("%1 lines").arg(QLocale().toString(count)));
    const bool folded = m_rows.isFolded(section);
    const QString command = folded ? commandIn(m_lines.lines(stage.firstLine, std::min(looked, count))) : QString();
    // What a later start of the program had to say: nothing waits any more.
    const bool isLater = section > 0 && stage.stage == Stage::Queue;
    return {isLater ? tr("Found at a later start") : stageTitle(stage.stage), command,
        notes.join(QStringLiteral("  ·  ")), folded};
}

LogLine LogView::lineOf(qint64 number) {
    LogLine line;
    if (!m_rows.isFiltered()) {
        line = m_lines.line(number);
    } else if (const auto seen = m_seen.constFind(number); seen != m_seen.constEnd()) {
        line = *seen;
    } else {
        constexpr qsizetype mostSeen = 400;
        if (m_seen.size() >= mostSeen) {
            m_seen.clear();
        }
        line = m_lines.line(number);
        m_seen.insert(number, line);
    }
    line.number = number;
    return line;
}

QString LogView::textOf(const LogRow& row) const {
    if (!row.isHead()) {
        return row.line > 0 ? LogPainter::shown(m_lines.line(row.line).text) : QString();
    }
    const LogHead head = headOf(row.section);
    QStringList words{head.title, head.command, head.note};
    words.append(head.folded ? tr("folded") : tr("unfolded"));
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QRect LogView::rectOf(const LogRow& row) const {
    const qint64 index = row.section < 0 ? 0 : row.isHead() ? m_rows.headRow(row.section) : m_rows.rowOf(row.line);
    const qint64 top = topMargin + (index - verticalScrollBar()->value()) * lineHeight;
    return {0, static_cast<int>(std::clamp<qint64>(top, -lineHeight, 1 << 24)), viewport()->width(), lineHeight};
}

void LogView::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens.logGround);
    const LogPlace link{m_hovered ? m_hoveredLine : 0, m_hovered ? m_hovered->start : 0};
    const LogPainter::Frame frame{
        tokens, viewport()->width(), textLeft(), m_selection, m_sought, link, m_hovered ? m_hovered->length : 0};
    int widest = m_widest;
    qint64 index = verticalScrollBar()->value();
    for (int top = topMargin; top < viewport()->height() && index < m_rows.count(); top += lineHeight, ++index) {
        const LogRow row = m_rows.at(index);
        if (row.isHead()) {
            m_painter.drawHead(painter, headOf(row.section), top, row == m_current, frame);
        } else {
            widest = std::max(widest, m_painter.drawLine(painter, lineOf(row.line), top, row == m_current, frame));
        }
    }
    if (m_rows.count() == 0 && m_rows.isFiltered()) {
        painter.setFont(fontOf(Type::Text));
        painter.setPen(tokens.muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, m_nothing);
    }
    if (hasFocus()) {
        painter.fillRect(QRect(0, 0, 2, viewport()->height()), tokens.accent);
    }
    if (widest > m_widest) {
        m_widest = widest;
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
    }
}

} // namespace miaobu::app
