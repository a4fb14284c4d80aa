#include "aliyun/emulator/edge_runner.h"
#include "aliyun/emulator/emulator_process.h"
#include "core/async/error.h"
#include "tests/emulator/wire_client.h"
#include "tests/support/await.h"

#include <QTcpServer>
#include <QtTest>

#include <signal.h>

#include <atomic>
#include <thread>

using namespace miaobu;
using namespace miaobu::test;
using namespace miaobu::emulator;
using namespace Qt::StringLiterals;

namespace {

QString hostProgram() {
    return QStringLiteral(EMULATOR_HOST);
}

/// A MIAOBU_HOME of its own, with whatever emulator runs in it ended at the end.
class Place {
public:
    Place() { qputenv("MIAOBU_HOME", m_folder.path().toUtf8()); }
    ~Place() {
        try {
            await(stopEmulator(location(), {}));
        } catch (const Error& error) {
            qWarning("%s", error.what());
        }
        qunsetenv("MIAOBU_NODE");
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] EmulatorLocation location() const { return {m_folder.path() + u"/emulator"_s, hostProgram()}; }

private:
    QTemporaryDir m_folder;
};

ErrorKind kindOf(EmulatorLocation location) {
    try {
        await(ensureEmulator(std::move(location), {}), std::chrono::seconds(60));
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Internal;
}

/// The bytes an object of this name has.
QByteArray contentOf(const QByteArray& key) {
    QByteArray content;
    while (content.size() < 200'000) {
        content += QCryptographicHash::hash(key + QByteArray::number(content.size()), QCryptographicHash::Sha256);
    }
    return content;
}

} // namespace

class TestEmulatorProcess : public QObject {
    Q_OBJECT

private slots:
    void oneIsStartedAndTheNextCallerFindsIt() {
        const Place place;
        QVERIFY(!runningEmulator(place.location()));
        const EmulatorInfo first = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        QVERIFY(first.pid > 0);
        QVERIFY(first.sitePort >= 4680);
        QCOMPARE(await(ensureEmulator(place.location(), {})), first);
        QCOMPARE(runningEmulator(place.location()), std::optional(first));
        const QFileInfo state(place.location().folder + u"/emulator.json"_s);
        QCOMPARE(state.permissions() & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
            QFile::Permissions());
        await(stopEmulator(place.location(), {}));
        QVERIFY(!runningEmulator(place.location()));
        QVERIFY(isPortFree(first.ossEndpoint.port()));
        QVERIFY(isPortFree(first.sitePort));
        QVERIFY(QDir(place.location().folder).entryList({u"starting-*"_s}).isEmpty());
        await(stopEmulator(place.location(), {}));
    }

    void ofSeveralStartsAtOnceOneWins() {
        const Place place;
        auto first = ensureEmulator(place.location(), {});
        auto second = ensureEmulator(place.location(), {});
        auto third = ensureEmulator(place.location(), {});
        const EmulatorInfo info = await(std::move(first), std::chrono::seconds(60));
        QCOMPARE(await(std::move(second), std::chrono::seconds(60)), info);
        QCOMPARE(await(std::move(third), std::chrono::seconds(60)), info);
    }

    void whatACrashLeavesIsNotTakenForAnEmulator() {
        const Place place;
        const EmulatorInfo first = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        QCOMPARE(::kill(static_cast<pid_t>(first.pid), SIGKILL), 0);
        QTRY_VERIFY(!runningEmulator(place.location()));
        QVERIFY(QFile::exists(place.location().folder + u"/emulator.json"_s));
        const EmulatorInfo second = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        QVERIFY(second.pid != first.pid);
        QCOMPARE(second.accessKeySecret, first.accessKeySecret);
        QCOMPARE(second.sitePort, first.sitePort);
    }

    void aTakenPortIsGoneAroundAndRemembered() {
        const Place place;
        EmulatorInfo info = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        await(stopEmulator(place.location(), {}));
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost, static_cast<quint16>(info.sitePort)));
        const EmulatorInfo moved = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        QVERIFY(moved.sitePort > info.sitePort);
        await(stopEmulator(place.location(), {}));
        stranger.close();
        const EmulatorInfo again = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        QCOMPARE(again.sitePort, moved.sitePort);
    }

    void theBackgroundOneTakesThePortAskedFor() {
        const Place place;
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        EmulatorLocation location = place.location();
        location.sitePort = stranger.serverPort();
        QCOMPARE(kindOf(location), ErrorKind::PortTaken);
        stranger.close();
        QCOMPARE(await(ensureEmulator(location, {}), std::chrono::seconds(60)).sitePort, *location.sitePort);
        // One that runs stays where it is, whatever is asked for.
        const int port = *location.sitePort;
        location.sitePort = port + 1;
        QCOMPARE(await(ensureEmulator(location, {}), std::chrono::seconds(60)).sitePort, port);
    }

    void aTakenPortThatWasAskedForIsAnError() {
        const Place place;
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        QProcess process;
        process.start(hostProgram(), {u"emulator"_s, u"run"_s, u"--port"_s, QString::number(stranger.serverPort())});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        const QJsonObject line = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(line.value(u"error"_s).toString(), u"PortTaken"_s);
        QCOMPARE(line.value(u"subject"_s).toString(), QString::number(stranger.serverPort()));
    }

    void theForegroundEndsWhenItIsAsked() {
        const Place place;
        QProcess process;
        process.start(hostProgram(), {u"emulator"_s, u"run"_s});
        QVERIFY(process.waitForReadyRead());
        QVERIFY(runningEmulator(place.location()));
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(!runningEmulator(place.location()));
    }

    void withoutNodeItSaysSo() {
        const Place place;
        qputenv("MIAOBU_NODE", "/bin/false");
        QCOMPARE(kindOf(place.location()), ErrorKind::EdgeRuntimeMissing);
    }

    void aProgramThatIsNoEmulatorIsAnError() {
        const Place place;
        QCOMPARE(kindOf({place.location().folder, u"/bin/false"_s}), ErrorKind::EmulatorFailed);
        QCOMPARE(kindOf({place.location().folder, u"/no/such/program"_s}), ErrorKind::EmulatorFailed);
    }

    void aCallerThatGivesUpIsToldSo() {
        const Place place;
        std::stop_source source;
        auto start = ensureEmulator(place.location(), source.get_token());
        source.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, await(std::move(start)));
        QTRY_VERIFY_WITH_TIMEOUT(runningEmulator(place.location()), 30'000);
    }

    void beingKilledLeavesWholeObjectsOnly() {
        const Place place;
        const EmulatorInfo info = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        std::atomic<int> next = 0;
        std::atomic<int> confirmedCount = 0;
        std::array<std::atomic<bool>, 100> confirmed{};
        const auto upload = [&] {
            WireClient client(info.ossEndpoint);
            for (int i = next++; i < 100; i = next++) {
                const QByteArray path = "/miaobu/crash/" + QByteArray::number(i);
                const auto headers = signerOf(info).oss("PUT", path, {}, {{"content-type", "text/plain"}});
                const Answer answer = client.send("PUT", path, headers, contentOf(path));
                confirmed[static_cast<std::size_t>(i)] = answer.status == 200;
                confirmedCount += answer.status == 200 ? 1 : 0;
            }
        };
        std::vector<std::thread> uploads;
        for (int i = 0; i < 8; ++i) {
            uploads.emplace_back(upload);
        }
        while (confirmedCount < 30 && next < 100) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ::kill(static_cast<pid_t>(info.pid), SIGKILL);
        for (std::thread& thread : uploads) {
            thread.join();
        }
        QVERIFY(confirmedCount >= 30 && confirmedCount < 100);
        const EmulatorInfo after = await(ensureEmulator(place.location(), {}), std::chrono::seconds(60));
        WireClient client(after.ossEndpoint);
        for (int i = 0; i < 100; ++i) {
            const QByteArray path = "/miaobu/crash/" + QByteArray::number(i);
            const Answer answer = client.send("GET", path, signerOf(after).oss("GET", path, {}, {}));
            QVERIFY(answer.status == 200 || (answer.status == 404 && !confirmed[static_cast<std::size_t>(i)]));
            QVERIFY(answer.status == 404 || answer.body == contentOf(path));
        }
        QVERIFY(QDir(place.location().folder + u"/oss/drafts"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEmulatorProcess)
#include "tst_emulator_process.moc"
