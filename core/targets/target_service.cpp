#include "core/targets/target_service.h"

#include "core/ports/target_store.h"
#include "core/ports/targets.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QCoro::Task<std::shared_ptr<CloudAccount>> openAccount(
    TargetStore& store, CloudAccounts& accounts, QString name, std::stop_token stop) {
    const TargetConfig config = store.config(name);
    const AccessKey key = co_await store.key(name, stop);
    co_return accounts.open(config, key);
}

QCoro::Task<std::shared_ptr<RoutineHost>> openRoutine(Targets& targets, QString name, std::stop_token stop) {
    const OpenTarget target = co_await targets.open(name, stop);
    if (!target.routine) {
        throw Error(ErrorKind::Internal, name, u"the target has no edge routine"_s);
    }
    std::shared_ptr<RoutineHost> routine = target.routine;
    co_return routine;
}

} // namespace

TargetService::TargetService(Targets& targets, TargetStore& store, CloudAccounts& accounts)
    : m_targets(targets), m_store(store), m_accounts(accounts),
      m_operations({.finished = [this](OperationId operation) { emit finished(operation); },
          .failed = [this](OperationId operation, const Error& error) { emit failed(operation, error); },
          .idle = [this] { emit idle(); }}) { }

TargetService::~TargetService() = default;

OperationId TargetService::identify(const TargetConfig& draft, const AccessKey& key) {
    return m_operations.begin([this, draft, key](OperationId operation, std::stop_token stop) {
        return executeIdentify(operation, draft, key, stop);
    });
}

OperationId TargetService::findChoices(const TargetConfig& draft, const AccessKey& key) {
    return m_operations.begin([this, draft, key](OperationId operation, std::stop_token stop) {
        return executeChoices(operation, draft, key, stop);
    });
}

OperationId TargetService::addSite(const TargetConfig& draft, const AccessKey& key, const SiteDraft& site) {
    return m_operations.begin([this, draft, key, site](OperationId operation, std::stop_token stop) {
        return executeAddSite(operation, draft, key, site, stop);
    });
}

OperationId TargetService::verifySite(const TargetConfig& draft, const AccessKey& key, qint64 siteId) {
    return m_operations.begin([this, draft, key, siteId](OperationId operation, std::stop_token stop) {
        return executeVerifySite(operation, draft, key, siteId, stop);
    });
}

OperationId TargetService::add(const TargetConfig& config, const AccessKey& key, KeepSecret keep) {
    return m_operations.begin(
        [this, config, key, keep](OperationId, std::stop_token stop) { return executeAdd(config, key, keep, stop); });
}

OperationId TargetService::remove(const QString& name) {
    return m_operations.begin([this, name](OperationId, std::stop_token stop) { return executeRemove(name, stop); });
}

OperationId TargetService::findKeyPlace(const QString& name) {
    return m_operations.begin(
        [this, name](OperationId operation, std::stop_token stop) { return executeKeyPlace(operation, name, stop); });
}

OperationId TargetService::check(const QString& name) {
    return m_operations.begin(
        [this, name](OperationId operation, std::stop_token stop) { return executeCheck(operation, name, stop); });
}

OperationId TargetService::plan(const QString& name) {
    return m_operations.begin(
        [this, name](OperationId operation, std::stop_token stop) { return executePlan(operation, name, stop); });
}

OperationId TargetService::setUp(const QString& name) {
    return m_operations.begin(
        [this, name](OperationId operation, std::stop_token stop) { return executeSetUp(operation, name, stop); });
}

OperationId TargetService::findRoutine(const QString& name) {
    return m_operations.begin(
        [this, name](OperationId operation, std::stop_token stop) { return executeFind(operation, name, stop); });
}

OperationId TargetService::installRoutine(const QString& name) {
    return m_operations.begin(
        [this, name](OperationId operation, std::stop_token stop) { return executeInstall(operation, name, stop); });
}

OperationId TargetService::publishRoutine(const QString& name, const QString& version) {
    return m_operations.begin([this, name, version](OperationId operation, std::stop_token stop) {
        return executePublish(operation, name, version, stop);
    });
}

QCoro::Task<> TargetService::executeIdentify(
    OperationId operation, TargetConfig draft, AccessKey key, std::stop_token stop) {
    const std::shared_ptr<CloudAccount> account = m_accounts.open(draft, key);
    const CallerIdentity identity = co_await account->identify(stop);
    emit identified(operation, identity);
}

QCoro::Task<> TargetService::executeChoices(
    OperationId operation, TargetConfig draft, AccessKey key, std::stop_token stop) {
    const std::shared_ptr<CloudAccount> account = m_accounts.open(draft, key);
    const CloudChoices choices = co_await account->choices(stop);
    emit choicesFound(operation, choices);
}

QCoro::Task<> TargetService::executeAddSite(
    OperationId operation, TargetConfig draft, AccessKey key, SiteDraft site, std::stop_token stop) {
    const std::shared_ptr<CloudAccount> account = m_accounts.open(draft, key);
    const SiteAddition addition = co_await account->addSite(site, stop);
    emit siteAdded(operation, addition);
}

QCoro::Task<> TargetService::executeVerifySite(
    OperationId operation, TargetConfig draft, AccessKey key, qint64 siteId, std::stop_token stop) {
    const std::shared_ptr<CloudAccount> account = m_accounts.open(draft, key);
    const bool isActive = co_await account->verifySite(siteId, stop);
    emit siteVerified(operation, isActive);
}

QCoro::Task<> TargetService::executeAdd(TargetConfig config, AccessKey key, KeepSecret keep, std::stop_token stop) {
    co_await m_store.put(config, key, keep, stop);
    emit targetsChanged();
}

QCoro::Task<> TargetService::executeRemove(QString name, std::stop_token stop) {
    co_await m_store.remove(name, stop);
    emit targetsChanged();
}

QCoro::Task<> TargetService::executeKeyPlace(OperationId operation, QString name, std::stop_token stop) {
    const KeyPlace place = co_await m_store.placeOfKey(name, stop);
    emit keyPlaceFound(operation, place);
}

QCoro::Task<> TargetService::executeCheck(OperationId operation, QString name, std::stop_token stop) {
    const std::shared_ptr<CloudAccount> account = co_await openAccount(m_store, m_accounts, name, stop);
    const auto tell = [this, operation](const PermissionCheck& found) { emit permissionChecked(operation, found); };
    co_await account->check(tell, stop);
}

QCoro::Task<> TargetService::executePlan(OperationId operation, QString name, std::stop_token stop) {
    const std::shared_ptr<CloudAccount> account = co_await openAccount(m_store, m_accounts, name, stop);
    const QList<SetupStep> steps = co_await account->plan(stop);
    emit planned(operation, steps);
}

QCoro::Task<> TargetService::executeSetUp(OperationId operation, QString name, std::stop_token stop) {
    const std::shared_ptr<CloudAccount> account = co_await openAccount(m_store, m_accounts, name, stop);
    const auto tell = [this, operation](const SetupStep& step) { emit setupChanged(operation, step); };
    const TargetConfig learned = co_await account->setUp(tell, stop);
    if (learned != m_store.config(name)) {
        m_store.update(learned);
        emit targetsChanged();
    }
}

QCoro::Task<> TargetService::executeFind(OperationId operation, QString name, std::stop_token stop) {
    const std::shared_ptr<RoutineHost> routine = co_await openRoutine(m_targets, name, stop);
    const RoutineStatus status = co_await routine->status(stop);
    emit routineFound(operation, status);
}

QCoro::Task<> TargetService::executeInstall(OperationId operation, QString name, std::stop_token stop) {
    const std::shared_ptr<RoutineHost> routine = co_await openRoutine(m_targets, name, stop);
    const auto tell = [this, operation](RoutineStage stage) { emit routineStageReached(operation, stage); };
    const RoutineStatus status = co_await routine->install(tell, stop);
    emit routineFound(operation, status);
}

QCoro::Task<> TargetService::executePublish(
    OperationId operation, QString name, QString version, std::stop_token stop) {
    const std::shared_ptr<RoutineHost> routine = co_await openRoutine(m_targets, name, stop);
    const RoutineStatus status = co_await routine->publish(version, stop);
    emit routineFound(operation, status);
}

} // namespace miaobu
