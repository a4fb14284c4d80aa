#pragma once

namespace miaobu::app {

/// What closing the window does.
enum class Leaving {
    Close, ///< Nothing runs: the program ends.
    Hide, ///< What runs goes on, and the tray shows it.
    Ask, ///< Closing would stop what runs: the person decides.
};

/// Never stops anything silently. \a keepRunning: the person's setting.
[[nodiscard]] constexpr Leaving leavingFor(bool isBusy, bool keepRunning, bool hasTray) {
    if (!isBusy) {
        return Leaving::Close;
    }
    return keepRunning && hasTray ? Leaving::Hide : Leaving::Ask;
}

} // namespace miaobu::app
