#include "app/screens/project/deployment_cells.h"

#include "app/models/deployment_list_model.h"
#include "app/models/project_list_model.h"
#include "app/text/error_text.h"
#include "app/text/state_text.h"
#include "app/text/visible_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct CellText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::DeploymentCells)
};

// From these widths of a line on, a cell is shown.
constexpr int roomForDuration = 540;
constexpr int roomForChanges = 640;
constexpr int roomForAuthor = 780;

QString pillText(const Deployment& deployment, int percent) {
    return percent >= 0 && deployment.stage < Stage::Route
        ? CellText::tr("%1 %2 %").arg(stateTitle(deployment)).arg(percent)
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

QString messageOf(const Deployment& deployment, bool keepsMessage) {
    constexpr qsizetype longest = 300;
    if (deployment.failure && !keepsMessage) {
        return wordsFor(*deployment.failure).what;
    }
    if (!deployment.revision.message.isEmpty()) {
        return visibleText(deployment.revision.message.left(longest));
    }
    return isActive(deployment.state) && deployment.revision.tree.isEmpty() ? QString()
                                                                            : CellText::tr("The folder as it was");
}

QString durationOf(const Deployment& deployment) {
    if (!deployment.finishedAt.isValid()) {
        return {};
    }
    return durationText(std::chrono::milliseconds(deployment.createdAt.msecsTo(deployment.finishedAt)));
}

QString whoOf(const Deployment& deployment) {
    QStringList words{
        visibleText(deployment.revision.author.left(40)), visibleText(deployment.revision.branch.left(40))};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

} // namespace

void DeploymentCells::text(
    int left, int right, const QFont& font, const QColor& ink, const QString& words, Qt::Alignment side) const {
    const QRect place(left, m_line.top(), std::max(0, right - left), m_line.height());
    m_painter.setFont(font);
    m_painter.setPen(ink);
    m_painter.drawText(place, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(words, Qt::ElideRight, place.width()));
}

int DeploymentCells::paint(const QModelIndex& index, bool keepsMessage) const {
    const auto deployment = index.data(DeploymentListModel::DeploymentRole).value<Deployment>();
    const bool isGone = deployment.state == DeploymentState::Purged;
    const QColor ink = isGone ? m_tokens.muted : m_tokens.text;
    int left = m_line.left();
    text(left, left + 48, fontOf(Type::Heading), ink, QStringLiteral("#%1").arg(deployment.number), Qt::AlignLeft);
    left += 48;
    drawPill(m_painter, {left, m_line.top(), 10, m_line.height()},
        pillText(deployment, index.data(DeploymentListModel::PercentRole).toInt()), toneOf(deployment.state), m_tokens);
    left += pillColumn();
    const QFont mono = fontOf(Type::Mono);
    const int commitWidth = QFontMetrics(mono).horizontalAdvance(QStringLiteral("0000000")) + metrics::space4;
    text(left, left + commitWidth, mono, m_tokens.muted,
        deployment.revision.commit.isEmpty() ? QStringLiteral("–") : shortCommit(deployment.revision.commit),
        Qt::AlignLeft);
    left += commitWidth;

    int right = m_line.right();
    const auto cell = [&](int width, const QString& words) {
        text(right - width, right, fontOf(Type::Text), m_tokens.muted, words, Qt::AlignRight);
        right -= width + metrics::space3;
    };
    if (m_line.width() >= roomForDuration) {
        cell(64, durationOf(deployment));
    }
    cell(84, timeAgo(deployment.createdAt, QDateTime::currentDateTimeUtc()));
    if (m_line.width() >= roomForAuthor) {
        cell(112, whoOf(deployment));
    }
    if (m_line.width() >= roomForChanges) {
        // Of the live one it stands below.
        const bool isBelow = keepsMessage && deployment.state == DeploymentState::Live;
        cell(92, isBelow ? QString() : index.data(DeploymentListModel::ChangesRole).toString());
    }
    if (deployment.pinned) {
        m_painter.drawPixmap(left, m_line.center().y() - 7,
            iconPixmap(Icon::Pin, m_tokens.muted, metrics::iconSize, m_painter.device()->devicePixelRatioF()));
        left += metrics::iconSize + metrics::space2;
    }
    if (!deployment.preview.isEmpty()) {
        const QString name = CellText::tr("Preview %1").arg(deployment.preview);
        const int width = QFontMetrics(fontOf(Type::Text)).horizontalAdvance(name);
        text(left, std::min(left + width, right), fontOf(Type::Text), m_tokens.preview.ink, name, Qt::AlignLeft);
        left = std::min(left + width + metrics::space3, right);
    }
    text(left, right, fontOf(Type::Text), deployment.failure && !keepsMessage ? m_tokens.muted : ink,
        messageOf(deployment, keepsMessage), Qt::AlignLeft);
    return left;
}

} // namespace miaobu::app
