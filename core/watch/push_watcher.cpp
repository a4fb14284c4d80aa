#include "core/watch/push_watcher.h"

#include "core/async/caught_error.h"
#include "core/ports/clock.h"
#include "core/store/project_table.h"
#include "core/store/watch_table.h"

#include <algorithm>
#include <utility>

namespace miaobu {

PushWatcher::PushWatcher(PushWatchParts parts, WatchPace pace)
    : m_parts(std::move(parts)), m_pace(pace), m_operations({.finished = [](OperationId) {},
                                                   .failed = [](OperationId, const Error&) {},
                                                   .idle = [this] { emit idle(); }}) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PushWatcher::tick);
}

PushWatcher::~PushWatcher() = default;

void PushWatcher::start() {
    m_isStarted = true;
    reload();
    schedule();
}

void PushWatcher::reload() {
    const QList<ProjectId> enabled = WatchTable(m_parts.database).enabled();
    for (const ProjectId project : enabled) {
        Entry& entry = entryOf(project);
        if (!entry.isEnabled) {
            entry.isEnabled = true;
            entry.state.phase = WatchPhase::Resting;
            makeDue(entry);
            announce(project);
        }
    }
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (entry->isEnabled && !enabled.contains(entry.key())) {
            entry->isEnabled = false;
            entry->due = {};
            entry->state.phase = WatchPhase::Off;
            announce(entry.key());
        }
    }
    schedule();
}

void PushWatcher::setEnabled(ProjectId project, bool enabled) {
    const std::optional<Project> found = ProjectTable(m_parts.database).find(project);
    if (!found) {
        throw Error(ErrorKind::ProjectUnknown, QString::number(project));
    }
    if (enabled && found->source.kind != SourceKind::Git) {
        throw Error(ErrorKind::InvalidInput, found->source.location,
            QStringLiteral("nothing is pushed to a folder; a Git repository can be watched"));
    }
    WatchTable(m_parts.database).setEnabled(project, enabled);
    if (enabled == entryOf(project).isEnabled) {
        announce(project);
    }
    reload();
}

void PushWatcher::setPaths(ProjectId project, const QStringList& paths) {
    WatchTable(m_parts.database).setPaths(project, paths);
    announce(project);
}

void PushWatcher::setBranches(ProjectId project, bool enabled) {
    WatchTable(m_parts.database).setBranches(project, enabled);
    announce(project);
    if (entryOf(project).isEnabled) {
        lookNow(project);
    }
}

void PushWatcher::forget(ProjectId project) {
    m_entries.remove(project);
}

PushWatcher::Entry& PushWatcher::entryOf(ProjectId project) {
    const auto found = m_entries.find(project);
    return found != m_entries.end() ? *found : *m_entries.insert(project, Entry());
}

WatchState PushWatcher::state(ProjectId project) const {
    const auto found = m_entries.constFind(project);
    WatchState state = found == m_entries.constEnd() ? WatchState() : found->state;
    const WatchRecord record = WatchTable(m_parts.database).ofProject(project);
    const std::optional<Project> stored = ProjectTable(m_parts.database).find(project);
    state.isPossible = stored && stored->source.kind == SourceKind::Git;
    state.paths = record.paths;
    state.branches = record.branches;
    state.outcome = record.outcome;
    state.nextAt = found == m_entries.constEnd() ? QDateTime() : found->due;
    if (state.head.isEmpty()) {
        state.head = record.lastSeen;
    }
    if (state.branch.isEmpty() && stored) {
        state.branch = stored->source.branch;
    }
    if (record.enabled && state.phase == WatchPhase::Off) {
        state.phase = WatchPhase::Resting;
    }
    return state;
}

void PushWatcher::announce(ProjectId project) {
    emit stateChanged(project, state(project));
}

void PushWatcher::lookNow(ProjectId project) {
    makeDue(entryOf(project));
    schedule();
}

void PushWatcher::setInFront(bool inFront) {
    m_isInFront = inFront;
    if (!inFront) {
        return;
    }
    const QDateTime now = m_parts.clock.now();
    for (Entry& entry : m_entries) {
        const bool isFresh
            = entry.state.lookedAt.isValid() && entry.state.lookedAt.addSecs(m_pace.freshEnough.count()) > now;
        if (entry.isEnabled && !isFresh && entry.state.phase != WatchPhase::Limited) {
            entry.due = now;
        }
    }
    schedule();
}

void PushWatcher::wake() {
    makeAllDue();
    schedule();
}

void PushWatcher::makeDue(Entry& entry) const {
    entry.due = m_parts.clock.now();
}

void PushWatcher::makeAllDue() {
    for (Entry& entry : m_entries) {
        if (entry.isEnabled) {
            makeDue(entry);
        }
    }
}

void PushWatcher::noteDeployment(const Deployment& deployment) {
    const auto entry = m_entries.find(deployment.project);
    if (entry == m_entries.end() || !entry->waits || isActive(deployment.state)) {
        return;
    }
    entry->waits = false;
    makeDue(*entry);
    schedule();
}

ProjectId PushWatcher::nextDue() const {
    ProjectId next = 0;
    QDateTime earliest = m_parts.clock.now().addMSecs(1);
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->due.isValid() && entry->due < earliest) {
            earliest = entry->due;
            next = entry.key();
        }
    }
    return next;
}

std::chrono::milliseconds PushWatcher::interval() const {
    const std::chrono::milliseconds middle = m_isInFront ? m_pace.inFront : m_pace.hidden;
    const double factor = 1 - m_pace.jitter + 2 * m_pace.jitter * m_parts.random();
    return std::chrono::milliseconds(qRound64(static_cast<double>(middle.count()) * factor));
}

void PushWatcher::schedule() {
    if (!m_isStarted || m_isShuttingDown || !m_pace.keepsTime || m_isLooking) {
        return;
    }
    std::chrono::milliseconds wait = m_pace.heartbeat;
    const QDateTime now = m_parts.clock.now();
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.due.isValid()) {
            wait = std::clamp(std::chrono::milliseconds(now.msecsTo(entry.due)), std::chrono::milliseconds(0), wait);
        }
    }
    m_timer.start(wait);
}

void PushWatcher::tick() {
    constexpr int jumpOfBeats = 6;
    const QDateTime now = m_parts.clock.now();
    const qint64 longest = jumpOfBeats * std::chrono::milliseconds(m_pace.heartbeat).count();
    // The computer slept, or its clock was set.
    if (m_lastTick.isValid() && std::abs(m_lastTick.msecsTo(now)) > longest && !m_isLooking) {
        makeAllDue();
    }
    m_lastTick = now;
    if (!m_isLooking && !m_isShuttingDown && nextDue() != 0) {
        m_isLooking = true;
        m_operations.begin([this](OperationId, std::stop_token stop) { return executeLooks(stop); });
    }
    schedule();
}

void PushWatcher::shutDown() {
    m_isShuttingDown = true;
    m_timer.stop();
    m_operations.shutDown();
}

QCoro::Task<> PushWatcher::executeLooks(std::stop_token stop) {
    for (ProjectId project = nextDue(); project != 0 && !stop.stop_requested(); project = nextDue()) {
        entryOf(project).due = {};
        std::optional<Error> error;
        try {
            co_await look(project, stop);
        } catch (...) {
            error = caughtError(std::current_exception());
        }
        finishLook(project, error);
    }
    m_isLooking = false;
    m_lastTick = m_parts.clock.now();
    schedule();
}

} // namespace miaobu
