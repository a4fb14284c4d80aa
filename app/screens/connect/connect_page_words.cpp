#include "app/screens/common/page_header.h"
#include "app/screens/connect/choice_form.h"
#include "app/screens/connect/connect_page.h"
#include "app/theme/button_kind.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"
#include "app/widgets/stage_bar.h"

#include <QPushButton>

#include <array>

namespace miaobu::app {

namespace {

StageStep::State stateOf(std::size_t index, const ConnectState& state, bool isDone) {
    const auto current = static_cast<std::size_t>(state.step);
    if (index < current || isDone) {
        return StageStep::State::Done;
    }
    if (index > current) {
        return StageStep::State::Waiting;
    }
    return state.isBusy || state.setup.isBusy() ? StageStep::State::Active : StageStep::State::Current;
}

} // namespace

QString ConnectPage::primaryText() const {
    switch (m_state.step) {
    case ConnectState::Step::Key:
        return tr("Continue");
    case ConnectState::Step::Account:
        return m_state.isBusy ? tr("Continue") : m_state.error ? tr("Try again") : tr("Go on with this key");
    case ConnectState::Step::Choose:
        return m_state.choices.sites.isEmpty() && !m_state.isBusy ? tr("Look again") : tr("Continue");
    case ConnectState::Step::SetUp:
        break;
    }
    if (isDone()) {
        return m_state.leadsBackToDeploying ? tr("Back to deploying") : tr("Open the target");
    }
    if (m_state.setup.isBlocked() || (m_state.setup.steps.isEmpty() && !m_state.setup.isBusy())) {
        return tr("Look again");
    }
    return m_state.setup.phase == SetupView::Phase::Stopped ? tr("Go on") : tr("Set up for me");
}

void ConnectPage::showButtons() {
    const bool runs = m_state.setup.phase == SetupView::Phase::Running;
    // Without a site the one thing to do, here or in the console, has a button of its own.
    const bool isEmpty = m_state.choices.sites.isEmpty() && m_state.choices.failures.isEmpty();
    const bool isElsewhere
        = m_state.step == ConnectState::Step::Choose && !m_state.isBusy && (isEmpty || m_choices->isAddingSite());
    setButtonKind(*m_next, isElsewhere ? ButtonKind::Secondary : ButtonKind::Primary);
    m_next->setText(primaryText());
    m_next->setEnabled(canGoOn());
    m_back->setVisible(!isDone());
    m_back->setText(m_state.step != ConnectState::Step::SetUp ? tr("Cancel") : runs ? tr("Stop") : tr("Later"));
}

void ConnectPage::retranslate() {
    m_header->setTitle(tr("Connect Aliyun"));
    m_subtitle->setText(m_state.step == ConnectState::Step::SetUp
            ? tr("%1 is stored on this computer; its secret is kept where you chose.").arg(m_state.config.name)
            : tr("Your sites go into your own account. Nothing is stored before you have chosen what to use."));
    const std::array titles{tr("Access key"), tr("Account"), tr("Choose"), tr("Set up")};
    QList<StageStep> steps;
    for (std::size_t index = 0; index < titles.size(); ++index) {
        steps.append({titles.at(index), {}, stateOf(index, m_state, isDone())});
    }
    m_steps->setSteps(steps);
    m_busyText->setText(m_state.step == ConnectState::Step::Choose ? tr("Storing the target…")
            : m_state.identity                                     ? tr("Looking at what the account has…")
                                                                   : tr("Asking Alibaba Cloud whose key this is…"));
    m_done->setWords(
        tr("%1 is ready.").arg(m_state.config.name), tr("Choose it under “Publish to” in a project, and deploy."));
    showButtons();
}

} // namespace miaobu::app
