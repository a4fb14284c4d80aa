#include "app/screens/common/setup_card.h"

#include "app/text/setup_text.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>

namespace miaobu::app {

namespace {

CheckLine::State lineState(SetupStep::State state) {
    switch (state) {
    case SetupStep::State::Present:
    case SetupStep::State::Done:
        return CheckLine::State::Done;
    case SetupStep::State::Running:
        return CheckLine::State::Active;
    case SetupStep::State::Failed:
        return CheckLine::State::Failed;
    case SetupStep::State::Different:
    case SetupStep::State::Blocked:
        return CheckLine::State::Attention;
    case SetupStep::State::Missing:
        break;
    }
    return CheckLine::State::Waiting;
}

CheckLine lineOf(const SetupStep& step) {
    QStringList note{setupNote(step), setupUndo(step)};
    if (step.state == SetupStep::State::Failed && step.error) {
        note = {wordsFor(*step.error).what};
    }
    note.removeAll(QString());
    return {setupPartTitle(step.part), step.subject, note.join(QLatin1Char(' ')), setupStateTitle(step.state),
        lineState(step.state)};
}

} // namespace

SetupCard::SetupCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_ring(new BusyRing(16)), m_buttons(new QHBoxLayout), m_list(new CheckList) {
    m_text->setObjectName(QStringLiteral("setupText"));
    m_list->setObjectName(QStringLiteral("setupSteps"));
    m_buttons->setSpacing(metrics::space2);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space2);
    top->addWidget(m_title);
    top->addWidget(m_ring);
    top->addStretch(1);
    top->addLayout(m_buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space1);
    column->addLayout(top);
    column->addWidget(m_text);
    column->addWidget(m_list);
    m_list->setContentsMargins(0, metrics::space2, 0, 0);
    retranslate();
}

void SetupCard::setView(const SetupView& view) {
    m_view = view;
    retranslate();
}

void SetupCard::retranslate() {
    m_title->setText(tr("Setup"));
    m_ring->setVisible(m_view.isBusy());
    QList<CheckLine> lines;
    for (const SetupStep& step : m_view.steps) {
        lines.append(lineOf(step));
    }
    m_list->setLines(lines);
    m_list->setVisible(!lines.isEmpty());
    switch (m_view.phase) {
    case SetupView::Phase::Unknown:
        return m_text->setText(tr("What the account needs for your sites, and what of it is there."));
    case SetupView::Phase::Planning:
        return m_text->setText(tr("Looking at what is there. Nothing is changed."));
    case SetupView::Phase::Running:
        return m_text->setText(tr("Making what is missing. You can stop at any time and go on later."));
    case SetupView::Phase::Stopped:
        return m_text->setText(tr("Stopped before everything was there. Going on does not repeat what is done."));
    case SetupView::Phase::Planned:
    case SetupView::Phase::Done:
        break;
    }
    m_text->setText(m_view.isComplete() ? tr("Everything is there.")
            : m_view.isBlocked()        ? tr("Something has to be done in the console first.")
                                        : tr("This is what Miaobu would make, and how to undo it."));
}

void SetupCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
