#pragma once

#include "core/async/operations.h"
#include "core/domains/domain_parts.h"
#include "core/domains/domain_records.h"
#include "core/model/custom_domain.h"
#include "core/model/target.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace miaobu {

struct ZoneAccess;

/// Leads domains to their visitors by itself: each goes on from stage to stage, with pauses that grow while nothing happens, over restarts of
/// the program, until it is live or gone. Belongs to the main thread, outlives the event loop. Everything is stored before it is signalled.
class DomainService final : public QObject {
    Q_OBJECT

public:
    explicit DomainService(DomainParts parts, DomainLimits limits = {});
    ~DomainService() override;

    /// Goes on with every domain there is, and with those that other processes add later.
    void start();

    /// Takes what a person typed as a domain of \a project on \a target (empty: the project's own) and begins to lead it.
    /// \throws Error(DomainInvalid: the detail is a hostRefusalName()), Error(DomainTaken), Error(ProjectUnknown)
    CustomDomain add(ProjectId project, const QString& typed, const Target& target);
    /// As add(), for a target by its name: it is opened first. Ends in added() or addFailed().
    OperationId addTo(ProjectId project, const QString& typed, const QString& target);
    /// Looks at once instead of after the pause. \throws Error(DomainUnknown)
    void lookNow(const QString& host, const QString& target);
    /// Writes the record that is missing into the person's zone, where that is in the target's account, and looks again. Ends in written() or
    /// writeFailed(). \throws Error(DomainUnknown), Error(NotFound: there is no record to write, or no zone of theirs)
    OperationId writeRecord(const QString& host, const QString& target);
    /// Begins to take it away; domainRemoved() follows when nothing of it is left. \throws Error(DomainUnknown)
    void remove(const QString& host, const QString& target);
    /// Forgets one that canBeForgotten(). \throws Error(DomainUnknown), Error(RemovalIncomplete) before that
    void forget(const QString& host, const QString& target);

    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    void shutDown() { m_operations.shutDown(); }

signals:
    void domainChanged(const miaobu::CustomDomain& domain);
    void domainRemoved(miaobu::ProjectId project, const QString& host, const QString& target);
    void added(miaobu::OperationId operation, const miaobu::CustomDomain& domain);
    void addFailed(miaobu::OperationId operation, const miaobu::Error& error);
    void written(miaobu::OperationId operation);
    void writeFailed(miaobu::OperationId operation, const miaobu::Error& error);
    void wentLive(const miaobu::CustomDomain& domain);
    void expiryNear(const miaobu::CustomDomain& domain);
    void idle();

private:
    using Key = std::pair<QString, QString>; ///< Host and target
    /// What wakes one that pauses.
    struct Watch {
        OperationId operation = 0;
        std::stop_source pause;
        bool isAskedAgain = false;
    };

    void takeUp();
    void keepZone(const CustomDomain& domain, const ZoneAccess& access);
    void watch(const Key& key);
    void wake(const Key& key);
    void wakeProject(ProjectId project);
    [[nodiscard]] CustomDomain domainOrThrow(const QString& host, const QString& target) const;
    QCoro::Task<> executeAdd(
        OperationId operation, ProjectId project, QString typed, QString target, std::stop_token stop);
    QCoro::Task<> executeWrite(OperationId operation, CustomDomain domain, DomainRecord record, std::stop_token stop);
    QCoro::Task<> executeWatch(Key key, std::shared_ptr<Watch> watch, std::stop_token stop);
    /// One look. \returns false when the domain is gone.
    QCoro::Task<bool> look(Key key, std::stop_token stop);
    QCoro::Task<> pause(Key key, std::shared_ptr<Watch> watch, std::stop_token stop);
    void store(const CustomDomain& domain);
    void tellEnd(const CustomDomain& before, const CustomDomain& after);
    void warnOfExpiry(const CustomDomain& domain);
    [[nodiscard]] std::chrono::milliseconds pauseOf(const CustomDomain& domain) const;

    DomainParts m_parts;
    DomainLimits m_limits;
    Operations m_operations;
    QHash<Key, std::shared_ptr<Watch>> m_watches;
    QString m_holder;
};

} // namespace miaobu
