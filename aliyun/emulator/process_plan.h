#pragma once

#include <map>
#include <string>
#include <vector>

namespace miaobu::emulator {

/// A function's code package as a program of this computer, before it is started.
struct ProcessPlan {
    std::string folder; ///< With the unpacked package; what the cloud has at /code
    std::string
        job; ///< The same for all apps of one MIAOBU_HOME; carried by everything they start, so that nothing is left
    std::string mark; ///< The same for this instance alone
    std::vector<std::string> command; ///< As the function has it
    std::map<std::string, std::string> environment; ///< As the function has it
    int port = 9000; ///< Of the app, as the function has it
};

/// \a text with /code, where it stands alone or begins a path, as the folder it is here.
[[nodiscard]] std::string withCodeFolder(const std::string& text, const std::string& folder);

/// The command of \a plan as it is run here: the program as an absolute path, and in the place of the function's own port
/// and of every network address \a port and the loopback. An interpreter the cloud has elsewhere is this computer's.
/// Empty when the program is not on this computer.
[[nodiscard]] std::vector<std::string> commandHere(const ProcessPlan& plan, int port);
/// "PORT=…" and so on: nothing of the emulator's own environment but what any program needs.
[[nodiscard]] std::vector<std::string> environmentHere(const ProcessPlan& plan, int port);

} // namespace miaobu::emulator
