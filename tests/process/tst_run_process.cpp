#include "core/async/error.h"
#include "core/process/leftovers.h"
#include "core/process/run_process.h"
#include "tests/support/await.h"

#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

struct Collected {
    QByteArray output;
    QByteArray errorOutput;
    qint64 bytes = 0;
};

OutputHandler collectInto(Collected& collected) {
    return [&collected](LogChannel channel, const QByteArray& bytes) {
        (channel == LogChannel::Output ? collected.output : collected.errorOutput).append(bytes);
    };
}

QString readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

// A zombie nobody reaped is over all the same.
bool isRunning(const QString& pid) {
    const QString status = readFile(u"/proc/"_s + pid + u"/stat"_s);
    return !status.isEmpty() && status.section(u')', -1).trimmed().at(0) != u'Z';
}

qint64 residentBytes() {
    return readFile(u"/proc/self/statm"_s).section(u' ', 1, 1).toLongLong() * sysconf(_SC_PAGESIZE);
}

ErrorKind failureOf(QCoro::Task<ProcessResult> task) {
    try {
        test::await(std::move(task));
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Internal;
}

} // namespace

class TestRunProcess : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void bothChannelsAndTheExitCodeArrive() {
        Collected seen;
        const ProcessResult result
            = test::await(runProcess(shell(u"echo out; echo err >&2; exit 7"_s), collectInto(seen), {}));
        QCOMPARE(result.exitCode, 7);
        QCOMPARE(seen.output, "out\n");
        QCOMPARE(seen.errorOutput, "err\n");
    }

    void inputIsWrittenAndClosed() {
        Collected seen;
        Command command = shell(u"cat"_s);
        command.input = QByteArray(300'000, 'x');
        test::await(runProcess(command, collectInto(seen), {}));
        QCOMPARE(seen.output, command.input);
    }

    void nothingIsInherited() {
        qputenv("MIAOBU_TEST_PLANTED", "planted");
        Collected seen;
        test::await(runProcess(shell(u"/usr/bin/env"_s), collectInto(seen), {}));
        qunsetenv("MIAOBU_TEST_PLANTED");
        QVERIFY(!seen.output.contains("planted"));
        QVERIFY(seen.output.contains("MIAOBU_JOB="));
    }

    void openFilesAreNotInherited() {
        const int leaked = dup(STDERR_FILENO);
        Collected seen;
        test::await(runProcess(shell(u"ls /proc/self/fd"_s), collectInto(seen), {}));
        close(leaked);
        // 0, 1, 2, and the one ls opens for the listing itself.
        QCOMPARE(seen.output.trimmed().split('\n').size(), 4);
    }

    void theJobOfTheCallerIsKept() {
        Collected seen;
        Command command = shell(u"echo $MIAOBU_JOB"_s);
        command.environment.insert(u"MIAOBU_JOB"_s, u"deployment-12"_s);
        test::await(runProcess(command, collectInto(seen), {}));
        QCOMPARE(seen.output, "deployment-12\n");
    }

    void aSignalIsToldAsAShellTellsIt() {
        QCOMPARE(test::await(runProcess(shell(u"kill -SEGV $$"_s), {}, {})).exitCode, 128 + SIGSEGV);
        QCOMPARE(test::await(runProcess(shell(u"kill -KILL $$"_s), {}, {})).exitCode, 128 + SIGKILL);
    }

    void whatCannotStartIsAnError() {
        Command command = shell(u"true"_s);
        command.program = u"/nonexistent/program"_s;
        QCOMPARE(failureOf(runProcess(command, {}, {})), ErrorKind::ProgramNotFound);
        command.program = u"sh"_s;
        QCOMPARE(failureOf(runProcess(command, {}, {})), ErrorKind::ProgramNotFound);
        command = shell(u"true"_s);
        command.workingDirectory = u"/nonexistent"_s;
        QCOMPARE(failureOf(runProcess(command, {}, {})), ErrorKind::ProcessFailed);
    }

    void cancelledBeforeTheStartStartsNothing() {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(failureOf(runProcess(shell(u"touch begun"_s), {}, stop.get_token())), ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(m_folder->filePath(u"begun"_s)));
    }

    void cancelEndsWhatIgnoresSignals() {
        cancelOnceReady(u"trap '' INT TERM; (trap '' INT TERM; echo $BASHPID$$ > ready; while :; do sleep 0.05; done) &"
                        " echo $! > pid; while :; do sleep 0.05; done"_s);
        QVERIFY(!isRunning(pidIn(u"pid"_s)));
    }

    void cancelEndsADaemonInASessionOfItsOwn() {
        cancelOnceReady(
            u"setsid sh -c 'echo $$ > pid; touch ready; trap \"\" INT TERM; while :; do sleep 0.05; done' & "
            "while :; do sleep 0.05; done"_s);
        QVERIFY(!isRunning(pidIn(u"pid"_s)));
    }

    void cancelEndsADaemonThatEmptiedItsEnvironment() {
        cancelOnceReady(u"env -i /usr/bin/setsid /bin/sleep 300 & echo $! > pid; sleep 0.3; touch ready; sleep 300"_s);
        QVERIFY(!isRunning(pidIn(u"pid"_s)));
    }

    void whatIsLeftInTheBackgroundIsSwept() {
        const ProcessResult result = test::await(
            runProcess(shell(u"setsid sleep 300 & echo $! > daemon; sleep 300 & echo $! > job; exit 0"_s), {}, {}));
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!isRunning(pidIn(u"daemon"_s)));
        QVERIFY(!isRunning(pidIn(u"job"_s)));
    }

    void theEndOfOneCommandLeavesItsNeighboursAlone() {
        Command slow = shell(u"touch ready; sleep 1; echo done"_s);
        slow.environment.insert(u"MIAOBU_JOB"_s, u"shared"_s);
        Collected seen;
        QCoro::Task<ProcessResult> neighbour = runProcess(slow, collectInto(seen), {});
        Command quick = shell(u"true"_s);
        quick.environment.insert(u"MIAOBU_JOB"_s, u"shared"_s);
        test::await(runProcess(quick, {}, {}));
        QCOMPARE(test::await(std::move(neighbour)).exitCode, 0);
        QCOMPARE(seen.output, "done\n");
    }

    void timeoutsEndTheCommand() {
        Command command = shell(u"while :; do echo tick; sleep 0.05; done"_s);
        command.timeout = 300ms;
        command.silenceTimeout = 100s;
        QCOMPARE(failureOf(runProcess(command, {}, {})), ErrorKind::Timeout);

        command = shell(u"echo $$ > pid; exec sleep 300"_s);
        command.silenceTimeout = 300ms;
        QCOMPARE(failureOf(runProcess(command, {}, {})), ErrorKind::Timeout);
        QVERIFY(!isRunning(pidIn(u"pid"_s)));
    }

    void outputKeepsASilentTimeoutAway() {
        Command command = shell(u"for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.2; done"_s);
        command.silenceTimeout = 1s;
        QCOMPARE(test::await(runProcess(command, {}, {})).exitCode, 0);
    }

    void muchOutputDoesNotPileUp() {
        Collected seen;
        const OutputHandler count = [&seen](LogChannel, const QByteArray& bytes) { seen.bytes += bytes.size(); };
        const qint64 before = residentBytes();
        test::await(runProcess(shell(u"head -c 800000000 /dev/zero"_s), count, {}));
        QCOMPARE(seen.bytes, 800'000'000);
        // AddressSanitizer alone holds back 256 MB of what was freed.
        QVERIFY2(residentBytes() - before < 400'000'000, qPrintable(QString::number(residentBytes() - before)));
    }

    void leftoversOfADeadRunAreFound() {
        QProcess orphan;
        QProcessEnvironment environment;
        environment.insert(u"MIAOBU_JOB"_s, u"crashed-7"_s);
        orphan.setProcessEnvironment(environment);
        orphan.start(u"/bin/sleep"_s, {u"300"_s});
        QVERIFY(orphan.waitForStarted());
        QCOMPARE(endLeftovers(u"crashed"_s), 0);
        QCOMPARE(endLeftovers({}), 0);
        QVERIFY(endLeftovers(u"crashed-7"_s) >= 1);
        QVERIFY(orphan.waitForFinished());
        QCOMPARE(orphan.exitStatus(), QProcess::CrashExit);
    }

private:
    [[nodiscard]] Command shell(const QString& line) const {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        return shellCommand(line, m_folder->path(), environment);
    }

    void cancelOnceReady(const QString& line) {
        std::stop_source stop;
        QTimer poll;
        connect(&poll, &QTimer::timeout, &poll, [this, &stop] {
            if (QFile::exists(m_folder->filePath(u"ready"_s))) {
                stop.request_stop();
            }
        });
        poll.start(20ms);
        QCOMPARE(failureOf(runProcess(shell(line), {}, stop.get_token())), ErrorKind::Cancelled);
    }

    [[nodiscard]] QString pidIn(const QString& name) const {
        const QString pid = readFile(m_folder->filePath(name));
        Q_ASSERT(pid.toInt() > 1);
        return pid;
    }

    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRunProcess)
#include "tst_run_process.moc"
