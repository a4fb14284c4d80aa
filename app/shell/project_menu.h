#pragma once

#include <functional>

class QMenu;
class QWidget;

namespace miaobu::app {

/// What the menu of a project in the sidebar can do.
struct ProjectMenuActions {
    std::function<void()> open;
    std::function<void()> deploy;
    std::function<void()> openSite; ///< Empty: nothing answers
    std::function<void()> pin; ///< Or takes the pin away
    std::function<void()> remove;
};

/// Deletes itself when it closes.
[[nodiscard]] QMenu* projectMenu(const ProjectMenuActions& actions, bool isPinned, QWidget* parent);
/// The menu of a target: its page, and whether it is production. Deletes itself when it closes.
[[nodiscard]] QMenu* targetMenu(
    const std::function<void()>& open, const std::function<void(bool)>& mark, bool isProduction, QWidget* parent);

} // namespace miaobu::app
