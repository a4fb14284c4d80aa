#pragma once

#include "core/build/builder.h"
#include "core/deploy/deployer.h"
#include "core/git/source_checkout.h"
#include "core/model/manifest.h"
#include "core/ports/clock.h"
#include "core/secrets/envelope.h"
#include "core/secrets/keychain.h"
#include "core/secrets/session_secrets.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"
#include "core/store/settings_table.h"
#include "core/variables/project_variables.h"
#include "core/variables/run_variables.h"
#include "tests/deploy/memory_apps.h"
#include "tests/deploy/memory_cloud.h"
#include "tests/support/await.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace miaobu::test {

/// Copies a flat folder; its content names the tree.
class FolderCopy final : public SourceCheckout {
public:
    std::function<void()> onCheckout;
    SourceCheckout* repositories = nullptr; ///< Of sources that are repositories, where a test has real ones.

    QCoro::Task<Checkout> checkOut(
        CheckoutRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) override {
        co_await sleepFor(std::chrono::milliseconds(1), stop);
        if (onCheckout) {
            onCheckout();
        }
        if (repositories && request.source.kind == SourceKind::Git) {
            co_return co_await repositories->checkOut(request, log, progress, stop);
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QDir().mkpath(request.destination);
        for (const QFileInfo& file :
            QDir(request.source.location).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name)) {
            QFile content(file.filePath());
            if (!content.open(QIODevice::ReadOnly)
                || !QFile::copy(file.filePath(), request.destination + u'/' + file.fileName())) {
                throw Error(ErrorKind::FileSystem, file.filePath());
            }
            hash.addData(file.fileName().toUtf8() + '\0' + content.readAll());
        }
        progress(1, 1);
        log.note(QStringLiteral("copied"));
        co_return Checkout{{request.commit, QString::fromLatin1(hash.result().toHex()), {}, {}, {}, false}, {}};
    }
};

/// "Builds" by copying every file of the source but package.json into dist/.
class CopyBuilder final : public Builder {
public:
    int installs = 0;
    int builds = 0;
    int finished = 0;
    QList<EnvironmentVariable> variables; ///< Of the last build
    BuildPlace place = BuildPlace::Computer; ///< Of the last build
    bool hasNode = true; ///< On this computer itself
    bool failBuild = false;
    bool hangs = false;

    QCoro::Task<QString> toolchain(BuildPlan plan, QString, LogSink&, std::stop_token) override {
        if (!hasNode && plan.place == BuildPlace::Computer) {
            Error error(ErrorKind::NodeUnsuitable, QStringLiteral(">=22"));
            error.alternatives = {QStringLiteral("20.20.2")};
            throw error;
        }
        co_return QStringLiteral("node 20");
    }

    QCoro::Task<> install(BuildRequest, LogSink&, std::stop_token stop) override {
        ++installs;
        co_await sleepFor(hangs ? std::chrono::hours(1) : std::chrono::milliseconds(1), stop);
    }

    QCoro::Task<> build(BuildRequest request, LogSink& log, std::stop_token stop) override {
        ++builds;
        variables = request.variables;
        place = request.plan.place;
        co_await sleepFor(std::chrono::milliseconds(1), stop);
        if (failBuild) {
            Error error(ErrorKind::BuildFailed, QStringLiteral("vite build"), QStringLiteral("no such module"));
            error.exitCode = 3;
            throw error;
        }
        QDir(request.sourceDirectory).mkpath(QStringLiteral("dist"));
        for (const QString& name : QDir(request.sourceDirectory).entryList(QDir::Files)) {
            if (name != u"package.json") {
                QFile::copy(
                    request.sourceDirectory + u'/' + name, request.sourceDirectory + QStringLiteral("/dist/") + name);
            }
        }
        log.write(LogChannel::Output, "built\n");
    }

    QCoro::Task<> finish(BuildRequest, bool) override {
        ++finished;
        co_return;
    }
};

/// An Error has no default value, which QVariant::value() asks for.
inline Error errorIn(const QVariant& value) {
    return *static_cast<const Error*>(value.constData());
}

/// One computer with a project on it, and the cloud it deploys to.
class World {
public:
    /// \a others: another cloud than the one in memory.
    explicit World(std::unique_ptr<Targets> others = nullptr)
        : home{m_folder.path(), m_folder.filePath(QStringLiteral("cache"))},
          targets(others ? std::move(others) : std::make_unique<MemoryTargets>(cloud)) {
        for (const QString& folder : {home.logFolder(), home.buildFolder(), sourceFolder()}) {
            QDir().mkpath(folder);
        }
        database.emplace(home.databaseFile());
        variables.emplace(*database, envelope, clock);
        runVariables.emplace(*database, envelope);
        limits.routeConfirmation = limits.proof = std::chrono::milliseconds(isInMemory() ? 30 : 2000);
        limits.cloudProof = limits.proof;
        limits.appHealth = std::chrono::milliseconds(30);
        limits.cloudAnswerPause = std::chrono::milliseconds(1);
        limits.firstPause = std::chrono::milliseconds(1);
        start();
    }

    ~World() { stop(); }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    [[nodiscard]] bool isInMemory() const { return dynamic_cast<MemoryTargets*>(targets.get()) != nullptr; }

    /// A new deployer over the same files, as the next start of the program would have.
    void start() { deployer.emplace(parts(), limits); }

    [[nodiscard]] DeployParts parts() {
        return {*database, checkout, builder, *targets, clock, *variables, apps, *runVariables, home};
    }

    void stop() {
        if (deployer) {
            waitIdle([this] { deployer->shutDown(); });
            deployer.reset();
        }
    }

    [[nodiscard]] QString sourceFolder() const { return m_folder.filePath(QStringLiteral("source")); }

    void write(const QString& name, const QByteArray& content) const {
        QFile file(sourceFolder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    Project addProject(const QString& slug = QStringLiteral("shop")) {
        Project project;
        project.name = slug;
        project.source = {SourceKind::Folder, sourceFolder(), {}};
        project.overrides.outputDir = QStringLiteral("dist");
        return deployer->addProject(project);
    }

    /// Stores a variable of \a project. For secrets the master key has to be kept in memory, or there has to be a keyring.
    void setVariable(ProjectId project, const VariableDraft& draft) const {
        await(variables->apply(project, {{std::nullopt, draft}}, {}));
    }

    /// Waits until nothing runs; what \a begin starts is waited for.
    template <typename Begin> void waitIdle(Begin begin) {
        QSignalSpy idle(&*deployer, &Deployer::idle);
        begin();
        while (deployer->isBusy()) {
            QVERIFY(idle.wait(20'000));
        }
    }

    Deployment deploy(ProjectId project) {
        DeployRequest request;
        request.project = project;
        return deploy(request);
    }

    Deployment deploy(const DeployRequest& request) {
        DeploymentId id = 0;
        waitIdle([&] { id = deployer->deploy(request); });
        return *DeploymentTable(*database).find(id);
    }

    /// Runs an operation to its end. \returns what it failed of; Internal with "finished" as its subject when it did not fail.
    template <typename Begin> Error operate(Begin begin) {
        QSignalSpy failed(&*deployer, &Deployer::operationFailed);
        waitIdle(begin);
        return failed.isEmpty() ? Error(ErrorKind::Internal, QStringLiteral("finished"))
                                : errorIn(failed.first().at(1));
    }

    [[nodiscard]] Deployment find(DeploymentId id) const { return *DeploymentTable(*database).find(id); }

private:
    QTemporaryDir m_folder;

public:
    Home home;
    DeployLimits limits;
    MemoryCloud cloud;
    std::unique_ptr<Targets> targets;
    FolderCopy checkout;
    CopyBuilder builder;
    MemoryApps apps{cloud};
    SystemClock clock;
    Keychain keychain;
    SessionSecrets secrets{keychain};
    Envelope envelope{secrets, home.databaseFile() + QStringLiteral(".lock")};
    std::optional<Database> database;
    std::optional<ProjectVariables> variables;
    std::optional<RunVariables> runVariables;
    std::optional<Deployer> deployer;
};

} // namespace miaobu::test
