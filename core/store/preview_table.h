#pragma once

#include "core/model/preview.h"
#include "core/store/database.h"

#include <QList>

#include <optional>

namespace miaobu {

/// The previews of projects. A cheap view over the database.
class PreviewTable {
public:
    explicit PreviewTable(const Database& database) : m_database(database) { }

    [[nodiscard]] std::optional<Preview> find(ProjectId project, const QString& target, const QString& name) const;
    [[nodiscard]] std::optional<Preview> ofHost(const QString& host, const QString& target) const;
    [[nodiscard]] QList<Preview> ofProject(ProjectId project) const;
    /// One that is there keeps when it was made.
    void put(const Preview& preview) const;
    void remove(ProjectId project, const QString& target, const QString& name) const;

private:
    const Database& m_database;
};

} // namespace miaobu
