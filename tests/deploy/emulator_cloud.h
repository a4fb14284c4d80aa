#pragma once

#include "aliyun/emulator/emulator_process.h"
#include "aliyun/targets.h"
#include "core/net/http_client.h"
#include "core/secrets/keychain.h"
#include "core/secrets/session_secrets.h"
#include "tests/deploy/world.h"
#include "tests/support/await.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace miaobu::test {

/// An emulator of the test's own, reached through the real adapters, whose faults it programs. A site is of two files, of one version.
class EmulatorCloud {
public:
    EmulatorCloud() {
        qputenv("MIAOBU_HOME", m_home.path().toUtf8());
        m_location = {openHome().emulatorFolder(), QStringLiteral(EMULATOR_HOST)};
        m_emulator = await(emulator::ensureEmulator(m_location, {}), std::chrono::seconds(60));
    }

    ~EmulatorCloud() { await(emulator::stopEmulator(m_location, {})); }
    EmulatorCloud(const EmulatorCloud&) = delete;
    EmulatorCloud& operator=(const EmulatorCloud&) = delete;

    [[nodiscard]] std::unique_ptr<Targets> targets() {
        return std::make_unique<aliyun::AliyunTargets>(
            openHome().targetFolder(), m_location, m_client, aliyun::AccessKeys(m_secrets, m_clock));
    }

    static void writeVersion(const World& world, const QByteArray& version) {
        world.write(QStringLiteral("index.html"), version + " page");
        world.write(QStringLiteral("app.js"), version + " script");
        world.write(QStringLiteral("same.txt"), "same");
    }

    static Project prepare(World& world, const QString& slug) {
        world.write(
            QStringLiteral("package.json"), R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        writeVersion(world, "old");
        return world.addProject(slug);
    }

    /// The version that visitors get; "gone" when nothing answers and "broken" when the files do not belong together.
    [[nodiscard]] QString served(const QString& slug) const {
        const QByteArray page = visit(slug, QStringLiteral("index.html"));
        const QByteArray script = visit(slug, QStringLiteral("app.js"));
        if (page.isEmpty() && script.isEmpty()) {
            return QStringLiteral("gone");
        }
        const QByteArray version = page.left(page.indexOf(' '));
        const bool isWhole = page == version + " page" && script == version + " script";
        return isWhole ? QString::fromLatin1(version) : QStringLiteral("broken");
    }

    /// Forgets the faults and counts there are and programmes \a fault, unless it is empty.
    void program(const QJsonObject& fault) const {
        (void)control("DELETE", QStringLiteral("faults"), {});
        if (!fault.isEmpty()) {
            (void)control("POST", QStringLiteral("faults"),
                QJsonDocument(QJsonObject{{QStringLiteral("faults"), QJsonArray{fault}}}).toJson());
        }
    }

    /// The edge follows a written entry no sooner than \a delay later; until program().
    void delayEdge(std::chrono::milliseconds delay) const {
        (void)control("POST", QStringLiteral("faults"),
            QJsonDocument(QJsonObject{{QStringLiteral("kvDelay"), static_cast<qint64>(delay.count())}}).toJson());
    }

    /// What the edge service is told to do with hosts (aliyun/emulator/esa_controls.h), until program().
    void order(const QJsonObject& orders) const {
        (void)control("POST", QStringLiteral("esa"), QJsonDocument(orders).toJson());
    }
    [[nodiscard]] const emulator::EmulatorInfo& info() const { return m_emulator; }
    /// How many calls of \a action there were since program().
    [[nodiscard]] int callsOf(const QString& action) const {
        const QJsonObject counts = QJsonDocument::fromJson(control("GET", QStringLiteral("counters"), {})).object();
        return counts[action][QStringLiteral("calls")].toInt();
    }
    /// What a visitor of \a host gets for its page; empty when it is not there.
    [[nodiscard]] QByteArray visitHost(const QString& host) const { return get(host, QStringLiteral("index.html")); }

    /// How many calls of any action there were since program().
    [[nodiscard]] int calls() const {
        int calls = 0;
        const QJsonObject counts = QJsonDocument::fromJson(control("GET", QStringLiteral("counters"), {})).object();
        for (const QJsonValue& count : counts) {
            calls += count[QStringLiteral("calls")].toInt();
        }
        return calls;
    }

private:
    [[nodiscard]] HttpResponse ask(HttpRequest request) const { return await(m_client->send(std::move(request), {})); }

    [[nodiscard]] QByteArray visit(const QString& slug, const QString& path) const {
        return get(slug + QStringLiteral(".localhost"), path);
    }

    [[nodiscard]] QByteArray get(const QString& host, const QString& path) const {
        HttpRequest request;
        request.url = QStringLiteral("http://%1:%2/%3").arg(host).arg(m_emulator.sitePort).arg(path).toLatin1();
        request.connectTo = "127.0.0.1:" + QByteArray::number(m_emulator.sitePort);
        const HttpResponse response = ask(request);
        return response.status == 200 ? response.body : QByteArray();
    }

    QByteArray control(const QByteArray& method, const QString& path, const QByteArray& body) const {
        HttpRequest request;
        request.url = m_emulator.apiEndpoint.resolved(QUrl(QStringLiteral("/emulator/") + path)).toEncoded();
        request.headers.append({"Authorization", "Bearer " + m_emulator.accessKeySecret.toLatin1()});
        request.method = method;
        request.body = body;
        const HttpResponse response = ask(request);
        if (response.status / 100 != 2) {
            qFatal("the emulator did not do as it was told");
        }
        return response.body;
    }

    QTemporaryDir m_home;
    emulator::EmulatorLocation m_location;
    emulator::EmulatorInfo m_emulator;
    std::shared_ptr<HttpClient> m_client = std::make_shared<HttpClient>();
    Keychain m_keychain;
    SessionSecrets m_secrets{m_keychain};
    SystemClock m_clock;
};

} // namespace miaobu::test
