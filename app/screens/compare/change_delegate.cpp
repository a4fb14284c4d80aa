#include "app/screens/compare/change_delegate.h"

#include "app/models/file_change_model.h"
#include "app/text/difference_text.h"
#include "app/text/visible_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QLocale>

namespace miaobu::app {

namespace {

constexpr int rowHeight = 36;
constexpr int signWidth = 24;
constexpr int indent = 16;

Tone toneOf(FileChange::Kind kind) {
    switch (kind) {
    case FileChange::Kind::Added:
        return Tone::Live;
    case FileChange::Kind::Removed:
        return Tone::Failed;
    case FileChange::Kind::Changed:
        break;
    }
    return Tone::Building;
}

void drawChevron(QPainter& painter, QPointF middle, bool isFolded, const Tokens& tokens) {
    constexpr int size = 12;
    painter.save();
    painter.translate(middle);
    painter.rotate(isFolded ? -90 : 0);
    painter.drawPixmap(QPointF(-size / 2.0, -size / 2.0),
        iconPixmap(Icon::ChevronDown, tokens.muted, size, painter.device()->devicePixelRatioF()));
    painter.restore();
}

} // namespace

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, rowHeight};
}

void ChangeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto change = index.data(FileChangeModel::ChangeRole).value<FileChange>();
    const Tokens& tokens = tokensFor(option.palette);
    const QRect row = option.rect.adjusted(metrics::space1, 1, -metrics::space1, -1);
    painter->save();
    if (option.state & QStyle::State_Selected) {
        drawPanel(*painter, row, tokens.selection, Qt::transparent, metrics::controlRadius);
    } else if (option.state & QStyle::State_MouseOver) {
        drawPanel(*painter, row, tokens.ground, Qt::transparent, metrics::controlRadius);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(*painter, row, tokens, metrics::controlRadius);
    }
    const auto text = [painter, &row](int left, int right, const QFont& font, const QColor& ink, const QString& words,
                          Qt::Alignment side, Qt::TextElideMode cut) {
        const QRect place(left, row.top(), std::max(0, right - left), row.height());
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(place, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(words, cut, place.width()));
    };
    const int left = row.left() + metrics::space2 + indent * index.data(FileChangeModel::DepthRole).toInt();
    if (!index.data(FileChangeModel::FolderRole).toString().isEmpty()) {
        const QString count = QLocale().toString(index.data(FileChangeModel::CountRole).toInt());
        const QFont note = fontOf(Type::Small);
        const int countLeft = row.right() - metrics::space2 - QFontMetrics(note).horizontalAdvance(count);
        drawChevron(*painter, QPointF(left + 8, row.center().y() + 1), index.data(FileChangeModel::FoldedRole).toBool(),
            tokens);
        text(countLeft, row.right() - metrics::space2, note, tokens.muted, count, Qt::AlignRight, Qt::ElideNone);
        text(left + signWidth, countLeft - metrics::space2, fontOf(Type::Text), tokens.muted,
            visibleText(index.data().toString()), Qt::AlignLeft, Qt::ElideMiddle);
        return painter->restore();
    }
    text(left, left + signWidth - metrics::space2, fontOf(Type::Heading), tokens.of(toneOf(change.kind)).ink,
        signOf(change.kind), Qt::AlignHCenter, Qt::ElideNone);
    const QString growth = growthText(change.sizeAfter - change.sizeBefore);
    const QFont small = fontOf(Type::Small);
    const int right = row.right() - metrics::space2;
    const int sizeLeft = right - QFontMetrics(small).horizontalAdvance(growth);
    text(sizeLeft, right, small, tokens.muted, growth, Qt::AlignRight, Qt::ElideNone);
    text(left + signWidth, sizeLeft - metrics::space2, fontOf(Type::Text), tokens.text,
        visibleText(index.data().toString()), Qt::AlignLeft, Qt::ElideMiddle);
    painter->restore();
}

} // namespace miaobu::app
