#pragma once

#include "core/reality/reality_service.h"
#include "tests/deploy/world.h"

namespace miaobu::test {

inline const QString shopHost = QStringLiteral("shop.localhost");
inline const QString targetName = QStringLiteral("prod");

/// A computer with a project that was deployed to a cloud twice, "one" and then "two", and the service that checks it.
class RealityWorld {
public:
    explicit RealityWorld(std::unique_ptr<Targets> targets = nullptr)
        : world(std::move(targets)), reality(world.parts(), world.limits, *world.deployer) {
        world.write(
            QStringLiteral("package.json"), R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
    }

    void deployTwice() {
        world.write(QStringLiteral("same.txt"), "same");
        world.write(QStringLiteral("index.html"), "one");
        world.cloud.targets.append(targetName);
        project = world.addProject();
        project.target = targetName;
        world.deployer->updateProject(project);
        first = world.deploy(project.id);
        world.write(QStringLiteral("index.html"), "two");
        second = world.deploy(project.id);
    }

    RealityReport check(ProjectId id = 0) {
        QSignalSpy checked(&reality, &RealityService::checked);
        run([&] { reality.check(id); });
        return checked.first().at(1).value<RealityReport>();
    }

    /// What it failed of; Internal with "finished" as its subject when it did not fail.
    Error fix(const RealityFinding& finding, RealityFix fix) {
        return run([&] { reality.fix(finding, fix); });
    }

    RebuildReport rebuild() {
        QSignalSpy rebuilt(&reality, &RealityService::rebuilt);
        run([&] { reality.rebuild(targetName); });
        return rebuilt.first().at(1).value<RebuildReport>();
    }

    template <typename Begin> Error run(Begin begin) {
        QSignalSpy failed(&reality, &RealityService::failed);
        begin();
        if (!QTest::qWaitFor([this] { return !reality.isBusy(); }, 20'000)) {
            qFatal("the service does not end");
        }
        return failed.isEmpty() ? Error(ErrorKind::Internal, QStringLiteral("finished"))
                                : errorIn(failed.first().at(1));
    }

    World world;
    RealityService reality;
    Project project;
    Deployment first;
    Deployment second;
};

} // namespace miaobu::test
