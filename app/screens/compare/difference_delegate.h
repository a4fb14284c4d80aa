#pragma once

#include "app/widgets/text_ruler.h"

#include <QStyledItemDelegate>

namespace miaobu::app {

/// Draws a line of a difference: its numbers on both sides, its sign, its text. Added and removed ones differ by sign and by ground.
class DifferenceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit DifferenceDelegate(QObject* parent = nullptr);

    /// \a lastNumber: the largest line number, which all numbers have room for. \a widest: the longest line, in pixels.
    void setExtent(int lastNumber, int widest);
    /// How wide a text is, without what stands before it.
    [[nodiscard]] int widthOf(const QString& text) const { return m_ruler.width(text); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] int textLeft() const;

    TextRuler m_ruler;
    int m_numberWidth = 0;
    int m_widest = 0;
};

} // namespace miaobu::app
