// The stages of the pipeline that change what visitors see: route, purge, prove.
#include "core/async/pool.h"
#include "core/deploy/pipeline.h"
#include "core/deploy/previews.h"
#include "core/deploy/route_record.h"
#include "core/model/target.h"
#include "core/secrets/password_gate.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

Routing::Note noteOf(const std::shared_ptr<Run>& run) {
    return [run](const QString& line) { run->note(line); };
}

} // namespace

QCoro::Task<> Pipeline::goLive(std::shared_ptr<Run> run) const {
    HostSwitch change = hostSwitch(m_context, run->target, run->host(), run->deployment);
    change.previous = co_await m_routing.claimHost(run->target, change.host, run->project.slug);
    change.entry = entryFor(run->deployment, run->project.slug, change.previous, m_context.parts.clock.now());
    run->replaced.insert(change.previous.value_or(RoutingEntry()).deployment);
    co_await preparePreview(run, &change.entry);
    std::exception_ptr failure;
    run->enter(Stage::Route);
    try {
        co_await m_routing.write(change);
        run->enter(Stage::Purge);
        const QStringList hosts{change.host};
        change.reached(HostStage::Purging);
        co_await m_routing.purge(run->target, hosts, noteOf(run));
        run->enter(Stage::Prove);
        co_await m_routing.prove(change, noteOf(run));
        recordLive(*run);
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure) {
        co_await m_routing.restore(change, noteOf(run));
        std::rethrow_exception(failure);
    }
    if (run->preview.isEmpty()) {
        co_await updateOtherHosts(run);
    }
}

QCoro::Task<> Pipeline::preparePreview(std::shared_ptr<Run> run, RoutingEntry* entry) const {
    if (!run->password.isEmpty()) {
        const auto make = [password = run->password, before = entry->others.value(entrymember::gate).toObject()] {
            return passwordGate(password, before);
        };
        const QJsonObject gate = co_await runOnPool(make);
        entry->others.insert(entrymember::gate, gate);
    }
    markPreview(m_context, run->deployment.target, run->host(), *entry);
    co_await requireGateKeeper(run->target, *entry);
}

QCoro::Task<> Pipeline::finishRouted(std::shared_ptr<Run> run) const {
    HostSwitch change = hostSwitch(m_context, run->target, run->host(), run->deployment);
    change.entry.deployment = run->id();
    run->enter(Stage::Purge);
    const QStringList hosts{change.host};
    co_await m_routing.purge(run->target, hosts, noteOf(run));
    run->enter(Stage::Prove);
    co_await m_routing.prove(change, noteOf(run));
    recordLive(*run);
}

void Pipeline::recordLive(Run& run) const {
    run.deployment.finishedAt = m_context.parts.clock.now();
    run.deployment.failure.reset();
    const QString host = run.host();
    // A preview follows no other deployment than those that are made for it.
    const bool isSite = run.preview.isEmpty();
    recordRoute(m_context, {host, run.project.id, run.deployment.target, run.id(), isSite, isSite}, run.deployment);
    run.deployment.state = DeploymentState::Live;
    run.note(u"Live: "_s + run.deployment.url);
}

QCoro::Task<> Pipeline::updateOtherHosts(std::shared_ptr<Run> run) const {
    const QList<Route> routes = m_context.routes().ofProject(run->project.id);
    for (const Route& route : routes) {
        if (route.own || !route.autoUpdate || route.target != run->deployment.target) {
            continue;
        }
        QString problem;
        try {
            HostSwitch change = hostSwitch(m_context, run->target, route.host, run->deployment);
            co_await proveHost(m_context.parts.ownership, run->target.target, route.host);
            change.previous = co_await m_routing.claimHost(run->target, route.host, run->project.slug);
            change.entry = entryFor(run->deployment, run->project.slug, change.previous, m_context.parts.clock.now());
            markDomain(m_context, route, change.entry);
            run->replaced.insert(route.deployment);
            co_await m_routing.change(change, noteOf(run));
            Route moved = route;
            moved.deployment = run->id();
            recordRoute(m_context, moved);
        } catch (const Error& error) {
            problem = QString::fromUtf8(error.what());
        }
        if (!problem.isEmpty()) {
            run->note(u"Warning: %1 still shows what it showed before: %2"_s.arg(route.host, problem));
        }
    }
}

} // namespace miaobu
