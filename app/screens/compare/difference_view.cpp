#include "app/screens/compare/difference_view.h"

#include "app/models/difference_model.h"
#include "app/screens/compare/difference_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>
#include <numeric>

namespace miaobu::app {

DifferenceView::DifferenceView(DifferenceModel& model, QWidget* parent)
    : QListView(parent), m_model(model), m_delegate(new DifferenceDelegate(this)) {
    setObjectName(QStringLiteral("differenceView"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideNone);
    connect(&model, &QAbstractItemModel::modelReset, this, &DifferenceView::measure);
    retranslate();
    measure();
}

void DifferenceView::measure() {
    int lastNumber = 0;
    const DifferenceLine* longest = nullptr;
    for (const DifferenceLine& line : m_model.lines()) {
        lastNumber = std::max({lastNumber, line.numberBefore, line.numberAfter});
        longest = !longest || line.text.size() > longest->text.size() ? &line : longest;
    }
    m_delegate->setExtent(lastNumber, longest ? m_delegate->widthOf(longest->text) : 0);
    scheduleDelayedItemsLayout();
}

bool DifferenceView::showChange(int step) {
    const int row = m_model.changeFrom(currentIndex().isValid() ? currentIndex().row() : -1, step);
    if (row < 0) {
        return false;
    }
    setCurrentIndex(m_model.index(row));
    scrollTo(m_model.index(row), PositionAtCenter);
    return true;
}

void DifferenceView::copy() {
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
        rows.append(index.row());
    }
    if (rows.isEmpty()) {
        rows.resize(m_model.rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    std::sort(rows.begin(), rows.end());
    QGuiApplication::clipboard()->setText(m_model.textOf(rows));
}

void DifferenceView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        return copy();
    }
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_N || event->key() == Qt::Key_P)) {
        showChange(event->key() == Qt::Key_N ? 1 : -1);
        return;
    }
    QListView::keyPressEvent(event);
}

void DifferenceView::retranslate() {
    setAccessibleName(tr("Lines that differ"));
}

void DifferenceView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QListView::changeEvent(event);
}

} // namespace miaobu::app
