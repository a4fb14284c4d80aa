#pragma once

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws a changed file: what happened to it as a sign in its colour, its path, how its size changed.
class ChangeDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace miaobu::app
