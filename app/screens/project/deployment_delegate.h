#pragma once

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws one deployment: number, state, commit, message, size, time, duration.
class DeploymentDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where the "…" of a row is.
    [[nodiscard]] static QRect moreRect(const QRect& row);
};

} // namespace miaobu::app
