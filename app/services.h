#pragma once

#include "core/model/home.h"

#include <QString>

#include <memory>

namespace miaobu {
class AddressCheck;
class ChangeWatcher;
class Clock;
class Comparison;
class Database;
class Deployer;
class DeploymentReporter;
class DomainService;
class EngineWatch;
class PurgeService;
class PushWatcher;
class RealityService;
class RuntimeLogService;
class SitePictures;
class SourceInspector;
class TargetService;
class TargetStore;
class Targets;
class UpdateCheck;
class VariableService;
} // namespace miaobu

namespace miaobu::app {

class EmulatorControl;
struct GitHubServices;
struct WindowServices;

/// Everything the program works with, built once and wired. Made in main, outlives every coroutine.
/// The only place that knows which class stands behind a port.
class Services {
public:
    /// \a program is the absolute path of this program: it is started again as the git worker and as the emulator.
    /// \throws what opening the database throws.
    Services(Home home, QString program);
    ~Services();

    /// What the window needs of it.
    [[nodiscard]] WindowServices forWindow() const;

    [[nodiscard]] const Home& home() const;
    [[nodiscard]] const Database& database() const;
    [[nodiscard]] Deployer& deployer() const;
    [[nodiscard]] PurgeService& purging() const;
    [[nodiscard]] DomainService& domains() const;
    [[nodiscard]] RealityService& reality() const;
    [[nodiscard]] SourceInspector& inspector() const;
    [[nodiscard]] ChangeWatcher& changes() const;
    [[nodiscard]] const Clock& clock() const;
    [[nodiscard]] Targets& targets() const;
    [[nodiscard]] TargetStore& targetStore() const;
    [[nodiscard]] TargetService& targetService() const;
    [[nodiscard]] EmulatorControl& emulator() const;
    [[nodiscard]] VariableService& variableService() const;
    [[nodiscard]] Comparison& comparison() const;
    [[nodiscard]] RuntimeLogService& runtimeLog() const;
    [[nodiscard]] SitePictures& pictures() const;
    [[nodiscard]] EngineWatch& engines() const;
    [[nodiscard]] PushWatcher& pushes() const;
    [[nodiscard]] DeploymentReporter& reporter() const;
    [[nodiscard]] GitHubServices gitHub() const;
    [[nodiscard]] AddressCheck& addresses() const;
    [[nodiscard]] UpdateCheck& updates() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace miaobu::app
