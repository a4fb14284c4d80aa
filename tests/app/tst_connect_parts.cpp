#include "app/screens/connect/choice_defaults.h"
#include "app/screens/connect/clipboard_guard.h"
#include "app/screens/connect/pasted_key.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

const QByteArray id = "LTAI5tQm3bYpWc8dKxVn2LrE";
const QByteArray secret = "planted0Secret0Of0Thirty0Chars";

CloudChoices account() {
    CloudChoices choices;
    choices.buckets = {{u"photos"_s, u"cn-shanghai"_s}, {u"miaobu-sites"_s, u"cn-beijing"_s}};
    choices.sites = {{7, u"sleeping.com"_s, false, false, {}, {}}, {8, u"example.com"_s, true, true, {}, {}}};
    return choices;
}

const CallerIdentity deployer{u"1234567890123456"_s, u"acs:ram::1234567890123456:user/deployer"_s, {}};

} // namespace

class ConnectPartsTest : public QObject {
    Q_OBJECT

private slots:
    void aPastedKeyIsTakenApart_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("token");
        const auto row = [&](const char* name, QString text, const QByteArray& token = {}) {
            QTest::newRow(name)
                << text.replace(u"ID"_s, QString::fromUtf8(id)).replace(u"KEY"_s, QString::fromUtf8(secret)) << token;
        };
        row("the console's file",
            u"\uFEFFAccessKey Id,AccessKey Secret\r\nID,KEY\r\n"_s.replace(u"AccessKey Id"_s, u"Accesskey id"_s));
        row("a quoted file with a user", u"\"user\",\"accesskey id\",\"accesskey secret\"\n\"ci\",\"ID\",\"KEY\""_s);
        row("exports", u"export alibaba_cloud_access_key_id=ID\nexport alibaba_cloud_access_key_secret='KEY'\n"_s);
        row("exports of a temporary key",
            u"export alibaba_cloud_access_key_id=\"ID\"\nexport alibaba_cloud_access_key_secret=\"KEY\"\n"
            "export alibaba_cloud_security_token=CAIS8x/+1="_s,
            "CAIS8x/+1=");
        row("PowerShell",
            u"$env:alibaba_cloud_access_key_id = \"ID\"\n$env:alibaba_cloud_access_key_secret = \"KEY\""_s);
        row("words of the dialog", u"accesskey id: ID\naccesskey secret: KEY"_s);
        row("words above values", u"accesskey id\nID\naccesskey secret\nKEY"_s);
        row("pasted into one line", u"accesskey id,accesskey secret\u2028ID,KEY"_s);
        row("an answer of STS",
            u"{\"Credentials\":{\"AccesskeyId\":\"ID\",\"AccesskeySecret\":\"KEY\",\"SecurityToken\":\"t0ken\"}}"_s,
            "t0ken");
        row("a profile of aliyun",
            u"{\"profiles\":[{\"name\":\"default\",\"access_key_id\":\"ID\",\"access_key_secret\":\"KEY\",\"sts_token\":\"\"}]}"_s);
        row("side by side", u"  ID KEY\n"_s);
    }

    void aPastedKeyIsTakenApart() {
        QFETCH(QString, text);
        const std::optional<AccessKey> key = readPastedKey(text);
        QVERIFY(key);
        QCOMPARE(key->id, id);
        QCOMPARE(key->secret, secret);
        QTEST(key->token, "token");
    }

    void whatHoldsNoWholeKeyIsLeftAlone() {
        for (const QString& text : {u""_s, QString::fromUtf8(id), QString::fromUtf8(secret),
                 u"accesskey id: LTAIabcdefgh1234"_s, u"{\"a\":1}"_s, u"a,b\nc,d"_s, QString(100'000, u'x')}) {
            QVERIFY2(!readPastedKey(text), qPrintable(text.left(40)));
        }
    }

    void theClipboardIsEmptiedOfTheSecretAlone() {
        QClipboard* const clipboard = QGuiApplication::clipboard();
        ClipboardGuard guard(std::chrono::milliseconds(1));
        clipboard->setText(u"secret: "_s + QString::fromUtf8(secret));
        guard.watch(QString::fromUtf8(secret));
        QTRY_VERIFY(clipboard->text().isEmpty());
        clipboard->setText(QString::fromUtf8(secret));
        guard.watch(QString::fromUtf8(secret));
        clipboard->setText(u"something else"_s);
        QTest::qWait(30);
        QCOMPARE(clipboard->text(), u"something else"_s);
        guard.watch(QString::fromUtf8(secret));
        QTest::qWait(30);
        QCOMPARE(clipboard->text(), u"something else"_s);
    }

    void oneClickGoesOnWithWhatIsSuggested() {
        const TargetConfig config = withDefaults({}, deployer, account(), {});
        QCOMPARE(config.esa.siteId, 8);
        QCOMPARE(config.baseDomain, u"example.com"_s);
        QCOMPARE(config.name, u"example"_s);
        QCOMPARE(config.oss.bucket, u"miaobu-sites"_s);
        QCOMPARE(config.region, u"cn-beijing"_s);
        QCOMPARE(config.accountId, deployer.accountId);
        QVERIFY(problemsOf(config, account(), {}).isEmpty());
        QCOMPARE(withDefaults({}, deployer, account(), {u"example"_s}).name, u"example-2"_s);
        CloudChoices bare = account();
        bare.buckets.clear();
        QCOMPARE(withDefaults({}, deployer, bare, {}).oss.bucket, u"miaobu-1234567890123456"_s);
        QVERIFY(problemsOf(withDefaults({}, deployer, bare, {}), bare, {}).isEmpty());
    }

    void aSiteThatIsNotProvenYetIsSuggestedWhereThereIsNoOther() {
        CloudChoices waiting = account();
        waiting.sites.last().isActive = false;
        QCOMPARE(withDefaults({}, deployer, waiting, {}).esa.siteId, 0);
        waiting.sites.last().nameServers = {u"ns1.example.net"_s};
        const TargetConfig config = withDefaults({}, deployer, waiting, {});
        QCOMPARE(config.esa.siteId, 8);
        QCOMPARE(config.baseDomain, u"example.com"_s);
        QCOMPARE(config.name, u"example"_s);
        QCOMPARE(problemsOf(config, waiting, {}), QList<ChoiceProblem>{ChoiceProblem::SiteMissing});
    }

    void whatCannotBeUsedIsNamed() {
        const TargetConfig good = withDefaults({}, deployer, account(), {});
        const auto problemOf = [](const TargetConfig& config, const QStringList& taken = {}) {
            const QList<ChoiceProblem> problems = problemsOf(config, account(), taken);
            return problems.size() == 1 ? std::optional(problems.constFirst()) : std::nullopt;
        };
        TargetConfig config = good;
        config.name = u"local"_s;
        QCOMPARE(problemOf(config), ChoiceProblem::NameInvalid);
        QCOMPARE(problemOf(good, {u"example"_s}), ChoiceProblem::NameTaken);
        config = good;
        config.oss.bucket = u"Photos"_s;
        QCOMPARE(problemOf(config), ChoiceProblem::BucketInvalid);
        config.oss.bucket = u"photos"_s;
        QCOMPARE(problemOf(config), ChoiceProblem::BucketElsewhere);
        config = good;
        config.esa.siteId = 7;
        QCOMPARE(problemOf(config), ChoiceProblem::SiteMissing);
        config = good;
        config.baseDomain = u"example.org"_s;
        QCOMPARE(problemOf(config), ChoiceProblem::DomainElsewhere);
        config.baseDomain = u"sites.example.com"_s;
        QVERIFY(problemsOf(config, account(), {}).isEmpty());
        config.baseDomain = u"localhost:4680"_s;
        QVERIFY(problemsOf(config, account(), {}).isEmpty());
        config.baseDomain = u"https://example.com"_s;
        QCOMPARE(problemOf(config), ChoiceProblem::DomainInvalid);
    }
};

QTEST_MAIN(ConnectPartsTest)
#include "tst_connect_parts.moc"
