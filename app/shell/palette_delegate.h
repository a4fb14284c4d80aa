#pragma once

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws an entry of the command palette: icon, title with the letters that were typed, kind, shortcut.
class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace miaobu::app
