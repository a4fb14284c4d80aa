#pragma once

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws a variable: its name, its value, what is to be known of it, and the "more" at the right where there is a menu.
class VariableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    VariableDelegate(bool hasMenu, QObject* parent) : QStyledItemDelegate(parent), m_hasMenu(hasMenu) { }

    [[nodiscard]] QRect moreRect(const QRect& row) const;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_hasMenu;
};

} // namespace miaobu::app
