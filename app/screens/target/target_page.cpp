#include "app/screens/target/target_page.h"

#include "app/screens/common/action_card.h"
#include "app/screens/common/page_header.h"
#include "app/screens/common/setup_card.h"
#include "app/screens/target/key_card.h"
#include "app/screens/target/permissions_card.h"
#include "app/screens/target/rebuild_card.h"
#include "app/screens/target/routine_card.h"
#include "app/text/state_text.h"
#include "app/text/target_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/scroll_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTimer>

namespace miaobu::app {

TargetPage::TargetPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_facts(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_look(new QPushButton), m_switch(new QPushButton), m_setUp(new QPushButton), m_body(new ScrollPage),
      m_error(new ErrorCard), m_setup(new SetupCard), m_routine(new RoutineCard(m_intents)),
      m_permissions(new PermissionsCard(m_intents)), m_key(new KeyCard(m_intents)), m_reality(new ActionCard),
      m_rebuild(new RebuildCard(m_intents)), m_removal(new ActionCard), m_local(new ActionCard) {
    setObjectName(QStringLiteral("targetPage"));
    m_facts->setObjectName(QStringLiteral("targetFacts"));
    m_look->setObjectName(QStringLiteral("lookAgain"));
    m_switch->setObjectName(QStringLiteral("switchEmulator"));
    m_setUp->setObjectName(QStringLiteral("setUpTarget"));
    m_error->setObjectName(QStringLiteral("targetError"));
    m_setup->setObjectName(QStringLiteral("targetSetup"));
    m_reality->setObjectName(QStringLiteral("targetReality"));
    m_reality->button().setObjectName(QStringLiteral("checkTargetReality"));
    m_removal->setObjectName(QStringLiteral("removalCard"));
    m_removal->button().setObjectName(QStringLiteral("removeTarget"));
    m_local->setObjectName(QStringLiteral("localCard"));
    setButtonKind(*m_setUp, ButtonKind::Primary);
    setButtonKind(m_removal->button(), ButtonKind::Danger);
    m_header->line().addWidget(m_facts, 1);
    m_header->addButton(m_look);
    m_header->addButton(m_switch);
    m_header->addButton(m_setUp);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(buildBody(), 1);
    connect(m_look, &QPushButton::clicked, this, [this] {
        if (m_state.setup.phase == SetupView::Phase::Running) {
            emit m_intents.stop();
        } else {
            emit m_intents.lookAgain();
        }
    });
    connect(m_setUp, &QPushButton::clicked, &m_intents, &TargetIntents::setUp);
    connect(m_error, &ErrorCard::actionRequested, this, &TargetPage::act);
    connect(m_reality, &ActionCard::actionRequested, &m_intents, &TargetIntents::checkReality);
    connect(m_removal, &ActionCard::actionRequested, &m_intents, &TargetIntents::remove);
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (m_state.local.isRunning) {
            emit m_intents.stopEmulator();
        } else {
            emit m_intents.startEmulator();
        }
    });
    setState({});
}

QWidget* TargetPage::buildBody() {
    ScrollPage* const body = m_body;
    body->column().addWidget(m_error);
    body->column().addWidget(m_local);
    body->column().addWidget(m_setup);
    body->column().addWidget(m_routine);
    body->column().addWidget(m_permissions);
    body->column().addWidget(m_key);
    body->column().addWidget(m_reality);
    body->column().addWidget(m_rebuild);
    body->column().addWidget(m_removal);
    body->column().addStretch();
    return body;
}

void TargetPage::setState(const TargetState& state) {
    const bool opensKey = state.isEnteringKey && !m_state.isEnteringKey;
    m_state = state;
    const bool isLocal = state.isLocal();
    m_local->setVisible(isLocal);
    for (QWidget* card : std::initializer_list<QWidget*>{m_setup, m_routine, m_permissions, m_key, m_removal}) {
        card->setVisible(!isLocal);
    }
    m_setup->setView(state.setup);
    m_routine->setState(state);
    m_permissions->setState(state);
    m_key->setState(state);
    m_error->setVisible(state.error.has_value());
    if (state.error) {
        m_error->setError(state.error->words, state.error->details);
    }
    retranslate();
    if (opensKey) {
        // Once the form has its place.
        QTimer::singleShot(0, this, [this] { m_body->ensureWidgetVisible(m_key, 0, metrics::pageMargin); });
    }
}

void TargetPage::setRebuild(const RebuildView& view) {
    m_rebuild->setView(view);
}

void TargetPage::forget() {
    m_key->forget();
}

void TargetPage::showHeader() {
    using Health = TargetState::Health;
    const Health health = m_state.health();
    const bool isLooking = m_state.permissions.isChecking || m_state.setup.phase == SetupView::Phase::Planning;
    const QString title = health == Health::Busy && isLooking ? tr("Checking")
        : health == Health::Ready && m_state.isLocal()        ? tr("Running")
                                                              : healthTitle(health);
    m_header->pill().setVisible(health != Health::Unknown);
    m_header->pill().setState(title, toneOf(health));
}

QString TargetPage::facts() const {
    const TargetConfig& config = m_state.config;
    if (m_state.isLocal()) {
        return m_state.local.isRunning ? tr("Sites at http://NAME.localhost:%1").arg(m_state.local.port)
                                       : tr("Starts by itself when a site is published to it");
    }
    QStringList words{config.baseDomain, regionTitle(config.region)};
    if (!config.accountId.isEmpty()) {
        words.append(tr("account %1").arg(config.accountId));
    }
    words.append(tr("%n project(s)", nullptr, m_state.projects));
    return words.join(QStringLiteral("  ·  "));
}

void TargetPage::showLocal() {
    const LocalView& local = m_state.local;
    m_local->setWords(tr("Emulator"),
        local.isRunning
            ? tr("Answers for every site on this computer, as process %1. It goes on when Miaobu is closed.")
                  .arg(local.process)
            : tr("Stopped: the sites on this computer do not answer. Their files stay."),
        {});
    m_switch->setText(local.isRunning ? tr("Stop") : tr("Start"));
    m_switch->setVisible(m_state.isLocal());
    m_switch->setEnabled(!local.isBusy);
}

void TargetPage::act(ErrorAction action) {
    switch (action) {
    case ErrorAction::Retry:
    case ErrorAction::Resume:
        return m_state.isLocal()                               ? emit m_intents.startEmulator()
            : m_state.setup.phase == SetupView::Phase::Stopped ? emit m_intents.setUp()
                                                               : emit m_intents.lookAgain();
    case ErrorAction::EnterKey:
    case ErrorAction::EditSettings:
        return emit m_intents.enterKey(true);
    case ErrorAction::KeepForSession:
        return emit m_intents.keepForSession();
    case ErrorAction::OpenConsole:
    case ErrorAction::OpenPage:
        return emit m_intents.openPage(m_state.error ? m_state.error->words.link : QUrl());
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

void TargetPage::retranslate() {
    m_header->setTitle(targetTitle(m_state.config.name));
    m_facts->setText(facts());
    const bool runs = m_state.setup.phase == SetupView::Phase::Running;
    const bool isPlanned = !m_state.setup.steps.isEmpty();
    m_look->setText(runs ? tr("Stop") : tr("Look again"));
    m_look->setVisible(!m_state.isLocal());
    m_look->setEnabled(runs || !m_state.isBusy());
    m_setUp->setText(m_state.setup.phase == SetupView::Phase::Stopped ? tr("Go on") : tr("Set up for me"));
    m_setUp->setVisible(!m_state.isLocal() && isPlanned && !m_state.setup.isComplete());
    m_setUp->setEnabled(!m_state.isBusy() && !m_state.setup.isBlocked());
    m_reality->setWords(tr("Reality check"),
        tr("Compares what this computer believes with everything the cloud has, and puts differences right."),
        tr("Check…"));
    m_removal->setWords(tr("Remove this target"),
        tr("Forgets it and its key on this computer. Everything in the cloud stays, and your sites go on answering."),
        tr("Remove…"));
    m_removal->button().setEnabled(!m_state.isBusy());
    showHeader();
    showLocal();
}

void TargetPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_state.isEnteringKey && !m_state.isKeyBusy) {
        return emit m_intents.enterKey(false);
    }
    QWidget::keyPressEvent(event);
}

void TargetPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
