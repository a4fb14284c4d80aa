#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/text/state_text.h"
#include "app/text/watch_text.h"
#include "core/async/completion.h"
#include "core/ports/clock.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/watch_table.h"
#include "core/watch/push_watcher.h"

#include <QHash>
#include <QJsonArray>

#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString phaseName(WatchPhase phase) {
    static constexpr std::array names{"off", "resting", "looking", "limited", "offline", "needs-sign-in", "failed"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(phase)));
}

QJsonObject jsonOf(const Project& project, const WatchState& state) {
    QJsonObject object{{u"slug"_s, project.slug}, {u"on"_s, state.phase != WatchPhase::Off},
        {u"phase"_s, phaseName(state.phase)}, {u"branch"_s, state.branch}, {u"head"_s, state.head}};
    if (state.outcome) {
        object.insert(u"lastPush"_s,
            QJsonObject{{u"verdict"_s, pushVerdictName(state.outcome->verdict)}, {u"commit"_s, state.outcome->commit},
                {u"message"_s, state.outcome->message}});
    }
    return object;
}

QString rootOf(const Project& project) {
    return withOverrides(project.plan, project.overrides).rootDirectory;
}

QList<Project> watchedProjects(const Services& services) {
    QList<Project> projects;
    for (const ProjectId id : WatchTable(services.database()).enabled()) {
        if (const std::optional<Project> project = ProjectTable(services.database()).find(id)) {
            projects.append(*project);
        }
    }
    return projects;
}

/// What is seen goes to standard error, each thing once; the deployments that come of it to standard output.
void printWhileWatching(const Services* services, const Output& output, const QObject* listener) {
    PushWatcher* const watcher = &services->pushes();
    auto problems = std::make_shared<QHash<ProjectId, QString>>();
    const auto slugOf = [services](ProjectId id) {
        const std::optional<Project> project = ProjectTable(services->database()).find(id);
        return project ? project->slug : QString::number(id);
    };
    QObject::connect(watcher, &PushWatcher::stateChanged, listener,
        [problems, output, slugOf](ProjectId id, const WatchState& state) {
            if (const QString problem = watchProblem(state); problems->value(id) != problem) {
                problems->insert(id, problem);
                output.note(slugOf(id) + u": "_s + (problem.isEmpty() ? Words::tr("All is well again.") : problem));
            }
        });
    QObject::connect(
        watcher, &PushWatcher::pushJudged, listener, [services, output, slugOf](ProjectId id, const PushOutcome& push) {
            const std::optional<Project> project = ProjectTable(services->database()).find(id);
            const QString text = push.verdict == PushVerdict::Deployed
                ? Words::tr("%1 is being deployed.").arg(shortCommit(push.commit) + u' ' + push.message)
                : pushText(push, project ? rootOf(*project) : QString(), services->clock().now());
            output.note(slugOf(id) + u": "_s + text);
        });
    QObject::connect(&services->deployer(), &Deployer::previewGone, listener, [output, slugOf](const Preview& preview) {
        output.note(slugOf(preview.project) + u": "_s
            + Words::tr("The preview %1 is removed: the branch %2 is gone.").arg(preview.host, preview.branch));
    });
    QObject::connect(
        &services->deployer(), &Deployer::deploymentChanged, listener, [output, slugOf](const Deployment& deployment) {
            if (isActive(deployment.state) || deployment.state == DeploymentState::Ready
                || deployment.state == DeploymentState::Purged) {
                return;
            }
            if (deployment.failure) {
                (void)output.fail(errorOf(*deployment.failure));
            }
            output.line(u"%1 #%2 %3 %4"_s.arg(slugOf(deployment.project))
                    .arg(deployment.number)
                    .arg(deploymentStateName(deployment.state), deployment.url));
            if (output.isJson()) {
                output.result(toJson(deployment));
            }
        });
}

/// Ends what runs, and waits until it is gone.
QCoro::Task<> leave(const Services* services) {
    const QObject listener;
    const Completion watcherIdle;
    QObject::connect(&services->pushes(), &PushWatcher::idle, &listener, [watcherIdle] { watcherIdle.complete(); });
    services->pushes().shutDown();
    co_await watcherIdle;
    const Completion deployerIdle;
    QObject::connect(&services->deployer(), &Deployer::idle, &listener, [deployerIdle] { deployerIdle.complete(); });
    services->deployer().shutDown();
    co_await deployerIdle;
}

int listWatches(const CommandContext& context) {
    QList<QStringList> rows;
    QJsonArray all;
    for (const Project& project : watchedProjects(*context.services)) {
        const WatchState state = context.services->pushes().state(project.id);
        rows.append({project.slug, state.branch, shortCommit(state.head),
            state.outcome ? pushText(*state.outcome, rootOf(project), context.services->clock().now()) : QString()});
        all.append(jsonOf(project, state));
    }
    for (const QString& line : table(rows).split(u'\n', Qt::SkipEmptyParts)) {
        context.output.line(line);
    }
    context.output.result(all);
    return Succeeded;
}

} // namespace

QCoro::Task<int> runWatch(CommandContext context) {
    Services* const services = context.services;
    PushWatcher& watcher = services->pushes();
    const bool isOff = context.options->isSet(u"off"_s);
    for (const QString& slug : std::as_const(context.arguments)) {
        const ProjectId project = projectCalled(*services, slug).id;
        watcher.setEnabled(project, !isOff);
        if (!isOff && context.options->isSet(u"branches"_s)) {
            watcher.setBranches(project, true);
        }
    }
    if (isOff || context.options->isSet(u"list"_s)) {
        co_return listWatches(context);
    }
    if (watchedProjects(*services).isEmpty()) {
        context.output.note(Words::tr("No project deploys on push. Name those that should: miaobu watch SLUG"));
        co_return BadUsage;
    }
    Deployer& deployer = services->deployer();
    co_await awaitOperation(&deployer, deployer.recover());
    const QObject listener;
    printWhileWatching(services, context.output, &listener);
    context.output.note(Words::tr("Looking for pushes of %n project(s). Ctrl-C ends it.", nullptr,
        static_cast<int>(watchedProjects(*services).size())));
    const Completion asked;
    const std::stop_callback onStop(context.stop, [asked] { asked.complete(); });
    watcher.start();
    co_await asked;
    co_await leave(services);
    co_return WasCancelled;
}

} // namespace miaobu::app
