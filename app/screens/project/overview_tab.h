#pragma once

#include "app/screens/project/project_state.h"

#include <QWidget>

namespace miaobu::app {

class DeploymentList;
class DeploymentListModel;
class EmptyState;
class ErrorCard;
class FactsCard;
class ProjectIntents;
class RunCard;

/// How a project is: what runs, what failed, what is live, what came before.
class OverviewTab : public QWidget {
    Q_OBJECT

public:
    OverviewTab(DeploymentListModel& model, ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const ProjectState& state);

signals:
    void errorAction(miaobu::app::ErrorAction action);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    EmptyState* m_empty;
    RunCard* m_run;
    ErrorCard* m_error;
    FactsCard* m_facts;
    DeploymentList* m_list;
};

} // namespace miaobu::app
