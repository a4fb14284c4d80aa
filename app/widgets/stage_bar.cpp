#include "app/widgets/stage_bar.h"

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QFontMetrics>
#include <QPainter>

namespace miaobu::app {

namespace {

constexpr int badge = 20;
constexpr int gap = 8;
constexpr int noteWidth = 44; ///< Kept free, so that the bar does not jump as the seconds run.

int titleWidth(const StageStep& step) {
    return QFontMetrics(fontOf(Type::Heading)).horizontalAdvance(step.title);
}

int noteSpace(const StageStep& step) {
    const bool shown = step.state == StageStep::State::Active || !step.note.isEmpty();
    return shown ? std::max(noteWidth, QFontMetrics(fontOf(Type::Small)).horizontalAdvance(step.note) + gap) : gap;
}

/// How much is said of a step: everything; no times; or, where it is narrow, the name of the one that matters alone.
enum class Words { All, Titles, Current };

bool matters(const StageStep& step) {
    return step.state == StageStep::State::Active || step.state == StageStep::State::Failed
        || step.state == StageStep::State::Current;
}

int stepWidth(const StageStep& step, Words words) {
    if (words == Words::Current && !matters(step)) {
        return badge;
    }
    return badge + gap + titleWidth(step) + (words == Words::All ? noteSpace(step) : 0);
}

int allWidth(const QList<StageStep>& steps, Words words) {
    int width = 0;
    for (const StageStep& step : steps) {
        width += stepWidth(step, words) + 2 * gap;
    }
    return width;
}

} // namespace

StageBar::StageBar(QWidget* parent) : QWidget(parent), m_turning([this] { update(); }) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageBar::setSteps(const QList<StageStep>& steps) {
    if (m_steps == steps) {
        return;
    }
    m_steps = steps;
    QStringList spoken;
    bool active = false;
    for (const StageStep& step : steps) {
        active = active || step.state == StageStep::State::Active;
        spoken.append(step.note.isEmpty() ? step.title : step.title + QLatin1Char(' ') + step.note);
    }
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    m_turning.setRunning(active);
    updateGeometry();
    update();
}

QSize StageBar::sizeHint() const {
    return {allWidth(m_steps, Words::All) + static_cast<int>(m_steps.size()) * gap, metrics::pageMargin};
}

QSize StageBar::minimumSizeHint() const {
    return {allWidth(m_steps, Words::Current), metrics::pageMargin};
}

void StageBar::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    const Words words = allWidth(m_steps, Words::All) <= width() ? Words::All
        : allWidth(m_steps, Words::Titles) <= width()            ? Words::Titles
                                                                 : Words::Current;
    int used = 0;
    for (const StageStep& step : m_steps) {
        used += stepWidth(step, words);
    }
    const auto joints = std::max<qsizetype>(1, m_steps.size() - 1);
    const int joint = static_cast<int>((width() - used) / joints);
    int x = 0;
    const int middle = height() / 2;
    for (qsizetype index = 0; index < m_steps.size(); ++index) {
        const StageStep& step = m_steps.at(index);
        drawBadge(painter, QRectF(x, middle - badge / 2, badge, badge), index);
        if (words != Words::Current || matters(step)) {
            drawWords(painter, step, x + badge + gap, words == Words::All);
        }
        x += stepWidth(step, words);
        if (index + 1 < m_steps.size()) {
            QColor line = step.state == StageStep::State::Done ? tokens.live.ink : tokens.line;
            line.setAlphaF(step.state == StageStep::State::Done ? 0.55F : 1.0F);
            painter.fillRect(QRect(x + gap, middle - 1, std::max(0, joint - 2 * gap), 2), line);
        }
        x += joint;
    }
}

void StageBar::drawWords(QPainter& painter, const StageStep& step, int x, bool withNote) const {
    const Tokens& tokens = tokensFor(palette());
    const bool waiting = step.state == StageStep::State::Waiting;
    painter.setFont(fontOf(waiting ? Type::Text : Type::Heading));
    painter.setPen(waiting ? tokens.muted : tokens.text);
    painter.drawText(QRect(x, 0, titleWidth(step) + 4, height()), Qt::AlignLeft | Qt::AlignVCenter, step.title);
    if (withNote) {
        painter.setFont(fontOf(Type::Small));
        painter.setPen(tokens.muted);
        painter.drawText(QRect(x + titleWidth(step) + gap, 0, noteSpace(step), height()),
            Qt::AlignLeft | Qt::AlignVCenter, step.note);
    }
}

void StageBar::drawBadge(QPainter& painter, const QRectF& rect, qsizetype index) const {
    const Tokens& tokens = tokensFor(palette());
    const StageStep::State state = m_steps.at(index).state;
    const Tone tone = state == StageStep::State::Done ? Tone::Live
        : state == StageStep::State::Active           ? Tone::Building
        : state == StageStep::State::Failed           ? Tone::Failed
                                                      : Tone::Idle;
    const bool isCurrent = state == StageStep::State::Current;
    drawPanel(painter, rect, isCurrent ? tokens.accent : tokens.of(tone).soft, Qt::transparent, badge / 2.0);
    const QRectF inner = rect.adjusted(4, 4, -4, -4);
    if (state == StageStep::State::Done) {
        painter.drawPixmap(inner.topLeft(), iconPixmap(Icon::Check, tokens.live.ink, 12, devicePixelRatioF()));
    } else if (state == StageStep::State::Waiting || isCurrent) {
        painter.setFont(fontOf(Type::Section));
        painter.setPen(isCurrent ? tokens.onAccent : tokens.muted);
        painter.drawText(rect, Qt::AlignCenter, QString::number(index + 1));
    } else {
        drawMark(painter, inner, tone, tokens, m_turning.turn());
    }
}

} // namespace miaobu::app
