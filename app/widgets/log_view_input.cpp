#include "app/theme/metrics.h"
#include "app/widgets/log_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace miaobu::app {

namespace {
constexpr qint64 mostAtOnce = 5'000; // Read and joined in a few milliseconds
constexpr int topMargin = metrics::space2;
} // namespace

qint64 LogView::rowAt(QPoint position) const {
    const int under = position.y() < topMargin ? -1 : (position.y() - topMargin) / metrics::logLineHeight;
    return std::clamp<qint64>(verticalScrollBar()->value() + under, 0, std::max<qint64>(0, m_rows.count() - 1));
}

LogPlace LogView::placeAt(QPoint position) const {
    const LogRow row = m_rows.at(rowAt(position));
    if (row.section < 0) {
        return {};
    }
    if (row.isHead()) {
        return {m_rows.sections().at(row.section).firstLine, 0};
    }
    const QString plain = LogPainter::shown(m_lines.line(row.line).text);
    return {row.line, m_painter.ruler().columnAt(plain, position.x() - textLeft())};
}

void LogView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return QAbstractScrollArea::mousePressEvent(event);
    }
    const qint64 index = rowAt(event->pos());
    const LogRow row = m_rows.at(index);
    if (row.section < 0 || !rectOf(row).contains(event->pos())) {
        m_selection = {};
        return viewport()->update();
    }
    standOn(index);
    if (row.isHead()) {
        return setFolded(row.section, !m_rows.isFolded(row.section));
    }
    const LogPlace place = placeAt(event->pos());
    m_selectedFrom = 0;
    m_selection.cursor = place;
    if (!(event->modifiers() & Qt::ShiftModifier)) {
        m_selection.anchor = place;
    }
    m_selecting = true;
    m_dragTimer.start();
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent* event) {
    if (m_selecting) {
        m_selection.cursor = placeAt(event->pos());
        viewport()->update();
    } else {
        hover(event->pos());
    }
}

void LogView::mouseReleaseEvent(QMouseEvent* event) {
    const bool clicked = m_selecting && m_selection.isEmpty() && event->button() == Qt::LeftButton;
    m_selecting = false;
    m_dragTimer.stop();
    if (const std::optional<LogLink> link = clicked ? linkAt(event->pos()) : std::nullopt) {
        emit linkActivated(*link);
    }
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event) {
    const LogRow row = m_rows.at(rowAt(event->pos()));
    if (row.line == 0) {
        return mousePressEvent(event);
    }
    const LogPlace place = placeAt(event->pos());
    const QString plain = LogPainter::shown(m_lines.line(place.line).text);
    qsizetype from = std::min(place.column, plain.size());
    qsizetype to = from;
    while (from > 0 && !plain.at(from - 1).isSpace()) {
        --from;
    }
    while (to < plain.size() && !plain.at(to).isSpace()) {
        ++to;
    }
    m_selection = {{place.line, from}, {place.line, to}};
    viewport()->update();
}

void LogView::selectAll() {
    const qint64 last = m_lines.count();
    m_selection = {{1, 0}, {std::max<qint64>(1, last), LogPainter::shown(m_lines.line(last).text).size()}};
    viewport()->update();
}

QString LogView::selectedText() const {
    if (m_selection.isEmpty()) {
        return {};
    }
    const LogPlace first = m_selection.begin();
    const LogPlace last = m_selection.end();
    QStringList pieces;
    qint64 number = first.line;
    for (const LogLine& line : m_lines.lines(first.line, last.line - first.line + 1)) {
        const QString plain = LogPainter::shown(line.text);
        const auto [from, to] = m_selection.columnsOf(number, plain.size());
        pieces.append(plain.mid(from, to - from));
        ++number;
    }
    return pieces.join(QLatin1Char('\n'));
}

void LogView::copySelection() {
    const qint64 first = m_selection.begin().line;
    const qint64 last = m_selection.end().line;
    if (last - first >= mostAtOnce) {
        return emit copyRequested(first, last);
    }
    const QString text = m_selection.isEmpty() && m_current.line > 0 ? textOf(m_current) : selectedText();
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

void LogView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPoint at = event->reason() == QContextMenuEvent::Mouse ? event->pos() : rectOf(m_current).bottomLeft();
    if (const std::optional<LogLink> link = linkAt(at)) {
        QString name = menu->fontMetrics().elidedText(link->target, Qt::ElideMiddle, 320);
        menu->addAction(tr("Open %1").arg(name.replace(QLatin1Char('&'), QStringLiteral("&&"))), this,
            [this, link = *link] { emit linkActivated(link); });
        menu->addSeparator();
    }
    QAction* const copy = menu->addAction(tr("Copy"), this, &LogView::copySelection);
    copy->setEnabled(!m_selection.isEmpty() || m_current.line > 0);
    menu->addAction(tr("Select all"), this, &LogView::selectAll);
    menu->addSeparator();
    menu->addAction(tr("Fold all stages"), this, [this] { setAllFolded(true); });
    menu->addAction(tr("Unfold all stages"), this, [this] { setAllFolded(false); });
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : viewport()->mapToGlobal(at));
}

} // namespace miaobu::app
