#include "core/deploy/address_check.h"

#include "core/async/caught_error.h"
#include "core/async/sleep.h"

#include <exception>

namespace miaobu {

namespace {

QCoro::Task<std::optional<RoutingEntry>> entryOf(Targets* targets, QString slug, QString target, std::stop_token stop) {
    const OpenTarget open = co_await targets->open(target, stop);
    std::optional<RoutingEntry> entry = co_await open.router->readEntry(siteHost(open.target, slug), stop);
    co_return entry;
}

} // namespace

AddressCheck::AddressCheck(Targets& targets) : m_targets(targets) { }

AddressCheck::~AddressCheck() {
    cancel();
}

void AddressCheck::check(const QString& slug, const QString& target) {
    cancel();
    m_stop = std::stop_source();
    executeCheck(slug, target, m_stop.get_token());
}

void AddressCheck::cancel() {
    m_stop.request_stop();
}

QCoro::Task<> AddressCheck::executeCheck(QString slug, QString target, std::stop_token stop) {
    std::optional<RoutingEntry> entry;
    std::exception_ptr failure;
    try {
        // Whoever asked is to have returned before a signal answers.
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        if (target != localTargetName && !target.isEmpty()) {
            entry = co_await entryOf(&m_targets, slug, target, stop);
        }
    } catch (...) {
        failure = std::current_exception();
    }
    // After a stop this may be gone.
    if (stop.stop_requested()) {
        co_return;
    }
    if (failure) {
        emit failed(slug, target, caughtError(failure));
    } else if (entry) {
        emit taken(slug, target, entry->projectSlug);
    } else {
        emit free(slug, target);
    }
}

} // namespace miaobu
