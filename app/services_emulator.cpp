#include "app/services_emulator.h"

#include "aliyun/emulator/emulator_process.h"
#include "aliyun/emulator/emulator_state.h"
#include "aliyun/emulator/run_emulator.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::app {

int runEmulatorHere(const Home& home, std::optional<int> sitePort) {
    return emulator::runEmulator({home.emulatorFolder(), sitePort});
}

QCoro::Task<QJsonObject> startEmulator(Home home, QString program, std::optional<int> sitePort, std::stop_token stop) {
    const emulator::EmulatorLocation location{home.emulatorFolder(), std::move(program), sitePort};
    const emulator::EmulatorInfo info = co_await emulator::ensureEmulator(location, stop);
    co_return emulator::infoObject(info);
}

std::optional<QJsonObject> runningEmulator(const Home& home, const QString& program) {
    const std::optional<emulator::EmulatorInfo> info
        = emulator::runningEmulator({home.emulatorFolder(), program, std::nullopt});
    return info ? std::optional(emulator::infoObject(*info)) : std::nullopt;
}

QCoro::Task<> stopEmulator(Home home, QString program, std::stop_token stop) {
    const emulator::EmulatorLocation location{home.emulatorFolder(), std::move(program), std::nullopt};
    co_await emulator::stopEmulator(location, stop);
}

} // namespace miaobu::app
