#pragma once

#include "core/store/preview_table.h"
#include "core/watch/push_watcher.h"
#include "tests/deploy/world.h"

#include <QMap>
#include <QSignalSpy>

namespace miaobu::test {

class ManualClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return time; }

    QDateTime time{QDate(2026, 11, 27), QTime(9, 0), Qt::UTC};
};

/// The server, as a test scripts it.
class ScriptedSource final : public PushSource {
public:
    QCoro::Task<std::optional<PushHead>> head(Project project, QString known, std::stop_token stop) override {
        ++looks;
        looked.append(project.slug);
        mostAtOnce = std::max(mostAtOnce, ++atOnce);
        co_await sleepFor(std::chrono::milliseconds(hangs ? 60'000 : 1), stop);
        --atOnce;
        if (error) {
            throw Error(*error);
        }
        const QString current = commits.value(project.slug, commit);
        if (current == known) {
            co_return std::nullopt;
        }
        const PushHead head{current, QStringLiteral("main")};
        co_return std::optional(head);
    }

    QCoro::Task<BranchList> branches(Project, std::stop_token) override {
        ++lists;
        if (listError) {
            throw Error(*listError);
        }
        BranchList list;
        list.isComplete = isComplete;
        for (auto head = branchHeads.cbegin(); head != branchHeads.cend(); ++head) {
            list.heads.append({head.value(), head.key()});
        }
        co_return list;
    }

    QCoro::Task<PushComparison> compare(Project, QString base, PushHead, std::stop_token) override {
        compared.append(base);
        const PushComparison result = comparison;
        co_return result;
    }

    QString commit = QString(40, u'a');
    QHash<QString, QString> commits; ///< Of single projects
    PushComparison comparison{
        CommitRelation::Newer, QStringLiteral("Fix header\n\nBody"), QStringLiteral("Zoë"), {}, true};
    std::optional<Error> error;
    QMap<QString, QString> branchHeads{{QStringLiteral("main"), QString(40, u'a')}};
    bool isComplete = true; ///< The list of branches
    std::optional<Error> listError;
    int lists = 0;
    bool hangs = false;
    int looks = 0;
    int atOnce = 0;
    int mostAtOnce = 0;
    QStringList looked;
    QStringList compared;
};

/// A project from a repository, whose pushes are watched, on a computer whose time the test moves.
class WatchDesk {
public:
    WatchDesk() {
        world.write(QStringLiteral("package.json"), R"({"scripts":{"build":"vite build"}})");
        world.write(QStringLiteral("index.html"), "hello");
        project = addProject(QStringLiteral("shop"));
        begin();
    }

    ~WatchDesk() { end(); }

    /// A watcher as the next start of the program would have.
    void begin() {
        PushWatchParts parts{*world.database, source, clock,
            [this](DeployRequest request) {
                requests.append(request);
                return world.deployer->deploy(request);
            },
            [this](
                ProjectId id, const QStringList& branches) { (void)world.deployer->removeGonePreviews(id, branches); },
            [this] { return random; }};
        WatchPace pace;
        pace.keepsTime = false;
        watcher.emplace(std::move(parts), pace);
        QObject::connect(&*world.deployer, &Deployer::deploymentChanged, &*watcher, &PushWatcher::noteDeployment);
        watcher->start();
    }

    void end() {
        if (watcher) {
            QSignalSpy idle(&*watcher, &PushWatcher::idle);
            watcher->shutDown();
            QVERIFY(idle.wait(5000));
            watcher.reset();
        }
    }

    Project addProject(const QString& slug) {
        Project added;
        added.name = slug;
        added.source = {SourceKind::Git, world.sourceFolder(), QStringLiteral("main")};
        added.overrides.outputDir = QStringLiteral("dist");
        return world.deployer->addProject(added);
    }

    /// Lets time pass, and everything that is due happen.
    void pass(std::chrono::seconds duration) {
        clock.time = clock.time.addSecs(duration.count());
        settle();
    }

    void settle() {
        watcher->tick();
        while (watcher->isBusy()) {
            QTest::qWait(1);
        }
    }

    /// The end of every deployment.
    void waitDeployed() {
        world.waitIdle([] { });
        settle();
    }

    void watch() {
        watcher->setEnabled(project.id, true);
        settle();
    }

    void push(const QString& commit) { source.commit = commit; }
    void pushTo(const QString& branch, const QString& commit) { source.branchHeads.insert(branch, commit); }

    /// A preview of \a branch, as a person makes one.
    Deployment preview(const QString& branch, const QString& commit) {
        DeployRequest request;
        request.project = project.id;
        request.branch = branch;
        request.commit = commit;
        request.preview = previewNameOf(project.slug, branch);
        DeploymentId id = 0;
        world.waitIdle([&] { id = world.deployer->deploy(request); });
        return world.find(id);
    }
    [[nodiscard]] QStringList previews() const {
        QStringList names;
        for (const Preview& preview : PreviewTable(*world.database).ofProject(project.id)) {
            names.append(preview.name);
        }
        return names;
    }

    [[nodiscard]] WatchState state() const { return watcher->state(project.id); }
    [[nodiscard]] PushVerdict verdict() const { return state().outcome->verdict; }

    World world;
    ManualClock clock;
    ScriptedSource source;
    double random = 0.5; ///< No jitter
    QList<DeployRequest> requests;
    Project project;
    std::optional<PushWatcher> watcher;
};

} // namespace miaobu::test
