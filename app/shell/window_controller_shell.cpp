// What belongs to the window as a whole and to no page: palette, shortcuts, panes.
#include "app/shell/palette_button.h"
#include "app/shell/shortcut_sheet.h"
#include "app/shell/top_bar.h"
#include "app/shell/window_controller.h"

namespace miaobu::app {

void WindowController::connectShell() {
    const auto on = [this](Actions::Act act, auto what) { connect(&m_actions[act], &QAction::triggered, this, what); };
    using Act = Actions::Act;
    on(Act::ShowPalette, [this] { m_palette.toggle(); });
    on(Act::ShowShortcuts, [this] { showShortcuts(); });
    m_frame.top().search().setKeys(m_actions[Act::ShowPalette].shortcut().toString(QKeySequence::NativeText));
    connect(&m_frame.top().search(), &QAbstractButton::clicked, &m_palette, &PaletteController::toggle);
    connect(&m_palette, &PaletteController::projectChosen, this, &WindowController::openProject);
    connect(&m_palette, &PaletteController::targetChosen, this, &WindowController::openTarget);
}

void WindowController::showShortcuts() {
    if (!m_shortcuts) {
        m_shortcuts = new ShortcutSheet(m_frame, m_actions);
    }
    m_shortcuts->isVisible() ? m_shortcuts->close() : m_shortcuts->openSheet();
}

} // namespace miaobu::app
