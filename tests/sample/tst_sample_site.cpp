#include "core/async/error.h"
#include "core/sample/sample_site.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

/// The site that a newcomer begins with.
class TestSampleSite : public QObject {
    Q_OBJECT

private slots:
    void isWholeAndCanBeChanged();
    void keepsWhatWasChanged();
    void isCompletedWhereItsBeginningIsMissing();
    void saysWhereItCannotBe();
};

static QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSampleSite::isWholeAndCanBeChanged() {
    const QTemporaryDir place;
    const QString folder = placeSampleSite(place.filePath(u"sample"_s));
    const QByteArray page = read(folder + u"/index.html"_s);
    QVERIFY(page.contains("<h1>It works</h1>"));
    QVERIFY(page.contains("成功了"));
    // Whatever the page names is beside it.
    QVERIFY(page.contains("href=\"style.css\""));
    QVERIFY(!read(folder + u"/style.css"_s).isEmpty());
    QVERIFY(!read(folder + u"/404.html"_s).isEmpty());
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files)) {
        QVERIFY2(file.isWritable() && (file.permissions() & QFile::WriteOwner), qPrintable(file.fileName()));
    }
}

void TestSampleSite::keepsWhatWasChanged() {
    const QTemporaryDir place;
    const QString folder = placeSampleSite(place.filePath(u"sample"_s));
    QFile file(folder + u"/index.html"_s);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("mine");
    file.close();
    QVERIFY(QFile::remove(folder + u"/404.html"_s));
    QCOMPARE(placeSampleSite(folder), folder);
    QCOMPARE(read(folder + u"/index.html"_s), QByteArray("mine"));
    QVERIFY(!QFile::exists(folder + u"/404.html"_s));
}

void TestSampleSite::isCompletedWhereItsBeginningIsMissing() {
    const QTemporaryDir place;
    const QString folder = placeSampleSite(place.filePath(u"sample"_s));
    QVERIFY(QFile::remove(folder + u"/index.html"_s));
    QVERIFY(read(placeSampleSite(folder) + u"/index.html"_s).contains("It works"));
}

void TestSampleSite::saysWhereItCannotBe() {
    const QTemporaryDir place;
    QFile file(place.filePath(u"taken"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    try {
        (void)placeSampleSite(place.filePath(u"taken"_s));
        QFAIL("A file is no folder");
    } catch (const Error& error) {
        QCOMPARE(error.kind, ErrorKind::FileSystem);
        QCOMPARE(error.subject, place.filePath(u"taken"_s));
    }
}

QTEST_GUILESS_MAIN(TestSampleSite)
#include "tst_sample_site.moc"
