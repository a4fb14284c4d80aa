#include "app/screens/variables/variable_delegate.h"

#include "app/models/variable_lines_model.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QPainter>

namespace miaobu::app {

namespace {

constexpr int moreWidth = 44;

struct Ground {
    QPainter& painter;
    const Tokens& tokens;
};

void drawText(const Ground& on, const QRect& rect, Type type, const QColor& ink, const QString& words) {
    const QFont font = fontOf(type);
    on.painter.setFont(font);
    on.painter.setPen(ink);
    on.painter.drawText(rect, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
}

void drawGround(const Ground& on, const QStyleOptionViewItem& option, bool isFirst) {
    const QRect inner = option.rect.adjusted(4, 4, -4, -4);
    if (option.state & QStyle::State_MouseOver) {
        drawPanel(on.painter, inner, on.tokens.ground, Qt::transparent, metrics::controlRadius);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(on.painter, inner, on.tokens, metrics::controlRadius);
    }
    if (!isFirst) {
        on.painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), on.tokens.line);
    }
}

/// From the right to the left; gives the edge of the first one.
int drawPills(const Ground& on, const QRect& row, int right, const QList<VariablePill>& pills) {
    for (auto pill = pills.rbegin(); pill != pills.rend(); ++pill) {
        right -= pillWidth(pill->text);
        drawPill(on.painter, {right, row.top(), 10, row.height()}, pill->text, pill->tone, on.tokens);
        right -= metrics::space2;
    }
    return right;
}

} // namespace

QRect VariableDelegate::moreRect(const QRect& row) const {
    const int width = m_hasMenu ? moreWidth : 0;
    return {row.right() - width, row.top(), width, row.height()};
}

QSize VariableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {320, metrics::rowHeight};
}

void VariableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto line = index.data(VariableLinesModel::LineRole).value<VariableLine>();
    const Tokens& tokens = tokensFor(option.palette);
    const QRect row = option.rect;
    painter->save();
    const Ground on{*painter, tokens};
    drawGround(on, option, index.row() == 0);
    const QRect more = moreRect(row);
    const int right = drawPills(on, row, row.right() - (m_hasMenu ? moreWidth : metrics::space4), line.pills);
    const int left = row.left() + metrics::space5;
    const int nameWidth = std::max(120, std::min(row.width() / 3, 320));
    QRect top(left, row.top(), right - left, row.height());
    if (!line.note.isEmpty()) {
        drawText(on, {left, row.center().y() + 1, right - left, 20}, Type::Small, tokens.muted, line.note);
        top = {left, row.top() + 6, right - left, 20};
    }
    const QColor ink = line.isLeaving || line.isMuted ? tokens.faint : tokens.text;
    drawText(on, {left, top.top(), nameWidth, top.height()}, Type::Mono, ink, line.name);
    if (line.isLeaving) {
        const int width = std::min(nameWidth, QFontMetrics(fontOf(Type::Mono)).horizontalAdvance(line.name));
        painter->fillRect(QRect(left, top.center().y(), width, 1), tokens.faint);
    }
    const int valueLeft = left + nameWidth + metrics::space4;
    if (!line.isLeaving && right > valueLeft) {
        drawText(on, {valueLeft, top.top(), right - valueLeft, top.height()}, Type::Mono,
            line.isMuted ? tokens.faint : tokens.muted, line.value);
    }
    if (m_hasMenu) {
        painter->drawPixmap(more.center().x() - 7, more.center().y() - 7,
            iconPixmap(Icon::More, tokens.muted, metrics::iconSize, painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

} // namespace miaobu::app
