#include "app/screens/project/run_card.h"

#include "app/screens/project/project_intents.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

RunCard::RunCard(ProjectIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_pill(new Pill),
      m_note(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)), m_left(new Label(Type::Text, Ink::Muted)),
      m_log(new QPushButton), m_cancel(new QPushButton), m_bar(new StageBar) {
    m_left->setObjectName(QStringLiteral("timeLeft"));
    m_bar->setObjectName(QStringLiteral("stageBar"));
    m_cancel->setObjectName(QStringLiteral("cancelRun"));
    m_cancel->setIcon(iconOf(Icon::Stop));
    setButtonKind(*m_log, ButtonKind::Quiet);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space3);
    top->addWidget(m_title);
    top->addWidget(m_pill);
    top->addWidget(m_note, 1);
    top->addWidget(m_left);
    top->addWidget(m_log);
    top->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    column->setSpacing(metrics::space2);
    column->addLayout(top);
    column->addWidget(m_bar);
    connect(m_cancel, &QPushButton::clicked, &intents, &ProjectIntents::cancel);
    connect(m_log, &QPushButton::clicked, this, [this, out = &intents] {
        if (const auto active = m_state.active()) {
            emit out->showLog(active->id);
        }
    });
}

void RunCard::setState(const ProjectState& state) {
    m_state = state;
    retranslate();
}

QString RunCard::leftText(qint64 milliseconds) {
    // Calmer than a number that changes every second.
    const qint64 step = milliseconds > 60'000 ? 10'000 : milliseconds > 10'000 ? 5'000 : 1'000;
    const qint64 rounded = (milliseconds + step - 1) / step * step;
    return rounded < 2'000 ? tr("Almost done")
                           : tr("about %1 left").arg(durationText(std::chrono::milliseconds(rounded)));
}

void RunCard::retranslate() {
    m_log->setText(tr("Show log"));
    m_cancel->setText(tr("Cancel"));
    const auto active = m_state.active();
    if (!active) {
        return;
    }
    m_title->setText(QStringLiteral("#%1").arg(active->number));
    m_pill->setState(active->state == DeploymentState::Queued ? stateTitle(active->state)
            : active->stage >= Stage::Route                   ? stateTitle(*active)
                                                              : tr("%1 %").arg(percentOf(m_state.run)),
        Tone::Building);
    m_note->setText(m_state.run.stage == Stage::Queue && m_state.run.ahead > 0
            ? tr("Waiting for a free slot; %n before it", nullptr, m_state.run.ahead)
            : m_state.run.stage == Stage::Queue ? tr("Waiting for a free slot")
                                                : active->revision.message);
    m_left->setText(leftText(m_state.timeLeft));
    m_left->setVisible(m_state.timeLeft >= 0);
    m_cancel->setEnabled(m_state.run.cancellable);
    m_cancel->setToolTip(
        m_state.run.cancellable ? QString() : tr("It is going live now. Roll back afterwards instead."));
    m_bar->setSteps(m_state.steps);
}

void RunCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
