#include "app/shell/shortcut_tips.h"

#include "app/shell/actions.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>
#include <utility>

namespace miaobu::app {

void showShortcuts(QWidget& window, const Actions& actions) {
    using Act = Actions::Act;
    static constexpr std::array buttons{std::pair{"newProject", Act::NewProject}, std::pair{"deploy", Act::Deploy},
        std::pair{"openSite", Act::OpenSite}, std::pair{"cancelRun", Act::Cancel},
        std::pair{"openFolder", Act::OpenFolder}, std::pair{"paletteButton", Act::ShowPalette},
        std::pair{"activitySwitch", Act::ShowActivity}};
    for (const auto& [name, act] : buttons) {
        for (QAbstractButton* button : window.findChildren<QAbstractButton*>(QLatin1StringView(name))) {
            actions.tellShortcut(*button, act);
        }
    }
}

} // namespace miaobu::app
