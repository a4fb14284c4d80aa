#include "core/store/database_damage.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

QString putDamagedCopyAside(const QString& file) {
    const QString stamp = QFileInfo(file).lastModified().toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    const QString copy = file + u".damaged-"_s + stamp;
    if (QFile::exists(copy)) {
        return copy;
    }
    for (const QString& suffix : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(file + suffix)) {
            QFile::copy(file + suffix, copy + suffix);
        }
    }
    return QFile::copy(file, copy) ? copy : file;
}

} // namespace miaobu
