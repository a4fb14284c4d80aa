#include "app/screens/connect/connect_page.h"

#include "app/screens/common/page_header.h"
#include "app/screens/common/setup_card.h"
#include "app/screens/connect/account_card.h"
#include "app/screens/connect/choice_form.h"
#include "app/screens/connect/key_form.h"
#include "app/text/console_pages.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"
#include "app/widgets/scroll_page.h"
#include "app/widgets/stage_bar.h"
#include "core/secrets/secret_bytes.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace miaobu::app {

namespace {

bool areSame(const CloudChoices& first, const CloudChoices& second) {
    return first.buckets == second.buckets && first.sites == second.sites && first.sitePlans == second.sitePlans
        && first.kvNamespaces == second.kvNamespaces && first.routines == second.routines
        && first.registryNamespaces == second.registryNamespaces && first.failures.size() == second.failures.size();
}

} // namespace

ConnectPage::ConnectPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_subtitle(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_back(new QPushButton), m_next(new QPushButton), m_steps(new StageBar), m_error(new ErrorCard),
      m_done(new Notice(Tone::Live)), m_account(new AccountCard), m_busyText(new Label(Type::Text, Ink::Muted)),
      m_key(new KeyForm), m_choices(new ChoiceForm), m_setup(new SetupCard) {
    setObjectName(QStringLiteral("connectPage"));
    m_back->setObjectName(QStringLiteral("connectBack"));
    m_next->setObjectName(QStringLiteral("connectNext"));
    m_error->setObjectName(QStringLiteral("connectError"));
    m_done->setObjectName(QStringLiteral("connectDone"));
    m_steps->setObjectName(QStringLiteral("connectSteps"));
    m_account->setObjectName(QStringLiteral("accountCard"));
    m_key->setObjectName(QStringLiteral("keyForm"));
    m_choices->setObjectName(QStringLiteral("choiceForm"));
    m_setup->setObjectName(QStringLiteral("setupCard"));
    setButtonKind(*m_next, ButtonKind::Primary);
    m_header->line().addWidget(m_subtitle, 1);
    m_header->addButton(m_back);
    m_header->addButton(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // The keyboard reaches the fields before the buttons that act on them.
    column->addWidget(buildBody(), 1);
    column->insertWidget(0, m_header);
    connectParts();
    setState({});
}

QWidget* ConnectPage::buildBody() {
    auto* bar = new Card;
    auto* barRow = new QHBoxLayout(bar);
    barRow->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    barRow->addWidget(m_steps);
    m_busy = buildBusy();
    auto* body = new ScrollPage;
    body->column().addWidget(bar);
    body->column().addWidget(m_error);
    body->column().addWidget(m_done);
    body->column().addWidget(m_account);
    body->column().addWidget(m_busy);
    body->column().addWidget(m_key);
    body->column().addWidget(m_choices);
    body->column().addWidget(m_setup);
    body->column().addStretch();
    return body;
}

QWidget* ConnectPage::buildBusy() {
    auto* card = new Card;
    card->setObjectName(QStringLiteral("connectBusy"));
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    row->setSpacing(metrics::space3);
    row->addWidget(new BusyRing(16));
    row->addWidget(m_busyText, 1);
    return card;
}

void ConnectPage::connectParts() {
    connect(m_next, &QPushButton::clicked, this, &ConnectPage::goOn);
    connect(m_back, &QPushButton::clicked, this, &ConnectPage::goBack);
    connect(m_error, &ErrorCard::actionRequested, this, &ConnectPage::act);
    connect(m_key, &KeyForm::edited, this, &ConnectPage::showButtons);
    connect(m_key, &KeyForm::submitted, this, &ConnectPage::goOn);
    connect(m_key, &KeyForm::consoleRequested, this, [this] { emit pageRequested(console::accessKeys()); });
    connect(m_choices, &ChoiceForm::edited, this, &ConnectPage::showButtons);
    connect(m_choices, &ChoiceForm::submitted, this, &ConnectPage::goOn);
    connect(m_choices, &ChoiceForm::consoleRequested, this, [this] { emit pageRequested(console::esa()); });
    connect(m_choices, &ChoiceForm::siteEntered, this, &ConnectPage::siteEntered);
    connect(m_choices, &ChoiceForm::siteLookRequested, this, &ConnectPage::siteLookRequested);
    connect(m_choices, &ChoiceForm::copyRequested, this, &ConnectPage::copyRequested);
    connect(m_account, &AccountCard::anotherKeyRequested, this, &ConnectPage::anotherKeyRequested);
    connect(m_account, &AccountCard::consoleRequested, this, [this] { emit pageRequested(console::ramUsers()); });
}

void ConnectPage::forget() {
    m_key->forget();
}

bool ConnectPage::isDone() const {
    return m_state.step == ConnectState::Step::SetUp && m_state.setup.isComplete() && !m_state.setup.isBusy();
}

void ConnectPage::setState(const ConnectState& state) {
    using Step = ConnectState::Step;
    const bool isOther = state.step != m_state.step;
    const bool isOtherForm = isOther || state.config != m_state.config;
    const bool areOtherChoices = !areSame(state.choices, m_state.choices);
    m_state = state;
    m_key->setVisible(state.step == Step::Key);
    m_account->setVisible((state.step == Step::Account || state.step == Step::Choose) && state.identity.has_value());
    m_account->setState(state);
    m_busy->setVisible(state.isBusy && state.step != Step::SetUp);
    m_choices->setVisible(state.step == Step::Choose && !state.isBusy);
    m_setup->setVisible(state.step == Step::SetUp);
    m_setup->setView(state.setup);
    m_done->setVisible(isDone());
    m_error->setVisible(state.error.has_value());
    if (state.error) {
        m_error->setError(state.error->words, state.error->details);
    }
    m_key->setEnabled(!state.isBusy);
    if (state.step == Step::Key) {
        m_key->setAccessKeyId(state.config.accessKeyId);
        m_key->setKeep(state.keep);
    }
    if (state.step == Step::Choose && isOtherForm) {
        m_choices->setChoices(state.config, state.choices, state.takenNames);
    } else if (state.step == Step::Choose && areOtherChoices) {
        m_choices->takeChoices(state.choices);
    }
    m_choices->setSiteProgress(state.site);
    if (isOther && state.step == Step::Key) {
        m_key->focusFirst();
    } else if (isOther) {
        m_next->setFocus(Qt::OtherFocusReason);
    }
    retranslate();
}

bool ConnectPage::canGoOn() const {
    switch (m_state.step) {
    case ConnectState::Step::Key:
        return !m_state.isBusy && m_key->isComplete();
    case ConnectState::Step::Account:
        return !m_state.isBusy;
    case ConnectState::Step::Choose:
        return !m_state.isBusy && m_state.site.work == SiteProgress::Work::None
            && (m_choices->isReady() || m_state.choices.sites.isEmpty());
    case ConnectState::Step::SetUp:
        break;
    }
    return !m_state.setup.isBusy();
}

void ConnectPage::goOn() {
    if (!canGoOn()) {
        return;
    }
    switch (m_state.step) {
    case ConnectState::Step::Key: {
        TargetConfig endpoints;
        m_key->fillEndpoints(endpoints);
        const KeepSecret keep = m_key->keep();
        AccessKey key = m_key->takeKey();
        emit keyEntered(key, keep, endpoints);
        wipe(key.secret);
        return wipe(key.token);
    }
    case ConnectState::Step::Account:
        return m_state.identity && !m_state.error ? emit accountAccepted() : emit lookAgainRequested();
    case ConnectState::Step::Choose:
        return m_choices->isReady() ? emit chosen(m_choices->config()) : emit lookAgainRequested();
    case ConnectState::Step::SetUp:
        break;
    }
    if (isDone()) {
        emit doneRequested();
    } else if (m_state.setup.isBlocked() || m_state.setup.steps.isEmpty()) {
        emit lookAgainRequested();
    } else {
        emit setUpRequested();
    }
}

void ConnectPage::goBack() {
    if (m_state.step == ConnectState::Step::SetUp && m_state.setup.phase == SetupView::Phase::Running) {
        emit stopRequested();
    } else {
        emit leaveRequested();
    }
}

void ConnectPage::act(ErrorAction action) {
    switch (action) {
    case ErrorAction::KeepForSession:
        return emit sessionOnlyAccepted();
    case ErrorAction::OpenConsole:
    case ErrorAction::OpenPage:
        return emit pageRequested(m_state.error ? m_state.error->words.link : QUrl());
    case ErrorAction::EnterKey:
    case ErrorAction::EditSettings:
        return m_state.step == ConnectState::Step::Key ? m_key->focusFirst() : emit anotherKeyRequested();
    case ErrorAction::Retry:
    case ErrorAction::Resume:
        return m_state.step == ConnectState::Step::Key ? m_key->focusFirst() : goOn();
    case ErrorAction::DeployCommit:
    case ErrorAction::None:
    case ErrorAction::ChooseAnotherFolder:
    case ErrorAction::ShowLog:
    case ErrorAction::EditVariables:
    case ErrorAction::UsePackage:
    case ErrorAction::BuildInContainer:
    case ErrorAction::UsePort:
    case ErrorAction::SignIn:
        return;
    }
}

void ConnectPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !isDone()) {
        return goBack();
    }
    QWidget::keyPressEvent(event);
}

void ConnectPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
