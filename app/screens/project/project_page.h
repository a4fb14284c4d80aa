#pragma once

#include "app/screens/project/project_intents.h"
#include "app/screens/project/project_state.h"
#include "app/screens/project/removal_view.h"
#include "app/screens/project/watch_view.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace miaobu::app {

class DeploymentListModel;
class DeploymentsTab;
class DomainsTab;
class Label;
class LogLines;
class LogTab;
class OverviewTab;
class PageHeader;
class PreviewsCard;
struct CacheView;
struct RecipeState;
struct PropagationView;
class RollBackSheet;
class SettingsTab;
class VariablesTab;

/// One project: its state and what can be done with it above, the tabs below.
class ProjectPage : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Overview, Deployments, Log, Environment, Domains, Settings };

    /// Both outlive this.
    ProjectPage(DeploymentListModel& deployments, LogLines& log, QWidget* parent = nullptr);

    void setState(const ProjectState& state);
    void setLogState(const LogState& state);
    void setSite(const SiteView& site);
    void setRemoval(const RemovalView& view);
    void setPropagation(const PropagationView& view);
    void setCache(const CacheView& view);
    void setWatch(const WatchView& view);
    void setRecipe(const RecipeState& state);
    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    void focusFind();
    [[nodiscard]] ProjectIntents& intents() { return m_intents; }
    [[nodiscard]] VariablesTab& variables() { return *m_variables; }
    [[nodiscard]] DomainsTab& domains() { return *m_domains; }
    [[nodiscard]] PreviewsCard& previews();

signals:
    void tabShown();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHeader();
    void retranslate();
    void showHeader();
    void showWatch();
    void act(ErrorAction action);

    ProjectIntents m_intents;
    ProjectState m_state;
    RemovalView m_removal;
    WatchView m_watch;
    PageHeader* m_header;
    QPushButton* m_url;
    Label* m_source;
    Label* m_looked;
    QToolButton* m_look;
    QPushButton* m_open;
    QPushButton* m_rollBack;
    QPushButton* m_deploy;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    OverviewTab* m_overview;
    DeploymentsTab* m_deployments;
    LogTab* m_log;
    VariablesTab* m_variables;
    DomainsTab* m_domains;
    SettingsTab* m_settings;
    RollBackSheet* m_sheet;
};

} // namespace miaobu::app
