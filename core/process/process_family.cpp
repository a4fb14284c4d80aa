#include "core/process/process_family.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct ProcessStatus {
    ProcessIdentity identity;
    pid_t parent = 0;
};

// proc(5): pid (name) state parent …, the start time being field 22. The name may hold anything, also spaces and
// brackets.
std::optional<ProcessStatus> statusOf(const QString& pid) {
    constexpr qsizetype parentField = 1;
    constexpr qsizetype startField = 19;
    QFile file(u"/proc/"_s + pid + u"/stat"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= startField) {
        return std::nullopt;
    }
    return ProcessStatus{{pid.toInt(), fields.at(startField).toULongLong()}, fields.at(parentField).toInt()};
}

} // namespace

QList<ProcessIdentity> descendantsOf(pid_t leader) {
    QMultiHash<pid_t, ProcessIdentity> children;
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        if (name.at(0).isDigit()) {
            if (const std::optional<ProcessStatus> status = statusOf(name)) {
                children.insert(status->parent, status->identity);
            }
        }
    }
    QList<ProcessIdentity> family = children.values(leader);
    for (qsizetype i = 0; i < family.size(); ++i) {
        family += children.values(family.at(i).pid);
    }
    return family;
}

void killFamily(const QList<ProcessIdentity>& family) {
    for (const ProcessIdentity& member : family) {
        const std::optional<ProcessStatus> status = statusOf(QString::number(member.pid));
        if (status && status->identity == member && member.pid > 1) {
            kill(member.pid, SIGKILL);
        }
    }
}

} // namespace miaobu
