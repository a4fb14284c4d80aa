#pragma once

#include "app/screens/compare/compare_controller.h"
#include "app/screens/connect/connect_controller.h"
#include "app/screens/github/github_controller.h"
#include "app/screens/new_project/new_project_controller.h"
#include "app/screens/project/project_controller.h"
#include "app/screens/reality/reality_controller.h"
#include "app/screens/settings/oauth_app_controller.h"
#include "app/screens/target/rebuild_controller.h"
#include "app/screens/target/target_controller.h"
#include "app/shell/actions.h"
#include "app/shell/activity_controller.h"
#include "app/shell/app_settings_controller.h"
#include "app/shell/palette_controller.h"
#include "app/shell/project_list_controller.h"
#include "app/shell/window_frame.h"

#include <QFileSystemWatcher>

namespace miaobu::app {

class AboutSheet;
class ShortcutSheet;

/// The window as a whole: which page is shown, what the actions do, what is remembered.
class WindowController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    WindowController(const WindowServices& services, Appearance& appearance, Prompt& prompt);

    [[nodiscard]] WindowFrame& frame() { return m_frame; }
    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] ProjectListController& list() { return m_list; }
    [[nodiscard]] ActivityController& activity() { return m_activity; }
    void openProject(ProjectId project);
    void openTarget(const QString& target);
    void openLog(ProjectId project, DeploymentId deployment);
    void deploy(ProjectId project);
    /// To the newest complete deployment before the live one.
    void rollBack(ProjectId project);
    void beginProject();
    void openSource(const Source& source);
    void beginConnecting();
    void comeToFront();
    /// What the program was started with: a folder, a miaobu:// link, or nothing. Only shows; a link starts nothing.
    void openArgument(const QString& argument);

private:
    void restore();
    void fitScreen();
    void restoreView();
    void remember();
    void connectActions();
    void connectPages();
    void connectTargets();
    void connectGitHub();
    void showAccount();
    void connectReality();
    void connectShell();
    void connectActivity();
    void connectSidebar();
    void showServing();
    void openProjectMenu(ProjectId project, QPoint global);
    void openTargetMenu(const QString& target, QPoint global);
    void markProduction(const QString& target, bool production);
    void togglePinned(ProjectId project);
    void showShortcuts();
    void showAbout();
    void connectUpdates();
    void showUpdate();
    void trySample();
    void connectComparing();
    void openLink(const QString& text);
    void show(WindowFrame::Page page);
    void refreshTargets();
    /// Shows the page that fits what there is: welcome before the first project.
    void goHome();
    void onRefreshed();
    void updateActions();

    void openSettings();

    WindowServices m_services;
    Appearance& m_appearance;
    Prompt& m_prompt;
    Actions m_actions;
    ProjectListController m_list;
    ProjectController m_project;
    WindowFrame m_frame;
    NewProjectController m_new;
    ConnectController m_connect;
    GitHubController m_gitHub;
    TargetController m_target;
    CompareController m_compare;
    RebuildController m_rebuild;
    RealityController m_reality;
    ActivityController m_activity;
    PaletteController m_palette;
    QFileSystemWatcher m_targetFolder;
    QStringList m_targets; ///< As the sidebar shows them
    AppSettingsController m_settings;
    OAuthAppController m_oauthApp;
    AboutSheet* m_about = nullptr; ///< Made when it is first asked for
    ShortcutSheet* m_shortcuts = nullptr; ///< Made when it is first asked for
};

} // namespace miaobu::app
