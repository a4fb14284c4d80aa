#include "core/process/leftovers.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QThread>

#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// A process may start another one between the scan and the kill; each round halves what such a race can hide.
constexpr int mostRounds = 20;
constexpr unsigned long roundMilliseconds = 10;

bool isMarked(const QString& pid, const QByteArray& mark) {
    QFile environment(u"/proc/"_s + pid + u"/environ"_s);
    if (!environment.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray block = '\0' + environment.readAll() + '\0';
    return block.contains('\0' + mark + '\0');
}

QSet<pid_t> markedProcesses(const QByteArray& mark) {
    QSet<pid_t> found;
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        bool isPid = false;
        const pid_t pid = name.toInt(&isPid);
        if (isPid && pid > 1 && pid != getpid() && isMarked(name, mark)) {
            found.insert(pid);
        }
    }
    return found;
}

int endMarked(QLatin1StringView variable, const QString& value) {
    if (value.isEmpty()) {
        return 0;
    }
    const QByteArray mark = QByteArray(variable.data(), variable.size()) + '=' + value.toUtf8();
    QSet<pid_t> killed;
    for (int round = 0; round < mostRounds; ++round) {
        const QSet<pid_t> found = markedProcesses(mark);
        if (found.isEmpty()) {
            break;
        }
        for (const pid_t pid : found) {
            kill(pid, SIGKILL);
        }
        killed.unite(found);
        QThread::msleep(roundMilliseconds);
    }
    return static_cast<int>(killed.size());
}

} // namespace

int endLeftovers(const QString& job) {
    return endMarked(jobVariable, job);
}

int endStepLeftovers(const QString& step) {
    return endMarked(stepVariable, step);
}

bool isProcessThere(qint64 process) {
    return process > 0 && (kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

} // namespace miaobu
