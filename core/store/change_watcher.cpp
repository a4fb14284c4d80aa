#include "core/store/change_watcher.h"

using namespace Qt::StringLiterals;

namespace miaobu {

ChangeWatcher::ChangeWatcher(const Database& database, std::chrono::milliseconds interval)
    : m_database(database), m_version(database.value(u"PRAGMA data_version"_s).toLongLong()) {
    QObject::connect(&m_timer, &QTimer::timeout, this, &ChangeWatcher::look);
    m_timer.start(interval);
}

void ChangeWatcher::look() {
    const qint64 version = m_database.value(u"PRAGMA data_version"_s).toLongLong();
    if (version != m_version) {
        m_version = version;
        emit changed();
    }
}

} // namespace miaobu
