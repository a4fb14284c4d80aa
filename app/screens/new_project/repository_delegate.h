#pragma once

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws a repository: its name, what it is, when it was pushed to, and its marks; or grey bars where it is not known yet.
class RepositoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace miaobu::app
