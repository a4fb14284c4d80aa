#pragma once

#include "app/services_github.h"
#include "core/model/home.h"

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

/// What the window needs of the rest of the program. All of it outlives the window; tables are made over the database
/// where they are needed.
struct WindowServices {
    Deployer& deployer;
    DomainService& domains;
    PurgeService& purging;
    RealityService& reality;
    SourceInspector& inspector;
    SourceInspector& projectInspector; ///< For the shown project; the other one is for new ones
    AddressCheck& addresses;
    GitHubServices gitHub;
    const Database& database;
    Targets& targets;
    TargetStore& targetStore;
    TargetService& targetService;
    EmulatorControl& emulator;
    VariableService& variables;
    Comparison& comparison;
    RuntimeLogService& runtimeLog;
    PushWatcher& pushes;
    DeploymentReporter& reporter;
    SitePictures& pictures;
    EngineWatch& engines;
    UpdateCheck& updates;
    ChangeWatcher& changes;
    const Clock& clock;
    Home home;
};

} // namespace miaobu::app
