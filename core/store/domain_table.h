#pragma once

#include "core/model/custom_domain.h"
#include "core/store/database.h"

#include <QList>

#include <optional>

namespace miaobu {

/// The domains of people's own, and what is left of those that are being removed. A cheap view over the database.
class DomainTable {
public:
    explicit DomainTable(const Database& database) : m_database(database) { }

    [[nodiscard]] std::optional<CustomDomain> find(const QString& host, const QString& target) const;
    [[nodiscard]] QList<CustomDomain> ofProject(ProjectId project) const;
    [[nodiscard]] QList<CustomDomain> all() const;
    /// \throws Error(DomainTaken) when the host is there already on that target
    void insert(const CustomDomain& domain) const;
    /// Does nothing for one that is not there any more.
    void update(const CustomDomain& domain) const;
    void remove(const QString& host, const QString& target) const;

    /// Keeps the other processes from changing the domain until \a until. \returns false while another one holds it.
    [[nodiscard]] bool hold(const QString& host, const QString& target, const QString& holder, const QDateTime& now,
        const QDateTime& until) const;
    void release(const QString& host, const QString& target, const QString& holder) const;

private:
    const Database& m_database;
};

} // namespace miaobu
