#include "app/shell/project_delegate.h"

#include "app/models/project_list_model.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

namespace miaobu::app {

ProjectDelegate::ProjectDelegate(std::function<void()> onFrame, QObject* parent)
    : QStyledItemDelegate(parent), m_turning(std::move(onFrame)) { }

bool ProjectDelegate::hasHead(const QModelIndex& index) {
    return index.row() > 0 && !index.data(ProjectListModel::PinnedRole).toBool()
        && index.siblingAtRow(index.row() - 1).data(ProjectListModel::PinnedRole).toBool();
}

QSize ProjectDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {160, metrics::sidebarRowHeight * (hasHead(index) ? 2 : 1)};
}

void ProjectDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& tokens = tokensFor(option.palette);
    QRect row = option.rect.adjusted(8, 1, -8, -1);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (hasHead(index)) {
        painter->setFont(fontOf(Type::Section));
        painter->setPen(tokens.faint);
        painter->drawText(option.rect.adjusted(metrics::space5, 0, 0, -metrics::sidebarRowHeight - metrics::space1),
            Qt::AlignLeft | Qt::AlignBottom, tr("Projects").toUpper());
        row.setTop(option.rect.top() + metrics::sidebarRowHeight + 1);
    }
    if (selected || (option.state & QStyle::State_MouseOver)) {
        drawPanel(*painter, row, selected ? tokens.selection : tokens.hover, Qt::transparent, metrics::controlRadius);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(*painter, row, tokens, metrics::controlRadius);
    }
    const auto tone = static_cast<Tone>(index.data(ProjectListModel::ToneRole).toInt());
    drawMark(*painter,
        QRectF(
            row.left() + 9, row.top() + (row.height() - metrics::markSize) / 2.0, metrics::markSize, metrics::markSize),
        tone, tokens, m_turning.turn());
    int right = row.right() - 10;
    const auto note = [&](const QString& words) {
        painter->setFont(fontOf(Type::Small));
        painter->setPen(tokens.muted);
        painter->drawText(
            QRect(row.left(), row.top(), right - row.left(), row.height()), Qt::AlignRight | Qt::AlignVCenter, words);
        right -= QFontMetrics(fontOf(Type::Small)).horizontalAdvance(words) + 8;
    };
    if (const QString removal = index.data(ProjectListModel::RemovedRole).toString(); !removal.isEmpty()) {
        note(removal);
    } else if (const int percent = index.data(ProjectListModel::PercentRole).toInt(); percent >= 0) {
        note(tr("%1 %").arg(percent));
    }
    const QFont font = fontOf(selected ? Type::Heading : Type::Text);
    const QRect text(row.left() + 28, row.top(), right - row.left() - 28, row.height());
    painter->setFont(font);
    painter->setPen(tokens.text);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace miaobu::app
