#include "app/shell/palette_delegate.h"

#include "app/models/palette_model.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QTextLayout>

namespace miaobu::app {

namespace {

/// One line, the letters at \a positions in the accent.
void drawTitle(
    QPainter& painter, const QRect& rect, const QString& title, const QList<int>& positions, const Tokens& tokens) {
    const QFont font = fontOf(Type::Text);
    const QString shown = QFontMetrics(font).elidedText(title, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const int position : positions) {
        if (position < shown.size()) {
            QTextCharFormat format;
            format.setForeground(tokens.accent);
            format.setFontWeight(QFont::DemiBold);
            formats.append({position, 1, format});
        }
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + rect.height());
    layout.endLayout();
    painter.setPen(tokens.text);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

/// Right-aligned before \a right; gives what is left of the room.
int drawNote(QPainter& painter, const QRect& row, int right, const QString& text, const QColor& ink) {
    if (text.isEmpty()) {
        return right;
    }
    const QFont font = fontOf(Type::Small);
    const int width = QFontMetrics(font).horizontalAdvance(text);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRect(right - width, row.top(), width, row.height()), Qt::AlignVCenter | Qt::AlignRight, text);
    return right - width - metrics::space3;
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {240, metrics::sidebarRowHeight};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& tokens = tokensFor(option.palette);
    const QRect row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected) {
        drawPanel(*painter, row, tokens.selection, Qt::transparent, metrics::controlRadius);
    }
    const auto icon = static_cast<Icon>(index.data(PaletteModel::IconRole).toInt());
    painter->drawPixmap(row.left() + metrics::space3, row.top() + (row.height() - metrics::iconSize) / 2,
        iconPixmap(icon, tokens.muted, metrics::iconSize, painter->device()->devicePixelRatioF()));
    int right = row.right() - metrics::space3;
    right = drawNote(*painter, row, right, index.data(PaletteModel::KeysRole).toString(), tokens.text);
    right = drawNote(*painter, row, right, index.data(PaletteModel::NoteRole).toString(), tokens.muted);
    const int left = row.left() + 2 * metrics::space3 + metrics::iconSize;
    drawTitle(*painter, QRect(left, row.top(), right - left, row.height()), index.data().toString(),
        index.data(PaletteModel::PositionsRole).value<QList<int>>(), tokens);
    painter->restore();
}

} // namespace miaobu::app
