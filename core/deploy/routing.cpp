#include "core/deploy/routing.h"

#include "core/async/sleep.h"
#include "core/deploy/back_off.h"

#include <exception>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

/// What the edge itself says where nothing answers behind it is no proof of a web app.
bool isOfApp(const RoutingEntry& entry, const EdgeAnswer& answer) {
    constexpr int badGateway = 502;
    constexpr int gatewayTimeout = 504;
    return entry.functionEndpoint.isEmpty() || (answer.status != badGateway && answer.status != gatewayTimeout);
}

} // namespace

QCoro::Task<std::optional<RoutingEntry>> Routing::claimHost(OpenTarget target, QString host, QString slug) const {
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(host, {});
    if (entry && !entry->projectSlug.isEmpty() && entry->projectSlug != slug) {
        throw Error(ErrorKind::SlugTaken, host, entry->projectSlug);
    }
    co_return entry;
}

QCoro::Task<bool> Routing::isWritten(HostSwitch change) const {
    const std::optional<RoutingEntry> found = co_await change.target.router->readEntry(change.host, {});
    co_return found&& toJson(*found) == toJson(change.entry);
}

QCoro::Task<> Routing::write(HostSwitch change) const {
    change.reached(HostStage::Writing);
    co_await change.target.router->writeEntry(change.host, change.entry, {});
    BackOff backOff(m_limits.firstPause, m_limits.routeConfirmation);
    QString problem = u"another entry is still there"_s;
    while (true) {
        try {
            const bool written = co_await isWritten(change);
            if (written) {
                co_return;
            }
        } catch (const Error& error) {
            problem = QString::fromUtf8(error.what());
        }
        if (backOff.isOver()) {
            throw Error(ErrorKind::RouteNotConfirmed, change.host, problem);
        }
        co_await backOff.wait();
    }
}

QCoro::Task<> Routing::purge(OpenTarget target, QStringList hosts, Note note) const {
    constexpr int attempts = 3;
    BackOff backOff(m_limits.firstPause, m_limits.routeConfirmation);
    QString problem;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (attempt > 0) {
            co_await backOff.wait();
        }
        try {
            co_await target.router->purge(hosts, {});
            co_return;
        } catch (const Error& error) {
            problem = QString::fromUtf8(error.what());
        }
    }
    note(u"Warning: the edge's cache could not be purged, visitors may see the old site for a while: "_s + problem);
}

QCoro::Task<> Routing::prove(HostSwitch change, Note note) const {
    change.reached(HostStage::Propagating);
    const bool wasBehind = co_await awaitGoodAnswers(change, note);
    if (wasBehind) {
        // What was asked for meanwhile was answered from the old entry, and may have been kept.
        const QStringList hosts{change.host};
        co_await purge(change.target, hosts, note);
    }
    change.reached(HostStage::Live);
}

QCoro::Task<bool> Routing::awaitGoodAnswers(HostSwitch change, Note note) const {
    const bool isHere = change.target.target.name == localTargetName;
    const std::chrono::milliseconds limit = isHere ? m_limits.proof : m_limits.cloudProof;
    BackOff backOff(m_limits.firstPause, limit);
    QString problem;
    bool wasBehind = false;
    for (int good = 0; good < m_limits.goodAnswers;) {
        bool isGood = false;
        try {
            const EdgeAnswer answer = co_await change.target.router->ask(change.host, {});
            isGood = answer.deployment == change.entry.deployment && isOfApp(change.entry, answer);
            problem = u"answered %1 with deployment %2"_s.arg(answer.status).arg(answer.deployment);
        } catch (const Error& error) {
            problem = QString::fromUtf8(error.what());
        }
        good = isGood ? good + 1 : 0;
        if (!isGood && !wasBehind) {
            wasBehind = true;
            note(u"%1 does not answer with it yet; that may take up to %2 seconds."_s.arg(change.host).arg(limit / 1s));
        }
        if (!isGood && backOff.isOver()) {
            throw Error(ErrorKind::ProofFailed, change.host, problem);
        }
        if (!isGood) {
            co_await backOff.wait();
        } else if (!isHere && good < m_limits.goodAnswers) {
            co_await sleepFor(m_limits.cloudAnswerPause, {});
        }
    }
    co_return wasBehind;
}

QCoro::Task<> Routing::putBack(HostSwitch change) const {
    const std::optional<RoutingEntry> found = co_await change.target.router->readEntry(change.host, {});
    if (!found || found->deployment != change.entry.deployment) {
        co_return;
    }
    if (change.previous) {
        co_await change.target.router->writeEntry(change.host, *change.previous, {});
    } else {
        co_await change.target.router->removeEntry(change.host, {});
    }
    co_await change.target.router->purge({change.host}, {});
}

QCoro::Task<> Routing::restore(HostSwitch change, Note note) const {
    constexpr int attempts = 3;
    BackOff backOff(m_limits.firstPause, m_limits.routeConfirmation);
    QString problem;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (attempt > 0) {
            co_await backOff.wait();
        }
        try {
            co_await putBack(change);
            change.reached(HostStage::PutBack);
            note(change.host
                + (change.previous ? u" is answered as before."_s : u" is answered by nothing, as before."_s));
            co_return;
        } catch (const Error& error) {
            problem = QString::fromUtf8(error.what());
        }
    }
    note(u"Warning: the previous routing entry of %1 could not be put back: %2"_s.arg(change.host, problem));
}

QCoro::Task<> Routing::change(HostSwitch change, Note note) const {
    std::exception_ptr failure;
    try {
        co_await write(change);
        const QStringList hosts{change.host};
        change.reached(HostStage::Purging);
        co_await purge(change.target, hosts, note);
        co_await prove(change, note);
    } catch (const Error&) {
        failure = std::current_exception();
    }
    if (failure) {
        co_await restore(change, note);
        std::rethrow_exception(failure);
    }
}

} // namespace miaobu
