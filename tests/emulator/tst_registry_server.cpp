#include "aliyun/emulator/loopback_port.h"
#ifndef Q_MOC_RUN // It cannot parse <chrono>.
#include "aliyun/emulator/registry_server.h"
#endif

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using miaobu::emulator::anyFreePort;
using miaobu::emulator::RegistryServer;

namespace {

qint64 registryIn(const QTemporaryDir& folder) {
    QFile file(folder.filePath(u"registry.pid"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toLongLong() : 0;
}

/// A process that is over and not waited for has no words left.
bool runs(qint64 process) {
    QFile words(u"/proc/%1/cmdline"_s.arg(process));
    return words.open(QIODevice::ReadOnly) && !words.readAll().isEmpty();
}

} // namespace

class RegistryServerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (RegistryServer::findProgram().isEmpty()) {
            QSKIP("there is no docker-registry here");
        }
    }

    void itStartsWithTheFirstLogin() {
        const QTemporaryDir folder;
        RegistryServer server(RegistryServer::findProgram(), folder.path().toStdString(), anyFreePort());
        QTest::qWait(300);
        QCOMPARE(registryIn(folder), 0);
        static_cast<void>(server.ownLogin());
        QVERIFY(runs(registryIn(folder)));
    }

    void itDiesWithTheProcessThatStartedIt() {
        const QTemporaryDir folder;
        const QString program = RegistryServer::findProgram();
        const int port = anyFreePort();
        const pid_t emulator = ::fork();
        if (emulator == 0) {
            RegistryServer server(program, folder.path().toStdString(), port);
            static_cast<void>(server.ownLogin());
            ::pause();
            ::_exit(0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(registryIn(folder) > 0, 20'000);
        const qint64 registry = registryIn(folder);
        QTRY_VERIFY(runs(registry));
        ::kill(emulator, SIGKILL);
        ::waitpid(emulator, nullptr, 0);
        QTRY_VERIFY(!runs(registry));
    }
};

QTEST_GUILESS_MAIN(RegistryServerTest)
#include "tst_registry_server.moc"
