// The stages of the pipeline that happen on this computer: checkout, install, build.
#include "core/async/pool.h"
#include "core/build/builder.h"
#include "core/deploy/build_reuse.h"
#include "core/deploy/pipeline.h"
#include "core/deploy/remove_folder.h"
#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"
#include "core/variables/project_variables.h"

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// \throws Error(NothingToDeploy)
void refuseWhatCannotBeDeployed(const BuildPlan& plan) {
    if (plan.kind == ProjectKind::Unknown) {
        Error error(ErrorKind::NothingToDeploy, plan.rootDirectory, plan.reasons.value(u"kind"_s));
        error.alternatives = plan.apps;
        throw error;
    }
}

/// Says what was not chosen where nobody chose.
void noteOtherApps(const Run& run) {
    const BuildPlan& plan = run.deployment.plan;
    const BuildOverrides& chosen = run.project.overrides;
    if (!plan.appCandidates.isEmpty() && chosen.appModule.isEmpty() && chosen.startCommand.isEmpty()) {
        run.note(
            u"Several apps were found: %1 is run. Another one can be chosen in the settings, or with --app: %2."_s.arg(
                plan.appModule, plan.appCandidates.join(u", "_s)));
    }
}

BuildRequest buildRequest(const Run& run, const QString& source) {
    return {source, run.deployment.plan, buildVariables(run), run.target.secrets, run.project.slug};
}

} // namespace

QCoro::Task<> Pipeline::takeVariables(std::shared_ptr<Run> run) const {
    const VariableScope scope = run->preview.isEmpty() ? VariableScope::Production : VariableScope::Preview;
    const ResolvedVariables own = co_await m_context.parts.variables.resolve(run->project.id, scope, run->stopToken());
    VariableRevisions revisions;
    for (const EnvironmentVariable& variable : own.variables) {
        const auto given = std::ranges::find(run->variables, variable.name, &EnvironmentVariable::name);
        if (given == run->variables.end()) {
            run->variables.append(variable);
            revisions.insert(variable.name, own.revisions.value(variable.name));
        } else if (!variable.secret) {
            // The project says that everybody may read it.
            given->secret = false;
        }
    }
    run->log()->mask(run->secrets());
    m_context.deployments().setVariableRevisions(run->id(), revisions);
}

QCoro::Task<QString> Pipeline::checkOut(std::shared_ptr<Run> run) const {
    const QString folder = run->buildFolder();
    const QString source = folder + u"/source"_s;
    const auto prepare = [folder] { makeFreshFolder(folder); };
    co_await runOnPool(prepare);
    const CheckoutRequest request{run->project.source, run->deployment.requestedCommit, source};
    CheckoutRequest exact = request;
    if (!run->deployment.revision.branch.isEmpty()) {
        exact.source.branch = run->deployment.revision.branch;
    }
    const Checkout checkout
        = co_await m_context.parts.checkout.checkOut(exact, *run->log(), Run::reporter(run), run->stopToken());
    run->deployment.revision = checkout.revision;

    const BuildOverrides overrides = run->project.overrides;
    const auto look = [source, root = overrides.rootDirectory] { return detect(FolderTree(source), root); };
    const BuildPlan detected = co_await runOnPool(look);
    run->deployment.plan = withOverrides(detected, overrides);
    run->save();
    rememberPlan(*run, detected);
    refuseWhatCannotBeDeployed(run->deployment.plan);
    noteOtherApps(*run);
    if (!isWebApp(run->deployment.plan.kind)) {
        refuseRemovedLinks(run->deployment.plan, source, checkout.removedLinks);
    }
    co_return source;
}

void Pipeline::rememberPlan(const Run& run, const BuildPlan& detected) const {
    // Read anew: a person may have changed the project since the deployment was queued.
    std::optional<Project> project = m_context.projects().find(run.project.id);
    // Another branch may be built in another way than the site is.
    const bool isTheirs = run.preview.isEmpty() || (project && project->plan == BuildPlan());
    if (project && isTheirs && project->plan != detected) {
        project->plan = detected;
        m_context.projects().update(*project);
        emit m_context.announcements.projectChanged(*project);
    }
}

QCoro::Task<std::optional<Manifest>> Pipeline::findEqualBuild(
    std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft, QString source) const {
    const BuildPlan plan = run->deployment.plan;
    if (!plan.buildCommand.isEmpty()) {
        draft->toolchain = co_await m_context.parts.builder.toolchain(plan, source, *run->log(), run->stopToken());
        run->note(u"Tools: "_s + draft->toolchain);
    }
    describeBuild(m_context, *run, draft->toolchain, *draft);
    const std::optional<Manifest> equal = co_await findEqual(&m_context, m_manifests, run, draft->buildKey);
    co_return std::optional<Manifest>(equal);
}

QCoro::Task<> Pipeline::installAndBuild(std::shared_ptr<Run> run, QString source) const {
    if (run->deployment.plan.buildCommand.isEmpty()) {
        run->note(u"Nothing to build."_s);
        co_return;
    }
    Builder& builder = m_context.parts.builder;
    const BuildRequest request = buildRequest(*run, source);
    std::exception_ptr failure;
    try {
        run->enter(Stage::Install);
        co_await builder.install(request, *run->log(), run->stopToken());
        run->enter(Stage::Build);
        co_await builder.build(request, *run->log(), run->stopToken());
    } catch (...) {
        failure = std::current_exception();
    }
    co_await builder.finish(request, failure == nullptr);
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace miaobu
