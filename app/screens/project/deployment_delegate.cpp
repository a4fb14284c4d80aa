#include "app/screens/project/deployment_delegate.h"

#include "app/models/deployment_list_model.h"
#include "app/screens/project/deployment_cells.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace miaobu::app {

namespace {

constexpr int moreWidth = 44;
constexpr int buttonWidth = 32;
constexpr int fullHeight = 72;

bool isComplete(DeploymentState state) {
    return state == DeploymentState::Live || state == DeploymentState::Ready;
}

bool hasDetail(DeploymentState state) {
    return state == DeploymentState::Live || state == DeploymentState::Failed;
}

Icon iconFor(PrimaryDeed deed) {
    return deed == PrimaryDeed::Open ? Icon::Open : deed == PrimaryDeed::RollBack ? Icon::RollBack : Icon::Log;
}

QString titleFor(PrimaryDeed deed) {
    return deed == PrimaryDeed::Open    ? DeploymentDelegate::tr("Open site")
        : deed == PrimaryDeed::RollBack ? DeploymentDelegate::tr("Roll back to this…")
                                        : DeploymentDelegate::tr("Show log");
}

Deployment deploymentAt(const QModelIndex& index) {
    return index.data(DeploymentListModel::DeploymentRole).value<Deployment>();
}

bool isLiveSite(const Deployment& deployment) {
    return deployment.state == DeploymentState::Live && deployment.preview.isEmpty();
}

DeploymentState stateAt(const QModelIndex& index) {
    return static_cast<DeploymentState>(index.data(DeploymentListModel::StateRole).toInt());
}

} // namespace

PrimaryDeed primaryDeed(const Deployment& deployment) {
    // What was shown beside the site is nothing for the site to go back to.
    const bool canAnswer = deployment.state == DeploymentState::Ready && deployment.preview.isEmpty();
    return deployment.state == DeploymentState::Live ? PrimaryDeed::Open
        : canAnswer                                  ? PrimaryDeed::RollBack
                                                     : PrimaryDeed::ShowLog;
}

DeploymentDelegate::Part DeploymentDelegate::partAt(const QRect& row, QPoint place, DeploymentState state) const {
    const int fromRight = row.right() - place.x();
    if (fromRight < moreWidth) {
        return Part::More;
    }
    if (m_rows == Rows::Short || fromRight >= moreWidth + 2 * buttonWidth) {
        return Part::Row;
    }
    if (fromRight >= moreWidth + buttonWidth) {
        return Part::Primary;
    }
    return isComplete(state) ? Part::Compare : Part::Row;
}

QSize DeploymentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {320, m_rows == Rows::Full && hasDetail(stateAt(index)) ? fullHeight : metrics::rowHeight};
}

bool DeploymentDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() == QEvent::ToolTip && index.isValid()) {
        const DeploymentState state = stateAt(index);
        switch (partAt(option.rect, event->pos(), state)) {
        case Part::Primary:
            QToolTip::showText(event->globalPos(), titleFor(primaryDeed(deploymentAt(index))), view);
            return true;
        case Part::Compare:
            QToolTip::showText(event->globalPos(),
                isLiveSite(deploymentAt(index)) ? tr("Compare with the one before") : tr("Compare with live"), view);
            return true;
        case Part::More:
            QToolTip::showText(event->globalPos(), tr("What can be done with it"), view);
            return true;
        case Part::Row:
            break;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

void DeploymentDelegate::paintDetail(
    QPainter& painter, const QRect& place, const QModelIndex& index, const QPalette& palette) const {
    const Tokens& tokens = tokensFor(palette);
    const bool failed = stateAt(index) == DeploymentState::Failed;
    const QFont font = fontOf(failed ? Type::Mono : Type::Small);
    painter.setFont(font);
    painter.setPen(failed ? tokens.failed.ink : tokens.muted);
    painter.drawText(place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(
            index.data(DeploymentListModel::DetailRole).toString(), Qt::ElideRight, place.width()));
}

void DeploymentDelegate::paintButtons(
    QPainter& painter, const QRect& row, const Deployment& deployment, const QPalette& palette) const {
    const QColor ink = tokensFor(palette).muted;
    const qreal scale = painter.device()->devicePixelRatioF();
    const auto icon = [&](int middleFromRight, Icon which) {
        painter.drawPixmap(row.right() - middleFromRight - metrics::iconSize / 2,
            row.center().y() - metrics::iconSize / 2 + 1, iconPixmap(which, ink, metrics::iconSize, scale));
    };
    icon(moreWidth / 2, Icon::More);
    if (m_rows == Rows::Full) {
        icon(moreWidth + buttonWidth + buttonWidth / 2, iconFor(primaryDeed(deployment)));
        if (isComplete(deployment.state)) {
            icon(moreWidth + buttonWidth / 2, Icon::Compare);
        }
    }
}

void DeploymentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& tokens = tokensFor(option.palette);
    const QRect row = option.rect;
    const DeploymentState state = stateAt(index);
    painter->save();
    const QRect inner = row.adjusted(4, 4, -4, -4);
    if (option.state & QStyle::State_MouseOver) {
        drawPanel(*painter, inner, tokens.ground, Qt::transparent, metrics::controlRadius);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(*painter, inner, tokens, metrics::controlRadius);
    }
    if (index.row() > 0) {
        painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), tokens.line);
    }
    const bool isFull = m_rows == Rows::Full;
    const bool detailed = isFull && hasDetail(state);
    const int right = row.right() - moreWidth - (isFull ? 2 * buttonWidth + metrics::space2 : 0);
    QRect line(row.left() + metrics::space5, row.top(), right - row.left() - metrics::space5, row.height());
    if (detailed) {
        line.setTop(row.top() + metrics::space2);
        line.setHeight(metrics::space5 + metrics::space3);
    }
    const DeploymentCells cells(*painter, tokens, line);
    const int messageLeft = cells.paint(index, isFull);
    if (detailed) {
        const int top = line.bottom() - metrics::space1;
        paintDetail(*painter,
            QRect(messageLeft, top, std::max(0, right - messageLeft), row.bottom() - metrics::space2 - top), index,
            option.palette);
    }
    paintButtons(*painter, row, deploymentAt(index), option.palette);
    painter->restore();
}

} // namespace miaobu::app
