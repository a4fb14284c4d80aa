#include "app/screens/project/deployment_delegate.h"

#include "app/models/deployment_list_model.h"
#include "app/models/project_list_model.h"
#include "app/text/error_text.h"
#include "app/text/state_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QPainter>

namespace miaobu::app {

namespace {

constexpr int moreWidth = 44;
constexpr int roomForDuration = 640;
constexpr int wideEnough = 760; ///< From here on the size is shown, too.

QString pillText(const Deployment& deployment, int percent) {
    return percent >= 0 && deployment.stage < Stage::Route
        ? DeploymentDelegate::tr("%1 %2 %").arg(stateTitle(deployment)).arg(percent)
        : stateTitle(deployment);
}

int pillColumn() {
    int widest = 0;
    for (const DeploymentState state :
        {DeploymentState::Queued, DeploymentState::Live, DeploymentState::Ready, DeploymentState::Failed,
            DeploymentState::Cancelled, DeploymentState::Interrupted, DeploymentState::Purged}) {
        widest = std::max(widest, pillWidth(stateTitle(state)));
    }
    return std::max(widest, pillWidth(stateTitle(DeploymentState::Running) + QStringLiteral(" 99 %")))
        + metrics::space4;
}

QString messageOf(const Deployment& deployment) {
    if (deployment.failure) {
        return wordsFor(*deployment.failure).what;
    }
    if (!deployment.revision.message.isEmpty()) {
        return deployment.revision.message;
    }
    return isActive(deployment.state) && deployment.revision.tree.isEmpty()
        ? QString()
        : DeploymentDelegate::tr("The folder as it was");
}

QString durationOf(const Deployment& deployment) {
    if (!deployment.finishedAt.isValid()) {
        return {};
    }
    return durationText(std::chrono::milliseconds(deployment.createdAt.msecsTo(deployment.finishedAt)));
}

} // namespace

QRect DeploymentDelegate::moreRect(const QRect& row) {
    return {row.right() - moreWidth, row.top(), moreWidth, row.height()};
}

QSize DeploymentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {320, metrics::rowHeight};
}

void DeploymentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto deployment = index.data(DeploymentListModel::DeploymentRole).value<Deployment>();
    const Tokens& tokens = tokensFor(option.palette);
    const QRect row = option.rect;
    painter->save();
    const bool current = option.state & QStyle::State_HasFocus;
    if (option.state & QStyle::State_MouseOver) {
        drawPanel(*painter, row.adjusted(4, 4, -4, -4), tokens.ground, Qt::transparent, metrics::controlRadius);
    }
    if (current && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(*painter, row.adjusted(4, 4, -4, -4), tokens, metrics::controlRadius);
    }
    if (index.row() > 0) {
        painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), tokens.line);
    }
    int x = row.left() + metrics::space5;
    const auto text
        = [&](const QRect& rect, const QFont& font, const QColor& ink, const QString& words, Qt::Alignment side) {
              painter->setFont(font);
              painter->setPen(ink);
              painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                  QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
          };
    text({x, row.top(), 48, row.height()}, fontOf(Type::Heading), tokens.text,
        QStringLiteral("#%1").arg(deployment.number), Qt::AlignLeft);
    x += 48;
    drawPill(*painter, {x, row.top(), 10, row.height()},
        pillText(deployment, index.data(DeploymentListModel::PercentRole).toInt()), toneOf(deployment.state), tokens);
    x += pillColumn();
    const QFont mono = fontOf(Type::Mono);
    const int commitWidth = QFontMetrics(mono).horizontalAdvance(QStringLiteral("0000000")) + metrics::space4;
    text({x, row.top(), commitWidth, row.height()}, mono, tokens.muted,
        deployment.revision.commit.isEmpty() ? QStringLiteral("–") : shortCommit(deployment.revision.commit),
        Qt::AlignLeft);
    x += commitWidth;

    int right = row.right() - moreWidth;
    const auto cell = [&](int width, const QString& words) {
        text({right - width, row.top(), width, row.height()}, fontOf(Type::Text), tokens.muted, words, Qt::AlignRight);
        right -= width + metrics::space2;
    };
    if (row.width() >= roomForDuration) {
        cell(84, durationOf(deployment));
    }
    cell(96, timeAgo(deployment.createdAt, QDateTime::currentDateTimeUtc()));
    if (row.width() >= wideEnough) {
        cell(72, deployment.byteCount > 0 ? sizeText(deployment.byteCount) : QString());
    }
    const qreal scale = painter->device()->devicePixelRatioF();
    if (deployment.pinned) {
        right -= metrics::iconSize + metrics::space2;
        painter->drawPixmap(right, row.center().y() - 7, iconPixmap(Icon::Pin, tokens.muted, metrics::iconSize, scale));
    }
    text({x, row.top(), std::max(0, right - x - metrics::space2), row.height()}, fontOf(Type::Text),
        deployment.failure ? tokens.muted : tokens.text, messageOf(deployment), Qt::AlignLeft);
    const QRect more = moreRect(row);
    painter->drawPixmap(
        more.center().x() - 7, more.center().y() - 7, iconPixmap(Icon::More, tokens.muted, metrics::iconSize, scale));
    painter->restore();
}

} // namespace miaobu::app
