#include "aliyun/account/cloud_choices.h"

#include "aliyun/account/account_lists.h"
#include "aliyun/account/identity.h"
#include "core/async/cancel.h"

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

/// Puts what \a list gives into \a place, or why it could not be asked into \a failures.
template <typename T> QCoro::Task<> collect(QCoro::Task<T> list, T* place, QList<Error>* failures) {
    try {
        T found = co_await list;
        *place = std::move(found);
    } catch (const Error& error) {
        failures->append(error);
    }
}

QCoro::Task<> collectOfEsa(AccountAccess access, CloudChoices* choices, std::stop_token stop) {
    if (access.config.esa.endpoint.isEmpty()) {
        const QList<QUrl> candidates = esaEndpoints(access.config.region);
        co_await collect(findEsaEndpoint(access, candidates, stop), &access.config.esa.endpoint, &choices->failures);
    }
    choices->esaEndpoint = access.config.esa.endpoint;
    if (choices->esaEndpoint.isEmpty()) {
        co_return;
    }
    std::vector<QCoro::Task<>> running;
    // Only who adds a site needs to know of plans: one that may not ask is told so by having none.
    QList<Error> ignored;
    running.push_back(collect(listSitePlans(access, stop), &choices->sitePlans, &ignored));
    running.push_back(collect(listSites(access, stop), &choices->sites, &choices->failures));
    running.push_back(collect(listKvNamespaces(access, stop), &choices->kvNamespaces, &choices->failures));
    running.push_back(collect(listRoutines(access, stop), &choices->routines, &choices->failures));
    for (auto& part : running) {
        co_await part;
    }
}

} // namespace

QCoro::Task<CloudChoices> findChoices(AccountAccess access, std::stop_token stop) {
    CloudChoices choices;
    std::vector<QCoro::Task<>> running;
    running.push_back(collect(listBuckets(access, stop), &choices.buckets, &choices.failures));
    running.push_back(collectOfEsa(access, &choices, stop));
    running.push_back(collect(listRegistryNamespaces(access, stop), &choices.registryNamespaces, &choices.failures));
    for (auto& part : running) {
        co_await part;
    }
    throwIfCancelled(stop);
    CloudChoices found = std::move(choices);
    co_return found;
}

} // namespace miaobu::aliyun
