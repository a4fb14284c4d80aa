#include "app/theme/metrics.h"
#include "app/widgets/log_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace miaobu::app {

namespace {
constexpr qint64 mostCopied = 200'000;
constexpr int topMargin = 8;
} // namespace

LogPlace LogView::placeAt(QPoint position) const {
    const int row = position.y() < topMargin ? -1 : (position.y() - topMargin) / metrics::logLineHeight;
    const qint64 line = std::clamp<qint64>(firstVisibleLine() + row, 1, std::max<qint64>(1, m_lines.count()));
    const QString plain = LogPainter::shown(m_lines.line(line).text);
    return {line, m_painter.columnAt(plain, position.x() - textLeft())};
}

void LogView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return QAbstractScrollArea::mousePressEvent(event);
    }
    const LogPlace place = placeAt(event->pos());
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
    }
}

void LogView::mouseReleaseEvent(QMouseEvent*) {
    m_selecting = false;
    m_dragTimer.stop();
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event) {
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
    const qint64 count = std::min(mostCopied, last.line - first.line + 1);
    QStringList pieces;
    qint64 number = first.line;
    for (const LogLine& line : m_lines.lines(first.line, count)) {
        const QString plain = LogPainter::shown(line.text);
        const auto [from, to] = m_selection.columnsOf(number, plain.size());
        pieces.append(plain.mid(from, to - from));
        ++number;
    }
    return pieces.join(QLatin1Char('\n'));
}

void LogView::copySelection() const {
    if (const QString text = selectedText(); !text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

void LogView::keyPressEvent(QKeyEvent* event) {
    QScrollBar* const bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        return copySelection();
    }
    if (event->matches(QKeySequence::SelectAll)) {
        return selectAll();
    }
    switch (event->key()) {
    case Qt::Key_Home:
        return bar->setValue(0);
    case Qt::Key_End:
        return bar->setValue(bar->maximum());
    case Qt::Key_Up:
        return bar->triggerAction(QScrollBar::SliderSingleStepSub);
    case Qt::Key_Down:
        return bar->triggerAction(QScrollBar::SliderSingleStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QScrollBar::SliderPageStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* const copy = menu->addAction(tr("Copy"), this, &LogView::copySelection);
    copy->setEnabled(!m_selection.isEmpty());
    menu->addAction(tr("Select all"), this, &LogView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace miaobu::app
