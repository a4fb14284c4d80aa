#include "aliyun/target_config.h"
#include "core/async/error.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;

namespace {

QJsonObject whole() {
    return {
        {u"name"_s, u"prod"_s},
        {u"accessKeyId"_s, u"LTAI5tExample"_s},
        {u"region"_s, u"oss-cn-hangzhou"_s},
        {u"baseDomain"_s, u"example.com"_s},
        {u"oss"_s, QJsonObject{{u"bucket"_s, u"my-sites"_s}}},
        {u"esa"_s, QJsonObject{{u"siteId"_s, 123}, {u"kvNamespace"_s, u"miaobu"_s}}},
    };
}

QByteArray text(const QJsonObject& object) {
    return QJsonDocument(object).toJson();
}

QString refusedMember(const QByteArray& json) {
    try {
        (void)targetConfigFromJson(json);
    } catch (const Error& error) {
        return error.kind == ErrorKind::InvalidInput && !error.detail.isEmpty() ? error.subject : u"another error"_s;
    }
    return u"no error"_s;
}

} // namespace

class TestTargetConfig : public QObject {
    Q_OBJECT

private slots:
    void fillsInTheRegionsEndpoints() {
        const TargetConfig config = targetConfigFromJson(text(whole()));
        QCOMPARE(config.region, u"cn-hangzhou"_s);
        QCOMPARE(config.oss.endpoint, QUrl(u"https://oss-cn-hangzhou.aliyuncs.com"_s));
        QCOMPARE(config.esa.endpoint, QUrl(u"https://esa.cn-hangzhou.aliyuncs.com"_s));
        QCOMPARE(config.stsEndpoint, QUrl(u"https://sts.cn-hangzhou.aliyuncs.com"_s));
        QCOMPARE(targetConfigFromJson(toJson(config)), config);
    }

    void readsTheDocumentedForm() {
        QFile file(QStringLiteral(TEST_DATA_DIR "/target.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const TargetConfig config = targetConfigFromJson(file.readAll());
        QCOMPARE(config.accountId, u"1234567890123456"_s);
        QCOMPARE(config.oss.endpoint, QUrl(u"http://127.0.0.1:9000"_s));
        QCOMPARE(config.esa.cnameRecordId, 456);
        QCOMPARE(config.acr.nameSpace, u"miaobu"_s);
        QCOMPARE(config.fc.role, u"acs:ram::1:role/fc"_s);
        QCOMPARE(targetConfigFromJson(toJson(config)), config);
    }

    void saysWhichMemberIsWrong_data() {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const QString top;
        QTest::newRow("local") << top << u"name"_s << QJsonValue(u"local"_s);
        QTest::newRow("a path as name") << top << u"name"_s << QJsonValue(u"../x"_s);
        QTest::newRow("no region") << top << u"region"_s << QJsonValue();
        QTest::newRow("region") << top << u"region"_s << QJsonValue(u"cn hangzhou"_s);
        QTest::newRow("domain") << top << u"baseDomain"_s << QJsonValue(u"https://example.com"_s);
        QTest::newRow("domain with a dot at its end") << top << u"baseDomain"_s << QJsonValue(u"example.com."_s);
        QTest::newRow("domain with a port") << top << u"baseDomain"_s << QJsonValue(u"example.com:8080"_s);
        QTest::newRow("a secret") << top << u"accessKeySecret"_s << QJsonValue(u"x"_s);
        QTest::newRow("bucket") << u"oss"_s << u"bucket"_s << QJsonValue(u"-sites"_s);
        QTest::newRow("bucket is a number") << u"oss"_s << u"bucket"_s << QJsonValue(3);
        QTest::newRow("plain http") << u"oss"_s << u"endpoint"_s << QJsonValue(u"http://oss.example.com"_s);
        QTest::newRow("site") << u"esa"_s << u"siteId"_s << QJsonValue(0);
        QTest::newRow("half a site") << u"esa"_s << u"siteId"_s << QJsonValue(1.5);
        QTest::newRow("namespace") << u"esa"_s << u"kvNamespace"_s << QJsonValue();
    }

    void saysWhichMemberIsWrong() {
        QFETCH(QString, section);
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject object = whole();
        if (section.isEmpty()) {
            object.insert(member, value);
        } else {
            QJsonObject inner = object.value(section).toObject();
            inner.insert(member, value);
            object.insert(section, inner);
        }
        QCOMPARE(refusedMember(text(object)), section.isEmpty() ? member : section + u'.' + member);
    }

    void refusesWhatIsNoObject() {
        QCOMPARE(refusedMember("[]"), u"target"_s);
        QCOMPARE(refusedMember("{"), u"target"_s);
        QJsonObject object = whole();
        object.insert(u"oss"_s, u"my-sites"_s);
        QCOMPARE(refusedMember(text(object)), u"oss"_s);
    }

    void keepsFiles() {
        QTemporaryDir folder;
        const QString targets = folder.filePath(u"targets"_s);
        QVERIFY(targetNamesIn(targets).isEmpty());
        TargetConfig config = targetConfigFromJson(text(whole()));
        saveTarget(targets, config);
        config.name = u"another"_s;
        saveTarget(targets, config);
        QCOMPARE(targetNamesIn(targets), (QStringList{u"another"_s, u"prod"_s}));
        QCOMPARE(loadTarget(targets, u"another"_s), config);
        QVERIFY(QFile::copy(targets + u"/another.json"_s, targets + u"/third.json"_s));
        QVERIFY_THROWS_EXCEPTION(Error, loadTarget(targets, u"third"_s));
        try {
            (void)loadTarget(targets, u"../prod"_s);
            QFAIL("loaded");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::TargetUnknown);
            QVERIFY(error.alternatives.contains(u"prod"_s));
        }
    }
};

QTEST_APPLESS_MAIN(TestTargetConfig)
#include "tst_target_config.moc"
