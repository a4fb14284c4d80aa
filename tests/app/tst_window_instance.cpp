#include "app/shell/window_instance.h"

#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using miaobu::app::WindowInstance;

namespace {

/// The real program with a folder of its own.
struct Program {
    QProcess process;

    Program(const QString& home, const QStringList& arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"MIAOBU_HOME"_s, home);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QStringLiteral(MIAOBU_PROGRAM), arguments);
    }
    ~Program() {
        process.kill();
        process.waitForFinished();
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    int finish() {
        // A process that the event loop saw ending already is nothing to wait for.
        const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(60'000);
        return ended ? process.exitCode() : -1;
    }
};

bool answers(const QString& home) {
    QLocalSocket socket;
    socket.connectToServer(home + u"/window.socket"_s);
    return socket.waitForConnected(100);
}

} // namespace

class WindowInstanceTest : public QObject {
    Q_OBJECT

private slots:
    void aFurtherStartHandsOver() {
        const QTemporaryDir home;
        WindowInstance first(home.path());
        QVERIFY(first.isFirst());
        QSignalSpy asked(&first, &WindowInstance::asked);
        Program second(home.path(), {u"miaobu://project/shop"_s});
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 60'000);
        QCOMPARE(asked.constFirst().constFirst().toString(), u"miaobu://project/shop"_s);
        QCOMPARE(second.finish(), 0);
    }

    void aFolderIsHandedOverAsAWholePath() {
        const QTemporaryDir home;
        WindowInstance first(home.path());
        QSignalSpy asked(&first, &WindowInstance::asked);
        Program second(home.path(), {u"."_s});
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 60'000);
        QCOMPARE(asked.constFirst().constFirst().toString(), QDir::currentPath());
    }

    void twoProcessesShareOneWindow() {
        const QTemporaryDir home;
        Program first(home.path(), {});
        QTRY_VERIFY_WITH_TIMEOUT(answers(home.path()), 60'000);
        Program second(home.path(), {});
        QCOMPARE(second.finish(), 0);
        QCOMPARE(first.process.state(), QProcess::Running);
    }

    void twoHomesAreTwoPrograms() {
        const QTemporaryDir one;
        const QTemporaryDir two;
        const WindowInstance first(one.path());
        const WindowInstance second(two.path());
        QVERIFY(first.isFirst() && second.isFirst());
    }

    void whatACrashLeftBehindIsNoHindrance() {
        const QTemporaryDir home;
        Program first(home.path(), {});
        QTRY_VERIFY_WITH_TIMEOUT(answers(home.path()), 60'000);
        ::kill(static_cast<pid_t>(first.process.processId()), SIGKILL);
        QVERIFY(first.process.waitForFinished());
        QVERIFY(QFile::exists(home.path() + u"/window.socket"_s));
        const WindowInstance next(home.path());
        QVERIFY(next.isFirst());
        QVERIFY(answers(home.path()));
    }

    void nobodyElseMayAsk() {
        const QTemporaryDir home;
        const WindowInstance first(home.path());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(first.socketPath()) & others));
    }

    void rubbishIsNotPassedOn_data() {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("nothing") << QByteArray("\n");
        QTest::newRow("no JSON") << QByteArray("open /etc\n");
        QTest::newRow("another version") << QByteArray(R"({"version":2,"open":"/"})"
                                                       "\n");
        QTest::newRow("endless") << QByteArray(200'000, 'a');
    }

    void rubbishIsNotPassedOn() {
        QFETCH(QByteArray, sent);
        const QTemporaryDir home;
        WindowInstance first(home.path());
        QSignalSpy asked(&first, &WindowInstance::asked);
        QLocalSocket socket;
        QSignalSpy gone(&socket, &QLocalSocket::disconnected);
        socket.connectToServer(first.socketPath());
        QVERIFY(socket.waitForConnected());
        socket.write(sent);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(asked.size(), 0);
        QVERIFY(answers(home.path()));
    }

    void aLongPathGetsAShortSocket() {
        const QTemporaryDir folder;
        const QString deep = folder.path() + u'/' + QString(120, u'd');
        QVERIFY(QDir().mkpath(deep));
        WindowInstance first(deep);
        QVERIFY(first.socketPath().size() < 108);
        const WindowInstance second(deep);
        QVERIFY(!second.isFirst());
        QCOMPARE(second.socketPath(), first.socketPath());
    }
};

QTEST_GUILESS_MAIN(WindowInstanceTest)
#include "tst_window_instance.moc"
