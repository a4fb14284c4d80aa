#include "app/text/state_text.h"
#include "app/widgets/log_view.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QToolTip>

namespace miaobu::app {

std::optional<LogLink> LogView::linkAt(QPoint position) const {
    const qint64 index = rowAt(position);
    const LogRow row = m_rows.at(index);
    if (row.line == 0 || !rectOf(row).contains(position) || position.x() < m_painter.gutterWidth()) {
        return std::nullopt;
    }
    const QString plain = LogPainter::shown(m_lines.line(row.line).text);
    LinePen pen(m_painter.ruler(), plain, textLeft());
    for (const LogLink& link : linksIn(plain)) {
        const int left = pen.xOf(link.start);
        if (position.x() >= left && position.x() < pen.xOf(link.start + link.length)) {
            return link;
        }
    }
    return std::nullopt;
}

void LogView::hover(QPoint position) {
    const std::optional<LogLink> link = linkAt(position);
    const LogRow row = m_rows.at(rowAt(position));
    const bool overHead = row.isHead() && rectOf(row).contains(position);
    viewport()->setCursor(link || overHead ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (link != m_hovered || (link && row.line != m_hoveredLine)) {
        m_hovered = link;
        m_hoveredLine = row.line;
        viewport()->update();
    }
}

void LogView::openFirstLink() {
    const QList<LogLink> links = m_current.line > 0 ? linksIn(textOf(m_current)) : QList<LogLink>();
    if (!links.isEmpty()) {
        emit linkActivated(links.constFirst());
    }
}

QString LogView::tipAt(QPoint position) const {
    if (const std::optional<LogLink> link = linkAt(position)) {
        return link->kind == LogLink::Kind::Web ? tr("Open in the browser") : tr("Open in the editor");
    }
    const LogRow row = m_rows.at(rowAt(position));
    if (row.line == 0 || position.x() >= m_painter.gutterWidth() || !rectOf(row).contains(position)) {
        return {};
    }
    const qint64 time = m_lines.line(row.line).time;
    const qint64 began = m_rows.sections().at(row.section).time;
    const QString moment = QDateTime::fromMSecsSinceEpoch(time).toString(QStringLiteral("HH:mm:ss.zzz"));
    return time < began
        ? moment
        //: %1 is a time of day; %2 a duration, such as 3 s
        : tr("%1, %2 into the stage").arg(moment, durationText(std::chrono::milliseconds(time - began)));
}

bool LogView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered) {
        m_hovered.reset();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace miaobu::app
