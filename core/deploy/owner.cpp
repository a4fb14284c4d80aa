#include "core/deploy/owner.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The 22nd field of /proc/<pid>/stat, proc(5); counted from the end of the name, which may hold spaces and brackets. Empty where
/// there is no /proc or no such process. A zombie does nothing any more.
QString startTimeOf(qint64 process) {
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(process));
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.value(0) == "Z" ? QString() : QString::fromLatin1(fields.value(19));
}

QString bootId() {
    return QString::fromLatin1(contentOf(u"/proc/sys/kernel/random/boot_id"_s).trimmed());
}

QString ownerNamed(qint64 process) {
    return bootId() + u':' + QString::number(process) + u':' + startTimeOf(process);
}

} // namespace

QString ownerOfThisProcess() {
    return ownerNamed(QCoreApplication::applicationPid());
}

bool isOwnerAlive(const QString& owner) {
    const qint64 process = owner.section(u':', 1, 1).toLongLong();
    if (process <= 0) {
        return false;
    }
    const bool exists = ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
    return exists && ownerNamed(process) == owner;
}

} // namespace miaobu
