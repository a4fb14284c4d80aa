#include "app/shell/activity_pill.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QEvent>
#include <QStyleOption>

namespace miaobu::app {

ActivityPill::ActivityPill(QWidget* parent) : QAbstractButton(parent), m_turning([this] { update(); }) {
    setObjectName(QStringLiteral("activityPill"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setFont(fontOf(Type::SmallStrong));
    setAttribute(Qt::WA_Hover);
}

Tone ActivityPill::tone() const {
    if (m_summary.running > 0 || m_summary.queued > 0) {
        return Tone::Building;
    }
    return m_summary.failed > 0 ? Tone::Failed : Tone::Idle;
}

void ActivityPill::setSummary(const ActivitySummary& summary) {
    m_summary = summary;
    setText(summaryText(summary));
    setAccessibleDescription(tr("Opens the activity"));
    turn();
    updateGeometry();
    update();
}

void ActivityPill::turn() {
    m_turning.setRunning(isVisible() && m_summary.running > 0);
}

QSize ActivityPill::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + metrics::markSize + metrics::space2 + 2 * metrics::space3,
        metrics::controlHeight};
}

void ActivityPill::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    drawPanel(painter, rect(), underMouse() ? tokens.hover : tokens.card, tokens.line, height() / 2.0);
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(painter, rect(), tokens, height() / 2.0);
    }
    const QRectF mark(metrics::space3, (height() - metrics::markSize) / 2.0, metrics::markSize, metrics::markSize);
    drawMark(painter, mark, tone(), tokens, m_turning.turn());
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(static_cast<int>(mark.right()) + metrics::space2, 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, text());
}

void ActivityPill::showEvent(QShowEvent*) {
    turn();
}

void ActivityPill::hideEvent(QHideEvent*) {
    m_turning.setRunning(false);
}

void ActivityPill::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setSummary(m_summary);
    }
    QAbstractButton::changeEvent(event);
}

} // namespace miaobu::app
