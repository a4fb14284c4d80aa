#include "core/deploy/previews.h"

#include "core/async/pool.h"
#include "core/deploy/route_record.h"
#include "core/secrets/password_gate.h"

using namespace Qt::StringLiterals;

namespace miaobu {

void markPreview(const DeployContext& context, const QString& target, const QString& host, RoutingEntry& entry) {
    const std::optional<Preview> preview = PreviewTable(context.parts.database).ofHost(host, target);
    if (!preview) {
        return;
    }
    entry.others.insert(entrymember::noindex, true);
    if (preview->isProtected && !entry.others.contains(entrymember::gate)) {
        throw Error(ErrorKind::InvalidInput, host, u"its password has to be set again"_s);
    }
}

QCoro::Task<> requireGateKeeper(OpenTarget target, RoutingEntry entry) {
    if (!entry.others.contains(entrymember::gate) || !target.routine) {
        co_return;
    }
    const RoutineStatus status = co_await target.routine->status({});
    if (status.production == RoutineStatus::Production::Other) {
        throw Error(ErrorKind::RoutineOutdated, status.name);
    }
}

QCoro::Task<> Previews::remove(Project project, Preview preview) const {
    if (preview.host.isEmpty()) {
        // Its first deployment did not come so far.
        PreviewTable(m_context.parts.database).remove(project.id, preview.target, preview.name);
        emit m_context.announcements.routesChanged(project.id);
        co_return;
    }
    const OpenTarget target = co_await m_context.parts.targets.open(preview.target, {});
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(preview.host, {});
    if (entry && entry->projectSlug == project.slug) {
        co_await target.router->removeEntry(preview.host, {});
        const Routing routing(m_context.limits);
        const Routing::Note note = [](const QString& line) { qWarning("%s", qUtf8Printable(line)); };
        const QStringList hosts{preview.host};
        co_await routing.purge(target, hosts, note);
    }
    PreviewTable(m_context.parts.database).remove(project.id, preview.target, preview.name);
    forgetRoute(m_context, project.id, preview.host, preview.target);
}

QCoro::Task<> Previews::protect(Project project, Preview preview, QByteArray password) const {
    const OpenTarget target = co_await m_context.parts.targets.open(preview.target, {});
    const std::optional<RoutingEntry> before = co_await target.router->readEntry(preview.host, {});
    if (!before || before->projectSlug != project.slug) {
        throw Error(ErrorKind::HostUnknown, preview.host);
    }
    RoutingEntry entry = *before;
    entry.updatedAt = m_context.parts.clock.now();
    if (password.isEmpty()) {
        entry.others.remove(entrymember::gate);
    } else {
        const auto make = [password, gate = before->others.value(entrymember::gate).toObject()] {
            return passwordGate(password, gate);
        };
        const QJsonObject gate = co_await runOnPool(make);
        entry.others.insert(entrymember::gate, gate);
        co_await requireGateKeeper(target, entry);
    }
    preview.isProtected = !password.isEmpty();
    if (preview.isProtected) {
        // From now on it is never shown without one, whatever becomes of this.
        PreviewTable(m_context.parts.database).put(preview);
    }
    const Routing routing(m_context.limits);
    const Routing::Note note = [](const QString& line) { qWarning("%s", qUtf8Printable(line)); };
    HostSwitch change;
    change.target = target;
    change.host = preview.host;
    change.entry = entry;
    change.previous = before;
    co_await routing.write(change);
    const QStringList hosts{preview.host};
    co_await routing.purge(target, hosts, note);
    PreviewTable(m_context.parts.database).put(preview);
    emit m_context.announcements.routesChanged(project.id);
}

} // namespace miaobu
