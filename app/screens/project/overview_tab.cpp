#include "app/screens/project/overview_tab.h"

#include "app/screens/project/deployment_list.h"
#include "app/screens/project/facts_card.h"
#include "app/screens/project/live_card.h"
#include "app/screens/project/project_intents.h"
#include "app/screens/project/propagation_card.h"
#include "app/screens/project/removal_card.h"
#include "app/screens/project/run_card.h"
#include "app/screens/project/watch_card.h"
#include "app/theme/metrics.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/error_card.h"
#include "app/widgets/scroll_page.h"

#include <QEvent>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {
constexpr int rowsShown = 5;
/// A host name of middling length, and what stands beside it.
constexpr int factsWidth = 312;
} // namespace

OverviewTab::OverviewTab(DeploymentListModel& model, ProjectIntents& intents, QWidget* parent)
    : QWidget(parent), m_empty(new EmptyState(Icon::Deploy)), m_removal(new RemovalCard(intents)),
      m_propagation(new PropagationCard), m_run(new RunCard(intents)), m_error(new ErrorCard),
      m_live(new LiveCard(intents)), m_facts(new FactsCard(intents)),
      m_watch(new WatchCard(intents, WatchCard::Extent::Brief)), m_list(new DeploymentList(model, intents, rowsShown)) {
    setObjectName(QStringLiteral("overviewTab"));
    m_empty->setObjectName(QStringLiteral("overviewEmpty"));
    m_empty->setActionKind(ButtonKind::Secondary);
    m_run->setObjectName(QStringLiteral("overviewRun"));
    m_error->setObjectName(QStringLiteral("overviewError"));
    m_list->setObjectName(QStringLiteral("overviewList"));
    auto* body = new ScrollPage;
    body->column().addWidget(m_removal);
    body->column().addWidget(m_run);
    body->column().addWidget(m_propagation);
    body->column().addWidget(m_error);
    body->column().addWidget(m_empty);
    auto* site = new QHBoxLayout;
    site->setSpacing(metrics::space4);
    site->addWidget(m_live, 5);
    site->addWidget(m_facts, 3);
    m_facts->setMinimumWidth(factsWidth);
    body->column().addLayout(site);
    body->column().addWidget(m_watch);
    body->column().addWidget(m_list);
    body->column().addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(body);
    connect(m_empty, &EmptyState::actionRequested, &intents, &ProjectIntents::deploy);
    connect(m_error, &ErrorCard::actionRequested, this, &OverviewTab::errorAction);
    m_removal->hide();
    m_propagation->hide();
    m_watch->hide();
    retranslate();
}

void OverviewTab::setState(const ProjectState& state) {
    const bool empty = state.deployments.isEmpty();
    m_empty->setVisible(empty);
    m_list->setVisible(!empty);
    m_run->setVisible(state.active().has_value());
    m_run->setState(state);
    m_error->setVisible(state.error.has_value());
    if (state.error) {
        m_error->setError(state.error->words, state.error->details);
    }
    m_live->setVisible(state.live.has_value());
    m_live->setState(state);
    m_facts->setState(state);
}

void OverviewTab::setSite(const SiteView& site) {
    m_live->setSite(site);
}

void OverviewTab::setRemoval(const QString& project, const RemovalView& view) {
    m_removal->setVisible(view.isBegun() || view.error);
    m_removal->setState(project, view);
}

void OverviewTab::setPropagation(const PropagationView& view) {
    m_propagation->setVisible(!view.hosts.isEmpty());
    m_propagation->setView(view);
}

void OverviewTab::setWatch(const WatchView& view) {
    m_watch->setVisible(view.state.isPossible);
    m_watch->setView(view);
}

void OverviewTab::retranslate() {
    m_empty->setWords(
        tr("Not deployed yet"), tr("Deploy builds the site on this computer and gives it an address."), tr("Deploy"));
}

void OverviewTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
