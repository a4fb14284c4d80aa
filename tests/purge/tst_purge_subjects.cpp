#include "core/async/error.h"
#include "core/purge/purge_subjects.h"

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

const Target cloud{u"prod"_s, u"example.com"_s};
const QStringList hosts{u"shop.example.com"_s, u"www.shop.cn"_s};

Error errorOf(PurgeKind kind, const QString& typed) {
    try {
        (void)purgeSubjects(kind, {typed}, hosts, cloud);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorKind::Internal, u"none"_s);
}

} // namespace

class TestPurgeSubjects : public QObject {
    Q_OBJECT

private slots:
    void whatIsTypedIsUnderstood_data() {
        QTest::addColumn<PurgeKind>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("subject");
        const auto row = [](PurgeKind kind, const char* typed, const char* subject) {
            QTest::newRow(typed) << kind << QString::fromUtf8(typed) << QString::fromUtf8(subject);
        };
        row(PurgeKind::Hosts, "www.shop.cn", "www.shop.cn");
        row(PurgeKind::Hosts, " https://WWW.shop.cn/a?b ", "www.shop.cn");
        row(PurgeKind::Files, "/a.js", "https://shop.example.com/a.js");
        row(PurgeKind::Files, "a.js?v=2", "https://shop.example.com/a.js?v=2");
        row(PurgeKind::Files, "www.shop.cn/a.js", "https://www.shop.cn/a.js");
        row(PurgeKind::Files, "http://www.shop.cn/a.js#top", "http://www.shop.cn/a.js");
        row(PurgeKind::Files, "/图 1.png", "https://shop.example.com/%E5%9B%BE%201.png");
        row(PurgeKind::Files, "/a%20b.png", "https://shop.example.com/a%20b.png");
        row(PurgeKind::Files, "/x/../a.js", "https://shop.example.com/a.js");
        row(PurgeKind::Directories, "images", "https://shop.example.com/images/");
        row(PurgeKind::Directories, "/images/*", "https://shop.example.com/images/");
        row(PurgeKind::Directories, "https://www.shop.cn/", "https://www.shop.cn/");
        row(PurgeKind::Directories, "www.shop.cn", "https://www.shop.cn/");
    }

    void whatIsTypedIsUnderstood() {
        QFETCH(PurgeKind, kind);
        QFETCH(QString, typed);
        QFETCH(QString, subject);
        QCOMPARE(purgeSubjects(kind, {typed, u" "_s, typed}, hosts, cloud), QStringList{subject});
    }

    void hostsOfOthersAreRefused() {
        for (const QString& typed : {u"https://example.com/a.js"_s, u"https://evil.shop.example.com/"_s}) {
            QCOMPARE(errorOf(PurgeKind::Files, typed).kind, ErrorKind::HostUnknown);
            QCOMPARE(errorOf(PurgeKind::Hosts, typed).alternatives, hosts);
        }
        QCOMPARE(errorOf(PurgeKind::Hosts, u"other.cn"_s).subject, u"other.cn"_s);
    }

    void whatIsNoAddressIsRefused() {
        for (const QString& typed :
            {u"ftp://shop.example.com/a"_s, u"https://me:secret@shop.example.com/"_s, u"://"_s}) {
            QCOMPARE(errorOf(PurgeKind::Files, typed).kind, ErrorKind::InvalidInput);
        }
        QVERIFY_THROWS_EXCEPTION(Error, purgeSubjects(PurgeKind::Files, {u"  "_s}, hosts, cloud));
    }
};

QTEST_GUILESS_MAIN(TestPurgeSubjects)
#include "tst_purge_subjects.moc"
