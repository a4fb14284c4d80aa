#include "app/screens/project/project_page.h"

#include "app/models/project_list_model.h"
#include "app/screens/common/page_header.h"
#include "app/screens/domains/domains_tab.h"
#include "app/screens/project/deployments_tab.h"
#include "app/screens/project/log_tab.h"
#include "app/screens/project/overview_tab.h"
#include "app/screens/project/roll_back_sheet.h"
#include "app/screens/project/settings_tab.h"
#include "app/screens/variables/variables_tab.h"
#include "app/text/state_text.h"
#include "app/text/watch_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

/// A text from outside as a button or a menu shows it: its ampersands are letters.
QString asLabel(QString text) {
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

ProjectPage::ProjectPage(DeploymentListModel& deployments, LogLines& log, QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_url(new QPushButton),
      m_source(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)), m_looked(new Label(Type::Text, Ink::Muted)),
      m_look(new QToolButton), m_open(new QPushButton), m_rollBack(new QPushButton), m_deploy(new QPushButton),
      m_tabs(new QTabBar), m_stack(new QStackedWidget), m_overview(new OverviewTab(deployments, m_intents)),
      m_deployments(new DeploymentsTab(deployments, m_intents)), m_log(new LogTab(log, m_intents)),
      m_variables(new VariablesTab), m_domains(new DomainsTab), m_settings(new SettingsTab(m_intents)),
      m_sheet(new RollBackSheet(m_intents)) {
    setObjectName(QStringLiteral("projectPage"));
    buildHeader();
    m_tabs->setObjectName(QStringLiteral("projectTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (QWidget* const tab :
        std::initializer_list<QWidget*>{m_overview, m_deployments, m_log, m_variables, m_domains, m_settings}) {
        m_tabs->addTab(QString());
        m_stack->addWidget(tab);
    }
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(metrics::pageMargin - 11, 0, metrics::pageMargin, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addSpacing(metrics::space1);
    column->addLayout(tabRow);
    column->addWidget(new Rule);
    column->addWidget(m_sheet);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        emit tabShown();
    });
    connect(m_overview, &OverviewTab::errorAction, this, &ProjectPage::act);
    retranslate();
}

void ProjectPage::buildHeader() {
    m_url->setObjectName(QStringLiteral("siteLink"));
    m_open->setObjectName(QStringLiteral("openSite"));
    m_rollBack->setObjectName(QStringLiteral("rollBack"));
    m_deploy->setObjectName(QStringLiteral("deploy"));
    setButtonKind(*m_url, ButtonKind::Link);
    setButtonKind(*m_deploy, ButtonKind::Primary);
    m_url->setFont(fontOf(Type::Text));
    m_url->setCursor(Qt::PointingHandCursor);
    m_looked->setObjectName(QStringLiteral("headerWatch"));
    m_looked->hide();
    m_look->setObjectName(QStringLiteral("headerLook"));
    m_look->setIcon(iconOf(Icon::Refresh));
    m_look->setAutoRaise(true);
    m_look->setFocusPolicy(Qt::TabFocus);
    m_look->hide();
    m_open->setIcon(iconOf(Icon::Open));
    m_deploy->setIcon(iconOf(Icon::Deploy));
    m_header->addButton(m_open);
    m_header->addButton(m_rollBack);
    m_header->addButton(m_deploy);
    m_header->line().addWidget(m_url);
    m_header->line().addWidget(m_source, 1);
    m_header->line().addWidget(m_looked);
    m_header->line().addWidget(m_look);
    connect(m_look, &QToolButton::clicked, &m_intents, &ProjectIntents::lookForPushes);
    connect(m_url, &QPushButton::clicked, &m_intents, &ProjectIntents::openSite);
    connect(m_open, &QPushButton::clicked, &m_intents, &ProjectIntents::openSite);
    connect(m_deploy, &QPushButton::clicked, &m_intents, &ProjectIntents::deploy);
    connect(m_rollBack, &QPushButton::clicked, this, [this] { emit m_intents.prepareRollBack(0); });
}

void ProjectPage::setState(const ProjectState& state) {
    m_state = state;
    m_sheet->setState(state);
    // One button at a time is the one to press.
    setButtonKind(*m_deploy, state.rollBack.shown ? ButtonKind::Secondary : ButtonKind::Primary);
    m_overview->setState(state);
    m_deployments->setEmpty(state.deployments.isEmpty());
    m_settings->setProject(state.project, state.targets);
    showHeader();
}

void ProjectPage::setLogState(const LogState& state) {
    m_log->setState(state);
}

void ProjectPage::setSite(const SiteView& site) {
    m_overview->setSite(site);
}

void ProjectPage::setRemoval(const RemovalView& view) {
    m_removal = view;
    m_overview->setRemoval(m_state.project.name, view);
    showHeader();
}

void ProjectPage::setPropagation(const PropagationView& view) {
    m_overview->setPropagation(view);
}

void ProjectPage::setWatch(const WatchView& view) {
    m_watch = view;
    m_overview->setWatch(view);
    m_settings->setWatch(view);
    showWatch();
}

void ProjectPage::showWatch() {
    m_looked->setVisible(m_watch.knowsHead());
    m_look->setVisible(m_watch.knowsHead());
    m_looked->setText(watchLine(m_watch.state, m_watch.now));
}

void ProjectPage::setCache(const CacheView& view) {
    m_settings->setCache(view);
}

void ProjectPage::setRecipe(const RecipeState& state) {
    m_settings->setRecipe(state);
}

void ProjectPage::showHeader() {
    m_header->setTitle(m_state.project.name);
    const std::optional<Deployment> newest = m_state.latest();
    Pill& pill = m_header->pill();
    pill.setVisible(m_removal.isBegun() || newest || !m_state.working.isEmpty());
    if (m_removal.isBegun()) {
        pill.setState(m_removal.isRunning ? tr("Deleting") : tr("Partly deleted"),
            m_removal.isRunning ? Tone::Building : Tone::Failed);
    } else if (!m_state.working.isEmpty()) {
        pill.setState(m_state.working, Tone::Building);
    } else if (newest) {
        const DeploymentState latest = newest->state;
        // A site that answers is live whatever became of the latest try, unless that is still open or went wrong.
        const bool quiet = toneOf(latest) == Tone::Idle && m_state.live;
        pill.setState(
            quiet ? stateTitle(DeploymentState::Live) : stateTitle(*newest), quiet ? Tone::Live : toneOf(latest));
    }
    const QString url = m_state.live ? m_state.live->url : QString();
    m_url->setText(asLabel(url));
    m_url->setVisible(!url.isEmpty());
    m_open->setVisible(!url.isEmpty());
    m_rollBack->setVisible(!m_state.restorable().isEmpty());
    const bool isFree = m_state.working.isEmpty() && !m_state.active() && !m_removal.isBegun();
    m_rollBack->setEnabled(isFree);
    m_deploy->setEnabled(isFree);
    QStringList words{m_state.project.source.location};
    if (!m_state.project.source.branch.isEmpty()) {
        words.append(m_state.project.source.branch);
    }
    const QString dot = QStringLiteral("  ·  ");
    m_source->setText((url.isEmpty() ? QString() : dot.trimmed() + QStringLiteral("  ")) + words.join(dot));
}

void ProjectPage::act(ErrorAction action) {
    switch (action) {
    case ErrorAction::Retry:
        return emit m_intents.deploy();
    case ErrorAction::Resume:
        if (const auto newest = m_state.latest()) {
            emit m_intents.resume(newest->id);
        }
        return;
    case ErrorAction::EditSettings:
        return showTab(Tab::Settings);
    case ErrorAction::ShowLog:
        if (const auto newest = m_state.latest()) {
            emit m_intents.showLog(newest->id);
        }
        return;
    case ErrorAction::ChooseAnotherFolder:
        return emit m_intents.startAnew();
    case ErrorAction::EditVariables:
        return showTab(Tab::Environment);
    case ErrorAction::EnterKey:
        return emit m_intents.openTarget();
    case ErrorAction::OpenConsole:
    case ErrorAction::OpenPage:
        return emit m_intents.openPage(m_state.error ? m_state.error->words.link : QUrl());
    case ErrorAction::UsePackage:
        return emit m_intents.usePackage();
    case ErrorAction::BuildInContainer:
        return emit m_intents.buildInContainer();
    case ErrorAction::UsePort:
        return emit m_intents.usePort(m_state.error ? m_state.error->words.port : 0);
    case ErrorAction::SignIn:
        return emit m_intents.signIn();
    case ErrorAction::DeployCommit:
    case ErrorAction::KeepForSession:
    case ErrorAction::None:
        return;
    }
}

void ProjectPage::showTab(Tab tab) {
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

ProjectPage::Tab ProjectPage::tab() const {
    return static_cast<Tab>(m_tabs->currentIndex());
}

PreviewsCard& ProjectPage::previews() {
    return m_deployments->previews();
}

void ProjectPage::focusFind() {
    showTab(Tab::Log);
    m_log->focusFind();
}

void ProjectPage::retranslate() {
    m_tabs->setTabText(0, tr("Overview"));
    m_tabs->setTabText(1, tr("Deployments"));
    m_tabs->setTabText(2, tr("Log"));
    m_tabs->setTabText(3, tr("Environment"));
    m_tabs->setTabText(4, tr("Domains"));
    m_tabs->setTabText(5, tr("Settings"));
    m_tabs->setAccessibleName(tr("Project"));
    m_open->setText(tr("Open site"));
    m_rollBack->setText(tr("Roll back"));
    m_deploy->setText(tr("Deploy"));
    m_look->setAccessibleName(tr("Look for pushes now"));
    m_look->setToolTip(tr("Look for pushes now"));
    showWatch();
    showHeader();
}

void ProjectPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
