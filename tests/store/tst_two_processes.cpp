#include "core/store/change_watcher.h"
#include "core/store/project_table.h"
#include "core/store/transaction.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

Project named(const QString& slug) {
    Project project;
    project.slug = slug;
    project.createdAt = QDateTime::currentDateTimeUtc();
    return project;
}

/// What the child process does: two projects in each transaction, until it is killed.
[[noreturn]] void writeForEver(const QString& file) {
    const Database database(file);
    for (int i = 0;; ++i) {
        Transaction transaction(database.connection());
        for (const QString& half : {u"a"_s, u"b"_s}) {
            (void)ProjectTable(database).insert(
                named(half + u"-%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(i)));
        }
        transaction.commit();
        // SQLite's waiting is not fair: who never pauses starves the others.
        QThread::msleep(3);
        if (i == 0) {
            fputs("writing\n", stdout);
            fflush(stdout);
        }
    }
}

void startWriter(QProcess& writer, const QString& file) {
    writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, file});
    QVERIFY(writer.waitForStarted());
    QVERIFY(writer.waitForReadyRead());
}

} // namespace

class TestTwoProcesses : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void killingAWriterLeavesWholeTransactions() {
        for (int round = 0; round < 10; ++round) {
            QProcess writer;
            startWriter(writer, file());
            QTest::qWait(5 + 7 * round);
            ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished());
            const Database database(file());
            int halves = 0;
            for (const Project& project : ProjectTable(database).all()) {
                halves += project.slug.startsWith(u'a') ? 1 : -1;
            }
            QCOMPARE(halves, 0);
            QVERIFY(!ProjectTable(database).all().isEmpty());
        }
    }

    void bothWriteAtOnce() {
        const Database database(file());
        QProcess writer;
        startWriter(writer, file());
        for (int i = 0; i < 20; ++i) {
            (void)ProjectTable(database).insert(named(u"mine-%1"_s.arg(i)));
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QVERIFY(ProjectTable(database).all().size() > 20);
    }

    void aNewFileMayBeMadeByTwoAtOnce() {
        QProcess first;
        QProcess second;
        for (QProcess* writer : {&first, &second}) {
            writer->start(QCoreApplication::applicationFilePath(), {u"--write"_s, file()});
        }
        QVERIFY(first.waitForReadyRead());
        QVERIFY(second.waitForReadyRead());
        for (QProcess* writer : {&first, &second}) {
            writer->kill();
            QVERIFY(writer->waitForFinished());
        }
        const Database database(file());
        QVERIFY(ProjectTable(database).all().size() >= 4);
    }

    void changesOfAnotherConnectionAreTold() {
        const Database mine(file());
        const ChangeWatcher watcher(mine, 10ms);
        QSignalSpy changes(&watcher, &ChangeWatcher::changed);
        (void)ProjectTable(mine).insert(named(u"mine"_s));
        QTest::qWait(60);
        QCOMPARE(changes.count(), 0);
        const Database other(file());
        (void)ProjectTable(other).insert(named(u"other"_s));
        QVERIFY(changes.wait());
    }

private:
    QString file() const { return m_folder->filePath(u"miaobu.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--write"_s) {
        writeForEver(application.arguments().value(2));
    }
    TestTwoProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_two_processes.moc"
