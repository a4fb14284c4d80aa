// How DomainService leads each domain on: looks, and the pauses between them.
#include "core/async/cancel.h"
#include "core/async/sleep.h"
#include "core/domains/domain_removal.h"
#include "core/domains/domain_service.h"
#include "core/domains/domain_steps.h"
#include "core/ports/clock.h"
#include "core/store/domain_table.h"

#include <algorithm>

namespace miaobu {

namespace {

/// Whether nothing more is to come but the daily look.
bool isQuiet(const CustomDomain& domain) {
    return domain.state == DomainState::Live && domain.report.problem == DomainProblem::None;
}

} // namespace

void DomainService::watch(const Key& key) {
    if (m_watches.contains(key)) {
        return;
    }
    auto begun = std::make_shared<Watch>();
    m_watches.insert(key, begun);
    begun->operation = m_operations.begin(
        [this, key, begun](OperationId, std::stop_token stop) { return executeWatch(key, begun, stop); });
}

void DomainService::wake(const Key& key) {
    if (const std::shared_ptr<Watch> found = m_watches.value(key)) {
        found->isAskedAgain = true;
        found->pause.request_stop();
    }
}

void DomainService::wakeProject(ProjectId project) {
    for (const CustomDomain& domain : DomainTable(m_parts.database).ofProject(project)) {
        if (domain.report.problem == DomainProblem::NotDeployed
            || domain.report.problem == DomainProblem::DeploymentActive) {
            wake({domain.host, domain.target});
        }
    }
}

QCoro::Task<> DomainService::executeWatch(Key key, std::shared_ptr<Watch> watch, std::stop_token stop) {
    std::exception_ptr failure;
    try {
        bool isThere = true;
        while (isThere) {
            watch->isAskedAgain = false;
            isThere = co_await look(key, stop);
            if (isThere && !watch->isAskedAgain) {
                co_await pause(key, watch, stop);
            }
        }
    } catch (...) {
        failure = std::current_exception();
    }
    m_watches.remove(key);
    if (failure) {
        std::rethrow_exception(failure);
    }
}

QCoro::Task<bool> DomainService::look(Key key, std::stop_token stop) {
    throwIfCancelled(stop);
    const DomainTable table(m_parts.database);
    const std::optional<CustomDomain> before = table.find(key.first, key.second);
    if (!before) {
        co_return false;
    }
    const QDateTime begun = m_parts.clock.now();
    if (!table.hold(key.first, key.second, m_holder, begun, begun.addMSecs(m_limits.hold.count()))) {
        co_return true;
    }
    bool isGone = false;
    std::exception_ptr failure;
    try {
        const auto changed = [this](const CustomDomain& domain) { store(domain); };
        if (before->state == DomainState::Removing) {
            const DomainRemovalSteps steps(m_parts);
            isGone = co_await steps.advance(*before, changed, stop);
        } else {
            const DomainSteps steps(m_parts);
            const CustomDomain after = co_await steps.advance(*before, changed, stop);
            tellEnd(*before, after);
        }
    } catch (const Error& error) {
        // Begun to be removed meanwhile: the next look takes it away.
        if (error.kind != ErrorKind::Cancelled || stop.stop_requested()) {
            failure = std::current_exception();
        }
    }
    table.release(key.first, key.second, m_holder);
    if (failure) {
        std::rethrow_exception(failure);
    }
    const std::optional<CustomDomain> now = table.find(key.first, key.second);
    if (isGone && now && now->token == before->token) {
        table.remove(key.first, key.second);
        emit domainRemoved(before->project, key.first, key.second);
        co_return false;
    }
    co_return now.has_value();
}

QCoro::Task<> DomainService::pause(Key key, std::shared_ptr<Watch> watch, std::stop_token stop) {
    const DomainTable table(m_parts.database);
    std::optional<CustomDomain> domain = table.find(key.first, key.second);
    if (!domain) {
        co_return;
    }
    const std::chrono::milliseconds length = pauseOf(*domain);
    domain->nextCheckAt = m_parts.clock.now().addMSecs(length.count());
    table.update(*domain);
    emit domainChanged(*domain);
    watch->pause = std::stop_source();
    const std::stop_token woken = watch->pause.get_token();
    const std::stop_callback onStop(stop, [watch] { watch->pause.request_stop(); });
    try {
        co_await sleepFor(length, woken);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Cancelled || stop.stop_requested()) {
            throw;
        }
    }
}

void DomainService::store(const CustomDomain& domain) {
    const DomainTable table(m_parts.database);
    const std::optional<CustomDomain> stored = table.find(domain.host, domain.target);
    const bool isBeingRemoved
        = stored && stored->state == DomainState::Removing && domain.state != DomainState::Removing;
    // Forgotten and added anew meanwhile: the look was at the one before.
    const bool isAnother = stored && stored->token != domain.token;
    if (!stored || isBeingRemoved || isAnother) {
        throw Error(ErrorKind::Cancelled, domain.host);
    }
    CustomDomain kept = domain;
    kept.nextCheckAt = {};
    // Records are written while a look is under way.
    kept.ownRecords = stored->ownRecords;
    table.update(kept);
    emit domainChanged(kept);
}

void DomainService::tellEnd(const CustomDomain& before, const CustomDomain& after) {
    if (before.state != DomainState::Live && after.state == DomainState::Live) {
        emit wentLive(after);
    }
    warnOfExpiry(after);
}

void DomainService::warnOfExpiry(const CustomDomain& domain) {
    const bool isNear = isCertificateEnding(domain, m_parts.clock.now(), m_limits.expiryDays);
    if (domain.state == DomainState::Live && isNear && domain.warnedExpiry != domain.certificateExpiry) {
        CustomDomain warned = domain;
        warned.warnedExpiry = domain.certificateExpiry;
        store(warned);
        emit expiryNear(warned);
    }
}

std::chrono::milliseconds DomainService::pauseOf(const CustomDomain& domain) const {
    if (isQuiet(domain)) {
        return m_limits.liveLook;
    }
    const int doublings = std::clamp(domain.attempts - 1, 0, 20);
    return std::min(m_limits.longestPause, std::chrono::milliseconds(m_limits.firstPause.count() << doublings));
}

} // namespace miaobu
