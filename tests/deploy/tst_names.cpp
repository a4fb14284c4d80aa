#include "core/deploy/build_key.h"
#include "core/deploy/cache_rules.h"
#include "core/deploy/content_types.h"
#include "core/deploy/deployment_id.h"
#include "core/deploy/log_text.h"
#include "core/deploy/output_names.h"
#include "core/deploy/owner.h"
#include "core/model/slug.h"
#include "tests/support/soak.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

QByteArray randomBytes(QRandomGenerator& random, int length) {
    static const QByteArrayList pieces{"a", "/", ".", "..", "\\", "\n", "\x7f", "\xc3\xa9", "e\xcc\x81", "\xff", " ",
        "+", "%2e", "\xf0\x9f\x98\x80", "\xc2\x85"};
    QByteArray bytes;
    for (int i = 0; i < length; ++i) {
        bytes += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    }
    return bytes;
}

} // namespace

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void theLogSaysWhatHappenedAndNothingElse() {
        QCOMPARE(fileCountText(1) + u", "_s + byteCountText(66), u"1 file, 66 bytes"_s);
        QCOMPARE(byteCountText(267'450), u"261.2 kB"_s);
        PublishResult result;
        QCOMPARE(publishedText(result), u"Nothing had to be sent."_s);
        result.objectsCopied = 2;
        QCOMPARE(publishedText(result), u"Copied 2 that had not changed."_s);
        result.objectsSent = 3;
        result.bytesSent = 2048;
        QCOMPARE(publishedText(result), u"Sent 3 files (2.0 kB), copied 2 that had not changed."_s);
        result.objectsKept = 1;
        QVERIFY(publishedText(result).endsWith(u", kept 1 of an earlier attempt."_s));
    }

    void aFailureInTheLogRepeatsNoOutput() {
        QCOMPARE(failureText(Error(ErrorKind::OutputEscapes, u"pw.txt"_s, u"/etc/passwd"_s)),
            u"Failed: OutputEscapes: pw.txt (/etc/passwd)"_s);
        Error error(ErrorKind::BuildFailed, {}, u"last\nlines"_s);
        error.exitCode = 7;
        QCOMPARE(failureText(error), u"Failed: BuildFailed"_s);
        QCOMPARE(
            QByteArray(Error(ErrorKind::NothingToDeploy, {}, u"why"_s).what()), QByteArray("NothingToDeploy: why"));
    }

    void slugs_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("slug");
        QTest::newRow("plain") << u"shop"_s << u"shop"_s;
        QTest::newRow("separators") << u"My Shop.v2_final"_s << u"my-shop-v2-final"_s;
        QTest::newRow("accents") << u"Café Été"_s << u"cafe-ete"_s;
        QTest::newRow("reserved") << u"www"_s << u"www-site"_s;
        QTest::newRow("staging") << u"shop-staging"_s << u"shop-staging-site"_s;
        QTest::newRow("punycode") << u"xn--abc"_s << u"xn--abc-site"_s;
        QTest::newRow("dashes") << u"--a--"_s << u"a"_s;
        QTest::newRow("mixed scripts") << u"我的 shop"_s << u"wo-de-shop"_s;
        QTest::newRow("pinyin") << u"我的博客"_s << u"wo-de-bo-ke"_s;
        QTest::newRow("u with dots") << u"女装"_s << u"nu-zhuang"_s;
        QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
        QTest::newRow("kana") << u"サイト"_s << u"saito"_s;
        QTest::newRow("long pinyin") << QString(40, u'重') << u"zhong-zhong-zhong-zhong-zhong-zhong-zhong-zhong-zh"_s;
    }

    void slugs() {
        QFETCH(QString, name);
        const auto isFree = [](const QString&) { return false; };
        if (name.startsWith(u"xn--"_s)) {
            QVERIFY(isValidSlug(suggestSlug(name, isFree)));
            return;
        }
        QTEST(suggestSlug(name, isFree), "slug");
    }

    void namesWithoutLettersGetAStableSlug() {
        const auto isFree = [](const QString&) { return false; };
        const QString slug = suggestSlug(u"🎉🎉"_s, isFree);
        QVERIFY(QRegularExpression(u"^site-[0-9a-f]{6}$"_s).match(slug).hasMatch());
        QCOMPARE(suggestSlug(u"🎉🎉"_s, isFree), slug);
        QVERIFY(suggestSlug(u"🎈"_s, isFree) != slug);
    }

    void everySuggestionIsValidAndFree() {
        QRandomGenerator random(7);
        for (int round = test::soakRounds(3000); round > 0; --round) {
            QString name;
            for (int i = random.bounded(70); i > 0; --i) {
                name += QChar(static_cast<char16_t>(
                    random.bounded(2) ? random.bounded(0x20, 0x7f) : random.bounded(0x80, 0xd7ff)));
            }
            QSet<QString> taken;
            for (int i = 0; i < 12; ++i) {
                const QString slug = suggestSlug(name, [&taken](const QString& one) { return taken.contains(one); });
                QVERIFY2(isValidSlug(slug), qPrintable(slug));
                QVERIFY(!taken.contains(slug));
                taken.insert(slug);
            }
        }
    }

    void invalidSlugsAreRefused() {
        for (const QString& slug : {u""_s, u"-a"_s, u"a-"_s, u"A"_s, u"a.b"_s, u"xn--a"_s, u"ab--c"_s, u"www"_s,
                 u"x-staging"_s, u"é"_s, QString(51, u'a')}) {
            QVERIFY2(!isValidSlug(slug), qPrintable(slug));
        }
        QVERIFY(isValidSlug(QString(50, u'a')));
    }

    void publishedNames() {
        QCOMPARE(publishedName("e\xcc\x81t\xc3\xa9 + 100%.html", 0), u"été + 100%.html"_s);
        QCOMPARE(publishedName("a/\xf0\x9f\x98\x80.png", 0), u"a/😀.png"_s);
        for (const QByteArray& bad : {QByteArray("a\\b"), QByteArray("a\nb"), QByteArray("a\rb"), QByteArray("\xff"),
                 QByteArray("../a"), QByteArray("a/../b"), QByteArray("a//b"), QByteArray("a\0b", 3),
                 QByteArray("\xc2\x9b"), QByteArray(1024, 'a')}) {
            QVERIFY_THROWS_EXCEPTION(Error, publishedName(bad, 0));
        }
        QCOMPARE(publishedName(QByteArray(1000, 'a'), 23).size(), 1000);
        QVERIFY_THROWS_EXCEPTION(Error, publishedName(QByteArray(1000, 'a'), 24));
    }

    void everyPublishedNameIsSafe() {
        QRandomGenerator random(11);
        int accepted = 0;
        for (int round = 0; round < 20000; ++round) {
            const QByteArray bytes = randomBytes(random, random.bounded(1, 12));
            try {
                const QString name = publishedName(bytes, 40);
                ++accepted;
                QCOMPARE(name, name.normalized(QString::NormalizationForm_C));
                QVERIFY(name.toUtf8().size() + 40 <= 1023);
                QVERIFY(!name.contains(u'\\') && !name.contains(u'\n'));
                for (const QString& part : name.split(u'/')) {
                    QVERIFY(part != u".."_s && part != u"."_s && !part.isEmpty());
                }
                QCOMPARE(publishedName(name.toUtf8(), 40), name);
            } catch (const Error& error) {
                QCOMPARE(error.kind, ErrorKind::OutputNameInvalid);
                QVERIFY(!error.subject.contains(u'\n'));
            }
        }
        QVERIFY(accepted > 1000);
    }

    void cacheRules_data() {
        QTest::addColumn<QString>("rule");
        const QString page = u"no-cache"_s;
        const QString forEver = u"public, max-age=31536000, immutable"_s;
        const QString while_ = u"public, max-age=600, must-revalidate"_s;
        for (const char* path : {"index.html", "docs/a.html", "sw.js", "service-worker.js", "manifest.json",
                 "app.webmanifest", "ngsw.json", "robots.txt"}) {
            QTest::newRow(path) << page;
        }
        for (const char* path : {"assets/index-B7PI925R.js", "assets/index-DiwrgTda.css", "static/js/main.3f2a9c1b.js",
                 "_astro/page.CvX9.js", "_next/static/chunks/webpack.js", "chunk-ABCDEF12.js", "main-3KQLJZ5P.js",
                 "_nuxt/entry.js", "_app/immutable/start.js", "img/logo.82b9c7a5.png", "assets/index-BoXy_-12.js",
                 "fonts/inter-latin.a1b2c3d4e5f60718.woff2"}) {
            QTest::newRow(path) << forEver;
        }
        for (const char* path : {"favicon.ico", "robots.png", "images/photo-20240131.jpg", "js/bootstrap.bundle.min.js",
                 "js/jquery-3.7.1.js", "css/styleguide.css", "assets/background-landscape.png", "assets/javascript.js",
                 "img/screenshot.png", "IMG_20240131.jpg", "photo-DSC01234.jpg", "heroImage2.png", "src/myComponent.js",
                 "vue-DevTools.js", "_next/static/abc/_buildManifest.js"}) {
            QTest::newRow(path) << while_;
        }
    }

    void cacheRules() {
        QFETCH(QString, rule);
        QCOMPARE(cacheControlOf(QString::fromLatin1(QTest::currentDataTag()), {}), rule);
    }

    void contentTypes() {
        QCOMPARE(contentTypeOf(u"a/index.html"_s), u"text/html; charset=utf-8"_s);
        QCOMPARE(contentTypeOf(u"A.JS"_s), u"text/javascript; charset=utf-8"_s);
        QCOMPARE(contentTypeOf(u"a.svg"_s), u"image/svg+xml; charset=utf-8"_s);
        QCOMPARE(contentTypeOf(u"a.json"_s), u"application/json; charset=utf-8"_s);
        QCOMPARE(contentTypeOf(u"a.png"_s), u"image/png"_s);
        QCOMPARE(contentTypeOf(u"a.wasm"_s), u"application/wasm"_s);
        QCOMPARE(contentTypeOf(u"folder.js/file"_s), u"application/octet-stream"_s);
        QCOMPARE(contentTypeOf(u".well-known/apple-app-site-association"_s), u"application/json; charset=utf-8"_s);
    }

    void idsIncreaseAndStaySafeIntegers() {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        DeploymentId last = 0;
        for (int i = 0; i < 1000; ++i) {
            const DeploymentId next = newDeploymentId(now, last);
            QVERIFY(next > last);
            last = next;
        }
        QVERIFY(newDeploymentId(now.addYears(50), 0) < (1LL << 53));
        QVERIFY(newDeploymentId(now.addMSecs(1000), 0) > newDeploymentId(now, 0));
    }

    void buildKeysTellBuildsApart() {
        const Revision revision{{}, u"tree"_s, {}, {}, {}, false};
        BuildPlan plan;
        plan.buildCommand = u"npm run build"_s;
        const QString key
            = buildKey(revision, plan, u"node 20"_s, {{u"A"_s, u"1"_s, false}, {u"B"_s, u"2"_s, false}}, "salt");
        QCOMPARE(
            buildKey(revision, plan, u"node 20"_s, {{u"B"_s, u"2"_s, false}, {u"A"_s, u"1"_s, false}}, "salt"), key);
        // A value that is marked secret has to be looked for in the output anew.
        QVERIFY(
            buildKey(revision, plan, u"node 20"_s, {{u"A"_s, u"1"_s, true}, {u"B"_s, u"2"_s, false}}, "salt") != key);
        QVERIFY(
            buildKey(revision, plan, u"node 22"_s, {{u"A"_s, u"1"_s, false}, {u"B"_s, u"2"_s, false}}, "salt") != key);
        QVERIFY(
            buildKey(revision, plan, u"node 20"_s, {{u"A"_s, u"1B"_s, false}, {u""_s, u"2"_s, false}}, "salt") != key);
        QVERIFY(buildKey(revision, plan, u"node 20"_s, {}, "salt") != key);
        QVERIFY(buildKey({}, plan, u"node 20"_s, {}, "salt").isEmpty());
    }

    void ownersAreProcesses() {
        QVERIFY(isOwnerAlive(ownerOfThisProcess()));
        QVERIFY(!isOwnerAlive({}));
        const QStringList parts = ownerOfThisProcess().split(u':');
        QVERIFY(!isOwnerAlive(u"another-boot:"_s + parts.at(1) + u':' + parts.at(2)));
        QVERIFY(!isOwnerAlive(parts.at(0) + u':' + parts.at(1) + u":1"_s));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
