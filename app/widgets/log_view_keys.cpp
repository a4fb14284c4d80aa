#include "app/widgets/log_view.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

namespace miaobu::app {

qint64 LogView::currentLine() const {
    return m_current.isHead() ? m_rows.sections().at(m_current.section).firstLine - 1 : m_current.line;
}

qint64 LogView::currentIndex() const {
    if (m_current.section < 0 || m_rows.count() == 0) {
        return -1;
    }
    return m_current.isHead() ? std::min(m_rows.headRow(m_current.section), m_rows.count() - 1)
                              : m_rows.rowOf(m_current.line);
}

void LogView::standOn(qint64 row) {
    m_current = m_rows.at(row);
    viewport()->update();
    if (QAccessible::isActive()) {
        QAccessibleTextCursorEvent moved(this, 0);
        QAccessible::updateAccessibility(&moved);
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
}

void LogView::moveBy(qint64 rows) {
    if (m_rows.count() == 0) {
        return;
    }
    const qint64 first = verticalScrollBar()->value();
    const qint64 last = std::min(first + visibleRows(), m_rows.count()) - 1;
    const qint64 index = currentIndex();
    const qint64 wanted = index < 0 ? (rows < 0 ? last : first) : index + rows;
    const qint64 row = std::clamp<qint64>(wanted, 0, m_rows.count() - 1);
    // As little as is needed: a person who reads on does not want the page to jump.
    if (row < first) {
        verticalScrollBar()->setValue(static_cast<int>(row));
    } else if (row >= first + visibleRows()) {
        verticalScrollBar()->setValue(static_cast<int>(row - visibleRows() + 1));
    }
    standOn(row);
}

/// Whole lines, from where shift was first held to where one stands.
void LogView::selectTo(qint64 before) {
    if (m_selectedFrom == 0 || m_selection.isEmpty()) {
        m_selectedFrom = std::max<qint64>(1, before);
    }
    const qint64 stands = std::max<qint64>(1, currentLine());
    const auto [first, last] = std::minmax(m_selectedFrom, stands);
    m_selection = {{first, 0}, {last, LogPainter::shown(m_lines.line(last).text).size()}};
    viewport()->update();
}

void LogView::moveToStage(int step) {
    const qint64 index = currentIndex() < 0 ? verticalScrollBar()->value() : currentIndex();
    qint64 wanted = -1;
    for (qsizetype section = 0; section < m_rows.sections().size(); ++section) {
        const qint64 row = m_rows.headRow(section);
        if (step < 0 && row < index) {
            wanted = row;
        } else if (step > 0 && row > index && wanted < 0 && row < m_rows.count()) {
            wanted = row;
        }
    }
    if (wanted >= 0) {
        scrollToRow(wanted);
        standOn(wanted);
    }
}

bool LogView::pressFoldKey(int key) {
    if (m_current.section < 0) {
        return false;
    }
    const qsizetype section = m_current.section;
    const bool folded = m_rows.isFolded(section);
    if (!m_current.isHead()) {
        // As in a tree: from a line, left leads to its stage.
        if (key == Qt::Key_Left && horizontalScrollBar()->value() == 0) {
            moveBy(m_rows.headRow(section) - currentIndex());
            return true;
        }
        return false;
    }
    const bool toggles = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (toggles || (key == Qt::Key_Left && !folded) || (key == Qt::Key_Right && folded)) {
        setFolded(section, !folded);
        standOn(m_rows.headRow(section));
        return true;
    }
    return key == Qt::Key_Left || key == Qt::Key_Right;
}

void LogView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        return copySelection();
    }
    if (event->matches(QKeySequence::SelectAll)) {
        return selectAll();
    }
    const bool alt = event->modifiers() & Qt::AltModifier;
    QScrollBar* const bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->setValue(0);
        return standOn(0);
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return standOn(m_rows.count() - 1);
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        const qint64 before = currentLine();
        alt ? moveToStage(step) : moveBy(step);
        if (event->modifiers() & Qt::ShiftModifier) {
            return selectTo(before);
        }
        m_selection = {};
        return;
    }
    case Qt::Key_PageUp:
        return bar->triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QScrollBar::SliderPageStepAdd);
    case Qt::Key_N:
        return event->modifiers() & Qt::ShiftModifier ? emit previousErrorRequested() : emit nextErrorRequested();
    case Qt::Key_P:
        return emit previousErrorRequested();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return pressFoldKey(event->key()) ? void() : openFirstLink();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Space:
        if (pressFoldKey(event->key())) {
            return;
        }
        if (event->key() == Qt::Key_Space) {
            return bar->triggerAction(QScrollBar::SliderPageStepAdd);
        }
        return horizontalScrollBar()->triggerAction(
            event->key() == Qt::Key_Left ? QScrollBar::SliderSingleStepSub : QScrollBar::SliderSingleStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace miaobu::app
