#pragma once

#include "core/store/database.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace miaobu {

/// Tells when another process changed the database; writes of this connection are not told.
class ChangeWatcher final : public QObject {
    Q_OBJECT

public:
    explicit ChangeWatcher(
        const Database& database, std::chrono::milliseconds interval = std::chrono::milliseconds(400));

signals:
    void changed();

private:
    void look();

    const Database& m_database;
    QTimer m_timer;
    qint64 m_version = 0;
};

} // namespace miaobu
