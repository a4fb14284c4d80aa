#pragma once

#include "core/async/operations.h"
#include "core/ports/cloud_account.h"
#include "core/ports/routine_host.h"
#include "core/ports/target_store.h"

#include <QCoro/QCoroTask>
#include <QObject>

#include <stop_token>

namespace miaobu {

class Targets;

/// Connects cloud accounts and looks after the targets made of them. Belongs to the main thread, outlives the event loop.
/// Every call begins its work and returns at once; the work ends in exactly one of finished() and failed(), after the signals that carry
/// what it found. An operation that was cancelled ends in failed(Error(Cancelled)).
class TargetService final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive the service.
    TargetService(Targets& targets, TargetStore& store, CloudAccounts& accounts);
    /// Nothing may be under way any more.
    ~TargetService() override;

    // With a key that was just entered; nothing is stored.

    /// Ends in identified().
    OperationId identify(const TargetConfig& draft, const AccessKey& key);
    /// Ends in choicesFound().
    OperationId findChoices(const TargetConfig& draft, const AccessKey& key);
    /// Ends in siteAdded(), whatever is objected to.
    OperationId addSite(const TargetConfig& draft, const AccessKey& key, const SiteDraft& site);
    /// Ends in siteVerified().
    OperationId verifySite(const TargetConfig& draft, const AccessKey& key, qint64 siteId);

    /// Stores a target; targetsChanged() follows.
    OperationId add(const TargetConfig& config, const AccessKey& key, KeepSecret keep);
    /// Forgets a target, which the cloud does not notice; targetsChanged() follows.
    OperationId remove(const QString& name);

    // Of a target that is stored

    /// Ends in keyPlaceFound().
    OperationId findKeyPlace(const QString& name);
    /// permissionChecked() for every check as it is known.
    OperationId check(const QString& name);
    /// Ends in planned(). Changes nothing.
    OperationId plan(const QString& name);
    /// setupChanged() for every step as it changes. What it has learned is stored; repeating it does no harm.
    OperationId setUp(const QString& name);
    /// Ends in routineFound().
    OperationId findRoutine(const QString& name);
    /// routineStageReached(), then routineFound().
    OperationId installRoutine(const QString& name);
    /// Lets an earlier version of the routine answer; ends in routineFound().
    OperationId publishRoutine(const QString& name, const QString& version);

    void cancel(OperationId operation) { m_operations.cancel(operation); }
    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    /// Cancels everything and whatever is begun later; idle() follows from the event loop.
    void shutDown() { m_operations.shutDown(); }

signals:
    void identified(miaobu::OperationId operation, const miaobu::CallerIdentity& identity);
    void choicesFound(miaobu::OperationId operation, const miaobu::CloudChoices& choices);
    void siteAdded(miaobu::OperationId operation, const miaobu::SiteAddition& addition);
    void siteVerified(miaobu::OperationId operation, bool isActive);
    void keyPlaceFound(miaobu::OperationId operation, miaobu::KeyPlace place);
    void permissionChecked(miaobu::OperationId operation, const miaobu::PermissionCheck& check);
    void planned(miaobu::OperationId operation, const QList<miaobu::SetupStep>& steps);
    void setupChanged(miaobu::OperationId operation, const miaobu::SetupStep& step);
    void routineFound(miaobu::OperationId operation, const miaobu::RoutineStatus& status);
    void routineStageReached(miaobu::OperationId operation, miaobu::RoutineStage stage);
    void targetsChanged();
    void finished(miaobu::OperationId operation);
    void failed(miaobu::OperationId operation, const miaobu::Error& error);
    void idle();

private:
    QCoro::Task<> executeIdentify(OperationId operation, TargetConfig draft, AccessKey key, std::stop_token stop);
    QCoro::Task<> executeChoices(OperationId operation, TargetConfig draft, AccessKey key, std::stop_token stop);
    QCoro::Task<> executeAddSite(
        OperationId operation, TargetConfig draft, AccessKey key, SiteDraft site, std::stop_token stop);
    QCoro::Task<> executeVerifySite(
        OperationId operation, TargetConfig draft, AccessKey key, qint64 siteId, std::stop_token stop);
    QCoro::Task<> executeAdd(TargetConfig config, AccessKey key, KeepSecret keep, std::stop_token stop);
    QCoro::Task<> executeRemove(QString name, std::stop_token stop);
    QCoro::Task<> executeKeyPlace(OperationId operation, QString name, std::stop_token stop);
    QCoro::Task<> executeCheck(OperationId operation, QString name, std::stop_token stop);
    QCoro::Task<> executePlan(OperationId operation, QString name, std::stop_token stop);
    QCoro::Task<> executeSetUp(OperationId operation, QString name, std::stop_token stop);
    QCoro::Task<> executeFind(OperationId operation, QString name, std::stop_token stop);
    QCoro::Task<> executeInstall(OperationId operation, QString name, std::stop_token stop);
    QCoro::Task<> executePublish(OperationId operation, QString name, QString version, std::stop_token stop);

    Targets& m_targets;
    TargetStore& m_store;
    CloudAccounts& m_accounts;
    Operations m_operations;
};

} // namespace miaobu
