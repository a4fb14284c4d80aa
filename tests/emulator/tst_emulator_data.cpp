#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/emulator.h"
#include "aliyun/emulator/kv_store.h"
#include "aliyun/emulator/origin_server.h"
#include "core/async/error.h"
#include "tests/emulator/wire_client.h"

#include <QtTest>

#include <thread>

using namespace miaobu;
using namespace miaobu::test;
using namespace Qt::StringLiterals;

namespace {

emulator::Emulator quietEmulator(const QTemporaryDir& folder) {
    return emulator::Emulator({folder.path(), std::nullopt}, emulator::Emulator::Sites::Left);
}

const Signer::Headers plainText{{"content-type", "text/plain"}};

int put(const emulator::EmulatorInfo& info, const QByteArray& key, const QByteArray& body,
    Signer::Headers headers = plainText) {
    const QByteArray path = "/miaobu/" + key;
    return WireClient(info.ossEndpoint)
        .send("PUT", path, signerOf(info).oss("PUT", path, {}, std::move(headers)), body)
        .status;
}

Answer get(const emulator::EmulatorInfo& info, const QByteArray& key) {
    const QByteArray path = "/miaobu/" + key;
    return WireClient(info.ossEndpoint).send("GET", path, signerOf(info).oss("GET", path, {}, {}));
}

} // namespace

class TestEmulatorData : public QObject {
    Q_OBJECT

private slots:
    void dataAndKeysOutliveTheEmulator() {
        const QTemporaryDir folder;
        QString key;
        {
            auto emulator = quietEmulator(folder);
            key = emulator.info().accessKeySecret;
            QCOMPARE(put(emulator.info(), "kept.html", "<p>kept",
                         {{"content-type", "text/html"}, {"cache-control", "no-cache"}}),
                200);
            emulator.kv().put(
                "miaobu", "demo.localhost", {"{\"a\":\"\xe4\xb8\xad\"}", std::chrono::system_clock::now(), {}});
        }
        auto emulator = quietEmulator(folder);
        QCOMPARE(emulator.info().accessKeySecret, key);
        const Answer answer = get(emulator.info(), "kept.html");
        QCOMPARE(answer.body, QByteArray("<p>kept"));
        QCOMPARE(answer.headers.find("Content-Type")->second, std::string("text/html"));
        QCOMPARE(answer.headers.find("Cache-Control")->second, std::string("no-cache"));
        QCOMPARE(emulator.kv().get("miaobu", "demo.localhost")->value, std::string("{\"a\":\"\xe4\xb8\xad\"}"));
    }

    void twoCannotShareAFolder() {
        const QTemporaryDir folder;
        auto first = quietEmulator(folder);
        try {
            auto second = quietEmulator(folder);
            QFAIL("a second emulator took the folder");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Conflict);
        }
        QCOMPARE(put(first.info(), "a", "x"), 200);
    }

    void filesThatAreNoObjectsAreLeftOut() {
        const QTemporaryDir folder;
        {
            auto emulator = quietEmulator(folder);
            QCOMPARE(put(emulator.info(), "whole", QByteArray(5000, 'w')), 200);
            QCOMPARE(put(emulator.info(), "torn", QByteArray(5000, 't')), 200);
        }
        // As a power failure may leave it: the name is there, the end of the file is not.
        const QByteArray hash = QCryptographicHash::hash("torn", QCryptographicHash::Sha256).toHex();
        QFile torn(folder.path() + u"/oss/buckets/miaobu/"_s + QString::fromLatin1(hash.left(2) + '/' + hash.mid(2)));
        QVERIFY(torn.resize(3000));
        auto emulator = quietEmulator(folder);
        QCOMPARE(get(emulator.info(), "torn").status, 404);
        QCOMPARE(get(emulator.info(), "whole").body, QByteArray(5000, 'w'));
    }

    void manyConnectionsAreServedAtOnce() {
        const QTemporaryDir folder;
        auto emulator = quietEmulator(folder);
        const auto info = emulator.info();
        // All connections are open and kept before the first is used again: with fewer threads than connections the
        // last would wait for ever.
        std::vector<std::unique_ptr<WireClient>> clients;
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = 0; i < 100; ++i) {
                if (round == 0) {
                    clients.push_back(std::make_unique<WireClient>(info.ossEndpoint));
                }
                const QByteArray path = "/miaobu/many/" + QByteArray::number(static_cast<int>(i));
                QCOMPARE(
                    clients[i]->send("PUT", path, signerOf(info).oss("PUT", path, {}, plainText), path).status, 200);
            }
        }
        QCOMPARE(emulator.faults().counts().at("PutObject").calls, 200);
    }

    void aReaderKeepsTheObjectItBeganWith() {
        const QTemporaryDir folder;
        auto emulator = quietEmulator(folder);
        QCOMPARE(put(emulator.info(), "changing", QByteArray(4096, 'a')), 200);
        const auto open = emulator.buckets().find("miaobu")->open("changing");
        QCOMPARE(put(emulator.info(), "changing", QByteArray(10, 'b')), 200);
        std::string seen(4096, '\0');
        QCOMPARE(::pread(open->file->descriptor(), seen.data(), seen.size(), 0), ssize_t(4096));
        QCOMPARE(seen, std::string(4096, 'a'));
        QCOMPARE(open->record->size, std::uint64_t(4096));
    }

    void theEdgeSeesAHeldBackEntryOnlyWhenItIsLetGo() {
        const QTemporaryDir folder;
        emulator::KvStore kv(folder.path().toStdString());
        kv.createNamespace("n", {});
        const auto now = std::chrono::system_clock::now();
        kv.put("n", "k", {"old", now, {}});
        QCOMPARE(kv.edgeValue("n", "k"), std::optional<std::string>("old"));
        kv.holdBack(true);
        kv.put("n", "k", {"new", now, {}});
        kv.put("n", "fresh", {"1", now, {}});
        QCOMPARE(kv.get("n", "k")->value, std::string("new"));
        QCOMPARE(kv.edgeValue("n", "k"), std::optional<std::string>("old"));
        QVERIFY(!kv.edgeValue("n", "fresh"));
        kv.remove("n", "k");
        QVERIFY(!kv.get("n", "k"));
        QCOMPARE(kv.edgeValue("n", "k"), std::optional<std::string>("old"));
        kv.holdBack(false);
        QVERIFY(!kv.edgeValue("n", "k"));
        QCOMPARE(kv.edgeValue("n", "fresh"), std::optional<std::string>("1"));
    }

    void theOriginIsPrivateAndHonoursRangesAndTags() {
        const QTemporaryDir folder;
        auto emulator = quietEmulator(folder);
        QCOMPARE(put(emulator.info(), "dir/a%20b.txt", "0123456789"), 200);
        emulator.kv().put("miaobu", "demo.localhost", {"value", std::chrono::system_clock::now(), {}});
        const emulator::OriginServer origin("secret", emulator.buckets(), emulator.kv());
        WireClient client(QUrl(u"http://127.0.0.1:%1"_s.arg(origin.port())));
        const QByteArray path = "/object/miaobu/dir/a%20b.txt";
        const Signer::Headers key{{"x-miaobu-origin-key", "secret"}};
        QCOMPARE(client.send("GET", path, {}).status, 403);
        QCOMPARE(client.send("GET", path, {{"x-miaobu-origin-key", "guess"}}).status, 403);
        const Answer whole = client.send("GET", path, key);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.body, QByteArray("0123456789"));
        const auto tag = QByteArray::fromStdString(whole.headers.find("ETag")->second);
        QCOMPARE(client.send("GET", path, key + Signer::Headers{{"If-None-Match", tag}}).status, 304);
        const Answer part = client.send("GET", path, key + Signer::Headers{{"Range", "bytes=3-5"}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, QByteArray("345"));
        const Answer same = client.send("GET", path, key + Signer::Headers{{"Range", "bytes=3-5"}, {"If-Range", tag}});
        QCOMPARE(same.body, QByteArray("345"));
        const Answer changed
            = client.send("GET", path, key + Signer::Headers{{"Range", "bytes=3-5"}, {"If-Range", "\"old\""}});
        QCOMPARE(changed.body, QByteArray("0123456789"));
        QCOMPARE(client.send("GET", path, key + Signer::Headers{{"Range", "bytes=10-"}}).status, 416);
        QCOMPARE(client.send("PUT", path, key, "x").status, 405);
        QCOMPARE(client.send("GET", "/object/miaobu/absent", key).status, 404);
        QCOMPARE(client.send("GET", "/kv/miaobu/demo.localhost", key).body, QByteArray("value"));
        QCOMPARE(client.send("GET", "/kv/miaobu/absent", key).status, 404);
        QCOMPARE(client.send("GET", "/kv/miaobu/demo.localhost", {}).status, 403);
    }

    void checksumsDoNotDependOnHowTheBytesCome() {
        QCOMPARE(emulator::crc64("123456789"), std::uint64_t(11051210869376104954ULL));
        QCOMPARE(
            emulator::crc64("This is a test of the emergency broadcast system."), std::uint64_t(0x27db187fc15bbc72ULL));
        const std::string text = "The quick brown fox jumps over the lazy dog";
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            QCOMPARE(emulator::crc64(text.substr(cut), emulator::crc64(text.substr(0, cut))), emulator::crc64(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestEmulatorData)
#include "tst_emulator_data.moc"
