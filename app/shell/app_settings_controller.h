#pragma once

#include "app/shell/window_services.h"

#include <QObject>

namespace miaobu::app {

class Actions;
class AppSettingsPage;

/// Shows what is chosen for the program as a whole, and stores what is chosen anew. What the menus choose too goes
/// through their actions.
class AppSettingsController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    AppSettingsController(const WindowServices& services, Actions& actions, AppSettingsPage& page);

    /// Shows how it is now.
    void refresh();

private:
    void connectPage();

    WindowServices m_services;
    Actions& m_actions;
    AppSettingsPage& m_page;
};

} // namespace miaobu::app
