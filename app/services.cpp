#include "app/services.h"

#include "aliyun/account/cloud_account.h"
#include "aliyun/targets.h"
#include "app/chosen_proxy.h"
#include "app/emulator_control.h"
#include "app/services_github.h"
#include "app/services_pushes.h"
#include "app/shell/window_services.h"
#include "core/build/chosen_builder.h"
#include "core/build/container_builder.h"
#include "core/build/engine_watch.h"
#include "core/build/host_builder.h"
#include "core/build/local_app_builder.h"
#include "core/compare/comparison.h"
#include "core/deploy/address_check.h"
#include "core/deploy/deployer.h"
#include "core/deploy/source_inspector.h"
#include "core/dns/resolvers.h"
#include "core/domains/domain_service.h"
#include "core/domains/ownership.h"
#include "core/git/any_source_checkout.h"
#include "core/net/http_client.h"
#include "core/picture/browser.h"
#include "core/picture/site_pictures.h"
#include "core/ports/clock.h"
#include "core/process/login_shell.h"
#include "core/purge/purge_service.h"
#include "core/reality/reality_service.h"
#include "core/runtime/runtime_log_service.h"
#include "core/secrets/envelope.h"
#include "core/secrets/keychain.h"
#include "core/secrets/session_secrets.h"
#include "core/store/change_watcher.h"
#include "core/store/database.h"
#include "core/store/settings_table.h"
#include "core/targets/target_service.h"
#include "core/update/update_check.h"
#include "core/variables/project_variables.h"
#include "core/variables/run_variables.h"
#include "core/variables/variable_service.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <utility>

namespace miaobu::app {

namespace {

DeployLimits limitsFrom(const Database& database) {
    const SettingsTable stored(database);
    DeployLimits limits;
    limits.concurrent = stored.value(settings::concurrentDeployments()).toInt();
    limits.keep = stored.value(settings::keepDeployments()).toInt();
    return limits;
}

QList<PublicResolver> resolversOf(const Database& database) {
    const QList<PublicResolver> chosen = resolversFrom(SettingsTable(database).value(settings::resolvers()).toString());
    return chosen.isEmpty() ? usualResolvers() : chosen;
}

QProcessEnvironment withChosenProxy(const Database& database) {
    useChosenProxy(database);
    return QProcessEnvironment::systemEnvironment();
}

ImageSettings imageSettingsFrom(const Database& database) {
    const SettingsTable stored(database);
    const auto text = [&stored](const Setting& setting) { return stored.value(setting).toString(); };
    return {text(settings::pythonImage()), text(settings::nodeImage()), text(settings::pipIndexUrl()),
        text(settings::npmRegistry()), text(settings::buildProxy()), text(settings::buildCertificates()),
        text(settings::buildNetwork())};
}

} // namespace

/// Built from top to bottom, ended from bottom to top.
struct Services::Parts {
    Parts(Home keptHome, const QString& program)
        : home(std::move(keptHome)), database(home.databaseFile()), environment(withChosenProxy(database)),
          changes(database), secrets(keychain), client(std::make_shared<HttpClient>()),
          gitHub(database, secrets, clock, shell, client, home.databaseFile() + QStringLiteral(".github-lock")),
          checkout(home.mirrorFolder(), program, gitHub.credentials()),
          hostBuilder(home.dependencyFolder(), environment, shell),
          containerBuilder(home.dependencyFolder(), QProcessEnvironment::systemEnvironment(), shell,
              [this] { return imageSettingsFrom(database); }),
          builder(hostBuilder, containerBuilder),
          targets(home.targetFolder(), {home.emulatorFolder(), program}, client, {secrets, clock}), accounts(client),
          envelope(secrets, home.databaseFile() + QStringLiteral(".key-lock")), variables(database, envelope, clock),
          runVariables(database, envelope),
          apps(QProcessEnvironment::systemEnvironment(), shell, [this] { return imageSettingsFrom(database); }),
          variableService(variables, database), targetService(targets, targets, accounts),
          resolvers(client, [this] { return resolversOf(database); }), ownership(database, resolvers),
          deployer(parts(), limitsFrom(database)), domains({database, targets, deployer, resolvers, clock}),
          purging(database, targets), reality(parts(), limitsFrom(database), deployer),
          inspector(database, checkout, home, gitHub.inspector()), projectInspector(database, checkout, home),
          addresses(targets), emulator(home, program), comparison(database, targets, home), runtimeLog(targets, home),
          pictures(database, home, client, installedBrowser()), engines(environment, shell),
          updates({database, clock, client, gitHubHost(gitHubCom), QStringLiteral(MIAOBU_REPOSITORY),
              QCoreApplication::applicationVersion()}),
          pushes({database, clock, deployer, gitHub.services().access, home.mirrorFolder(), program,
              gitHub.credentials()}) { }

    [[nodiscard]] DeployParts parts() {
        return {database, checkout, builder, targets, clock, variables, apps, runVariables, home, &ownership};
    }

    Home home;
    Database database;
    QProcessEnvironment environment; ///< Of everything that follows
    ChangeWatcher changes;
    SystemClock clock;
    LoginShell shell;
    Keychain keychain;
    SessionSecrets secrets;
    std::shared_ptr<HttpClient> client;
    GitHubParts gitHub;
    AnySourceCheckout checkout;
    HostBuilder hostBuilder;
    ContainerBuilder containerBuilder;
    ChosenBuilder builder;
    aliyun::AliyunTargets targets;
    aliyun::AliyunAccounts accounts;
    Envelope envelope;
    ProjectVariables variables;
    RunVariables runVariables;
    LocalAppBuilder apps;
    VariableService variableService;
    TargetService targetService;
    Resolvers resolvers;
    Ownership ownership;
    Deployer deployer;
    DomainService domains;
    PurgeService purging;
    RealityService reality;
    SourceInspector inspector;
    SourceInspector projectInspector;
    AddressCheck addresses;
    EmulatorControl emulator;
    Comparison comparison;
    RuntimeLogService runtimeLog;
    SitePictures pictures;
    EngineWatch engines;
    UpdateCheck updates;
    PushParts pushes;
};

Services::Services(Home home, QString program) : m_parts(std::make_unique<Parts>(std::move(home), program)) { }

Services::~Services() = default;

WindowServices Services::forWindow() const {
    Parts& all = *m_parts;
    return {all.deployer, all.domains, all.purging, all.reality, all.inspector, all.projectInspector, all.addresses,
        all.gitHub.services(), all.database, all.targets, all.targets, all.targetService, all.emulator,
        all.variableService, all.comparison, all.runtimeLog, all.pushes.watcher(), all.pushes.reporter(), all.pictures,
        all.engines, all.updates, all.changes, all.clock, all.home};
}

const Home& Services::home() const {
    return m_parts->home;
}

const Database& Services::database() const {
    return m_parts->database;
}

Deployer& Services::deployer() const {
    return m_parts->deployer;
}

DomainService& Services::domains() const {
    return m_parts->domains;
}

PurgeService& Services::purging() const {
    return m_parts->purging;
}

RealityService& Services::reality() const {
    return m_parts->reality;
}

SourceInspector& Services::inspector() const {
    return m_parts->inspector;
}

ChangeWatcher& Services::changes() const {
    return m_parts->changes;
}

const Clock& Services::clock() const {
    return m_parts->clock;
}

Targets& Services::targets() const {
    return m_parts->targets;
}

TargetStore& Services::targetStore() const {
    return m_parts->targets;
}

TargetService& Services::targetService() const {
    return m_parts->targetService;
}

EmulatorControl& Services::emulator() const {
    return m_parts->emulator;
}

VariableService& Services::variableService() const {
    return m_parts->variableService;
}

AddressCheck& Services::addresses() const {
    return m_parts->addresses;
}

GitHubServices Services::gitHub() const {
    return m_parts->gitHub.services();
}

PushWatcher& Services::pushes() const {
    return m_parts->pushes.watcher();
}

DeploymentReporter& Services::reporter() const {
    return m_parts->pushes.reporter();
}

Comparison& Services::comparison() const {
    return m_parts->comparison;
}

SitePictures& Services::pictures() const {
    return m_parts->pictures;
}

EngineWatch& Services::engines() const {
    return m_parts->engines;
}

UpdateCheck& Services::updates() const {
    return m_parts->updates;
}

RuntimeLogService& Services::runtimeLog() const {
    return m_parts->runtimeLog;
}

} // namespace miaobu::app
