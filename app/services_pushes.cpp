#include "app/services_pushes.h"

#include "core/deploy/deployer.h"
#include "core/github/deployment_reporter.h"
#include "core/github/github_access.h"
#include "core/watch/git_push_source.h"
#include "core/watch/github_push_source.h"
#include "core/watch/push_watcher.h"

#include <QRandomGenerator>

namespace miaobu::app {

struct PushParts::Parts {
    explicit Parts(const Needs& needs)
        : git(needs.mirrorFolder, needs.program, needs.credentials), gitHub(needs.database, needs.access, git),
          watcher({needs.database, gitHub, needs.clock,
              [deployer = &needs.deployer](DeployRequest request) { return deployer->deploy(std::move(request)); },
              [deployer = &needs.deployer](ProjectId project, const QStringList& branches) {
                  (void)deployer->removeGonePreviews(project, branches);
              },
              [] { return QRandomGenerator::global()->generateDouble(); }}),
          reporter(needs.database, needs.access) { }

    GitPushSource git;
    GitHubPushSource gitHub;
    PushWatcher watcher;
    DeploymentReporter reporter;
};

PushParts::PushParts(const Needs& needs) : m_parts(std::make_unique<Parts>(needs)) {
    PushWatcher* const watcher = &m_parts->watcher;
    DeploymentReporter* const reporter = &m_parts->reporter;
    Deployer* const deployer = &needs.deployer;
    QObject::connect(deployer, &Deployer::deploymentChanged, watcher, &PushWatcher::noteDeployment);
    QObject::connect(deployer, &Deployer::projectRemoved, watcher, &PushWatcher::forget);
    QObject::connect(deployer, &Deployer::deploymentChanged, reporter, &DeploymentReporter::noteDeployment);
    QObject::connect(deployer, &Deployer::projectRemoved, reporter, &DeploymentReporter::noteRemoval);
    // Who signed in again wants to see what was pushed meanwhile.
    QObject::connect(&needs.access, &GitHubAccess::accountsChanged, watcher, &PushWatcher::wake);
}

PushParts::~PushParts() = default;

PushWatcher& PushParts::watcher() const {
    return m_parts->watcher;
}

DeploymentReporter& PushParts::reporter() const {
    return m_parts->reporter;
}

} // namespace miaobu::app
