#include "app/screens/project/deployments_tab.h"

#include "app/screens/previews/previews_card.h"
#include "app/screens/project/deployment_list.h"
#include "app/screens/project/project_intents.h"
#include "app/theme/metrics.h"
#include "app/widgets/empty_state.h"

#include <QEvent>
#include <QVBoxLayout>

namespace miaobu::app {

DeploymentsTab::DeploymentsTab(DeploymentListModel& model, ProjectIntents& intents, QWidget* parent)
    : QWidget(parent), m_previews(new PreviewsCard), m_list(new DeploymentList(model, intents, -1)),
      m_empty(new EmptyState(Icon::Deploy)) {
    setObjectName(QStringLiteral("deploymentsTab"));
    m_list->setObjectName(QStringLiteral("allDeployments"));
    m_empty->setObjectName(QStringLiteral("deploymentsEmpty"));
    m_empty->setActionKind(ButtonKind::Secondary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::space5, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::space4);
    column->addWidget(m_previews);
    column->addWidget(m_list, 100);
    column->addWidget(m_empty);
    column->addStretch(1);
    connect(m_empty, &EmptyState::actionRequested, &intents, &ProjectIntents::deploy);
    retranslate();
    setEmpty(true);
}

void DeploymentsTab::setEmpty(bool empty) {
    m_previews->setVisible(!empty);
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
}

void DeploymentsTab::retranslate() {
    m_empty->setWords(tr("Your first deployment will appear here"), {}, tr("Deploy"));
}

void DeploymentsTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
