#include "app/screens/variables/variable_list.h"

#include "app/screens/variables/variable_delegate.h"
#include "app/theme/metrics.h"

#include <QContextMenuEvent>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace miaobu::app {

VariableList::VariableList(Menu menu, int mostRows, QWidget* parent)
    : Card(parent), m_view(new QListView), m_delegate(new VariableDelegate(menu != Menu::None, m_view)),
      m_hasMenu(menu != Menu::None), m_most(mostRows) {
    m_view->setModel(&m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_view);
}

void VariableList::setLines(const QList<VariableLine>& lines) {
    m_model.setLines(lines);
    setFixedHeight(std::min(m_most, static_cast<int>(lines.size())) * metrics::rowHeight + 2);
}

bool VariableList::onContextMenu(const QContextMenuEvent& event) {
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    QWidget* const viewport = m_view->viewport();
    const QModelIndex index
        = byKey ? m_view->currentIndex() : m_view->indexAt(viewport->mapFromGlobal(event.globalPos()));
    if (m_hasMenu && index.isValid()) {
        emit menuRequested(
            index.row(), byKey ? viewport->mapToGlobal(m_view->visualRect(index).center()) : event.globalPos());
    }
    return true;
}

bool VariableList::onKey(const QKeyEvent& event) {
    const int row = m_view->currentIndex().row();
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter) {
        emit activated(row);
    } else if (event.matches(QKeySequence::Delete)) {
        emit removeRequested(row);
    } else {
        return false;
    }
    return true;
}

bool VariableList::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = m_view->indexAt(mouse->pos());
        if (mouse->button() == Qt::LeftButton && index.isValid()) {
            if (m_hasMenu && m_delegate->moreRect(m_view->visualRect(index)).contains(mouse->pos())) {
                emit menuRequested(index.row(), mouse->globalPosition().toPoint());
            } else {
                emit activated(index.row());
            }
        }
    } else if (watched == m_view && event->type() == QEvent::ContextMenu) {
        return onContextMenu(*static_cast<QContextMenuEvent*>(event));
    } else if (watched == m_view && event->type() == QEvent::KeyPress && m_view->currentIndex().isValid()) {
        return onKey(*static_cast<QKeyEvent*>(event));
    }
    return Card::eventFilter(watched, event);
}

} // namespace miaobu::app
