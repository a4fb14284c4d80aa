#pragma once

#include "app/screens/project/project_state.h"
#include "app/screens/project/removal_view.h"

#include <QWidget>

namespace miaobu::app {

class DeploymentList;
class DeploymentListModel;
class EmptyState;
class ErrorCard;
class FactsCard;
class LiveCard;
class ProjectIntents;
class PropagationCard;
class RemovalCard;
struct PropagationView;
class WatchCard;
struct WatchView;
class RunCard;

/// How a project is: what runs, what failed, what is live, what came before.
class OverviewTab : public QWidget {
    Q_OBJECT

public:
    OverviewTab(DeploymentListModel& model, ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const ProjectState& state);
    void setSite(const SiteView& site);
    void setRemoval(const QString& project, const RemovalView& view);
    void setPropagation(const PropagationView& view);
    void setWatch(const WatchView& view);

signals:
    void errorAction(miaobu::app::ErrorAction action);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    EmptyState* m_empty;
    RemovalCard* m_removal;
    PropagationCard* m_propagation;
    RunCard* m_run;
    ErrorCard* m_error;
    LiveCard* m_live;
    FactsCard* m_facts;
    WatchCard* m_watch;
    DeploymentList* m_list;
};

} // namespace miaobu::app
