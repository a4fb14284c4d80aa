#pragma once

#include "aliyun/account/cloud_account.h"
#include "aliyun/targets.h"
#include "app/emulator_control.h"
#include "app/screens/project/project_page.h"
#include "app/services_github.h"
#include "app/services_pushes.h"
#include "app/shell/window_controller.h"
#include "app/widgets/pill.h"
#include "core/build/engine_watch.h"
#include "core/compare/comparison.h"
#include "core/deploy/address_check.h"
#include "core/deploy/source_inspector.h"
#include "core/domains/domain_service.h"
#include "core/github/deployment_reporter.h"
#include "core/github/github_access.h"
#include "core/github/repository_service.h"
#include "core/github/sign_in_service.h"
#include "core/net/http_client.h"
#include "core/picture/site_pictures.h"
#include "core/ports/name_resolver.h"
#include "core/purge/purge_service.h"
#include "core/reality/reality_service.h"
#include "core/runtime/runtime_log_service.h"
#include "core/secrets/keychain.h"
#include "core/secrets/session_secrets.h"
#include "core/store/change_watcher.h"
#include "core/targets/target_service.h"
#include "core/update/update_check.h"
#include "core/variables/variable_service.h"
#include "core/watch/push_watcher.h"
#include "tests/app/willing.h"
#include "tests/deploy/world.h"

#include <QPushButton>

namespace miaobu::test {

using namespace Qt::StringLiterals;
using namespace miaobu::app;

/// Targets in a folder, and keys for as long as the test runs: there is no keychain.
struct TargetFolder {
    QTemporaryDir folder;
    Keychain keychain;
    SessionSecrets secrets{keychain};
    SystemClock clock;
    std::shared_ptr<HttpClient> client = std::make_shared<HttpClient>();

    [[nodiscard]] std::unique_ptr<aliyun::AliyunTargets> open() {
        return std::make_unique<aliyun::AliyunTargets>(folder.path(),
            emulator::EmulatorLocation{folder.filePath(u"emulator"_s), u"/nowhere/miaobu"_s, std::nullopt}, client,
            aliyun::AccessKeys(secrets, clock, QProcessEnvironment()));
    }
};

/// Answers what a test has put there, by name and kind, as one public resolver would.
class Names final : public NameResolver {
public:
    QMap<std::pair<QString, DnsType>, DnsAnswer> answers;

    void setText(const QString& name, const QString& text) { put(name, DnsType::Txt, {}, {text}); }
    void setAlias(const QString& name, const QString& alias) { put(name, DnsType::Address, {alias}, {}); }

    QCoro::Task<QList<DnsAnswer>> look(QString name, DnsType type, std::stop_token stop) override {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        DnsAnswer answer = answers.value({name, type});
        answer.source = u"AliDNS"_s;
        co_return QList<DnsAnswer>{answer};
    }

private:
    void put(const QString& name, DnsType type, const QStringList& aliases, const QStringList& values) {
        DnsAnswer answer;
        answer.outcome = DnsAnswer::Outcome::Found;
        answer.aliases = aliases;
        answer.values = values;
        answers.insert({name, type}, answer);
    }
};

/// The real window over the real services; only the cloud and the builder are small.
class Desk {
public:
    enum class Cloud { InMemory, Aliyun };

    /// \a publisher: whom the program asks for its newest release; without a name nobody.
    explicit Desk(Cloud cloud = Cloud::InMemory, const GitHubHost& publisher = {})
        : store(kept.open()), world(cloud == Cloud::Aliyun ? kept.open() : nullptr), accounts(kept.client),
          targetService(*world.targets, *store, accounts),
          domains({*world.database, *world.targets, *world.deployer, names, world.clock},
              {.firstPause = std::chrono::milliseconds(20), .longestPause = std::chrono::milliseconds(50)}),
          purging(*world.database, *world.targets,
              {.task = std::chrono::seconds(20), .firstPause = std::chrono::milliseconds(1)}),
          reality(world.parts(), world.limits, *world.deployer), emulator(world.home, u"/nowhere/miaobu"_s),
          variableService(*world.variables, *world.database), inspector(*world.database, world.checkout, world.home),
          projectInspector(*world.database, world.checkout, world.home), addresses(*world.targets),
          gitHub(
              *world.database, kept.secrets, world.clock, shell, kept.client, kept.folder.filePath(u"github.lock"_s)),
          comparison(*world.database, *world.targets, world.home), runtimeLog(*world.targets, world.home),
          pushParts({*world.database, world.clock, *world.deployer, gitHub.services().access, world.home.mirrorFolder(),
              QCoreApplication::applicationFilePath(), gitHub.credentials()}),
          pictures(*world.database, world.home, kept.client, {}),
          updates({*world.database, world.clock, kept.client, publisher,
              publisher.name.isEmpty() ? QString() : u"miaobu/miaobu"_s, u"0.1.0"_s}),
          changes(*world.database), appearance(*qApp), window(services(), appearance, prompt) {
        appearance.setLanguage(u"en"_s);
        prompt.folder = world.sourceFolder();
        window.frame().resize(1280, 800); // The screen of the tests is smaller, and the window fits itself into it.
        window.frame().QWidget::show();
    }
    ~Desk() {
        end(domains);
        end(pushes);
        end(reporter);
        end(purging);
        end(reality);
        end(targetService);
        end(variableService);
        end(pictures);
        end(engines);
        end(updates);
        end(gitHub.services().signIn);
        end(gitHub.services().repositories);
        world.stop();
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    WindowServices services() {
        return {*world.deployer, domains, purging, reality, inspector, projectInspector, addresses, gitHub.services(),
            *world.database, *world.targets, *store, targetService, emulator, variableService, comparison, runtimeLog,
            pushes, reporter, pictures, engines, updates, changes, world.clock, world.home};
    }

    template <typename Widget> Widget& named(const QString& name) {
        for (Widget* widget : window.frame().findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return *widget;
            }
        }
        qFatal("%s is not to be seen", qPrintable(name));
    }
    void click(const QString& name) { QTest::mouseClick(&named<QPushButton>(name), Qt::LeftButton); }
    /// Deploys what is shown, and waits until it is live.
    void deploy() {
        click(u"deploy"_s);
        QTRY_VERIFY2(pill() == u"Live", qPrintable(error()));
    }
    /// Whether a part of the project's page is to be seen.
    bool shows(const QString& name) { return window.frame().project().findChild<QWidget*>(name)->isVisible(); }
    /// What the page says went wrong; for a test that did not expect it.
    QString error() {
        QStringList words;
        for (const QString& name : {u"errorWhat"_s, u"errorWhy"_s, u"errorDetails"_s}) {
            for (const QWidget* part : window.frame().project().findChildren<QWidget*>(name)) {
                words.append(part->property(part->inherits("QLabel") ? "text" : "plainText").toString());
            }
        }
        return words.join(u' ');
    }
    QString pill() { return window.frame().project().findChild<Pill*>(u"pagePill"_s)->text(); }

private:
    /// What tells that it is idle does so later; it must live until then.
    template <typename Service> static void end(Service& service) {
        const QSignalSpy idle(&service, &Service::idle);
        service.shutDown();
        QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), 20'000);
    }

public:
    TargetFolder kept;
    std::unique_ptr<aliyun::AliyunTargets> store;
    World world;
    aliyun::AliyunAccounts accounts;
    TargetService targetService;
    Names names;
    DomainService domains;
    PurgeService purging;
    RealityService reality;
    EmulatorControl emulator;
    VariableService variableService;
    SourceInspector inspector;
    SourceInspector projectInspector;
    AddressCheck addresses;
    LoginShell shell;
    GitHubParts gitHub;
    Comparison comparison;
    RuntimeLogService runtimeLog;
    PushParts pushParts;
    PushWatcher& pushes = pushParts.watcher();
    DeploymentReporter& reporter = pushParts.reporter();
    SitePictures pictures;
    EngineWatch engines{QProcessEnvironment(), shell};
    UpdateCheck updates;
    ChangeWatcher changes;
    Appearance appearance;
    Willing prompt;
    WindowController window;
};

} // namespace miaobu::test
