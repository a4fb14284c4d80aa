#pragma once

#include "app/screens/connect/connect_controller.h"
#include "app/screens/new_project/new_project_controller.h"
#include "app/screens/project/project_controller.h"
#include "app/screens/reality/reality_controller.h"
#include "app/screens/target/rebuild_controller.h"
#include "app/screens/target/target_controller.h"
#include "app/shell/actions.h"
#include "app/shell/palette_controller.h"
#include "app/shell/project_list_controller.h"
#include "app/shell/window_frame.h"

namespace miaobu::app {

class ShortcutSheet;

/// The window as a whole: which page is shown, what the actions do, what is remembered.
class WindowController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    WindowController(const WindowServices& services, Appearance& appearance, Prompt& prompt);

    [[nodiscard]] WindowFrame& frame() { return m_frame; }
    void openProject(ProjectId project);
    void openTarget(const QString& target);
    void beginProject();
    void beginConnecting();

private:
    void restore();
    void remember();
    void connectActions();
    void connectPages();
    void connectTargets();
    void connectReality();
    void connectShell();
    void showShortcuts();
    void show(WindowFrame::Page page);
    void refreshTargets();
    /// Shows the page that fits what there is: welcome before the first project.
    void goHome();
    void onRefreshed();
    void updateActions();

    WindowServices m_services;
    Appearance& m_appearance;
    Actions m_actions;
    ProjectListController m_list;
    ProjectController m_project;
    WindowFrame m_frame;
    NewProjectController m_new;
    ConnectController m_connect;
    TargetController m_target;
    RebuildController m_rebuild;
    RealityController m_reality;
    PaletteController m_palette;
    ShortcutSheet* m_shortcuts = nullptr; ///< Made when it is first asked for
};

} // namespace miaobu::app
