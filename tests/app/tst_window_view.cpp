#include "app/shell/dropped_source.h"
#include "app/shell/window_view.h"

#include <QMimeData>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

class WindowViewTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasShownIsShownAgain() {
        const WindowView view{.project = 7, .tab = ProjectPage::Tab::Log, .activity = true};
        QCOMPARE(viewFromBytes(toBytes(view)), view);
    }

    void whatCannotBeReadIsANewWindow() {
        QCOMPARE(viewFromBytes({}), WindowView());
        QCOMPARE(viewFromBytes("no JSON"), WindowView());
        QCOMPARE(viewFromBytes(R"({"tab":"nowhere","project":"x","activity":3})"), WindowView());
    }

    void aWindowStaysOnItsScreen_data() {
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("window");
        QTest::addColumn<QRect>("fitted");
        const QRect left(0, 0, 1920, 1040);
        const QRect right(1920, 0, 1280, 1000);
        const QRect small(0, 0, 1024, 600);
        QTest::newRow("it fits") << QList{left, right} << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
        QTest::newRow("its screen is gone") << QList{left} << QRect(2000, 100, 1280, 800) << QRect(640, 100, 1280, 800);
        QTest::newRow("a smaller screen") << QList{small} << QRect(300, 200, 1280, 800) << QRect(0, 0, 1024, 600);
        QTest::newRow("mostly on the second")
            << QList{left, right} << QRect(1800, 900, 1000, 600) << QRect(1920, 400, 1000, 600);
        QTest::newRow("far away") << QList{left, right} << QRect(-9000, -9000, 500, 500) << QRect(0, 0, 500, 500);
    }

    void aWindowStaysOnItsScreen() {
        QFETCH(QList<QRect>, screens);
        QFETCH(QRect, window);
        QFETCH(QRect, fitted);
        QCOMPARE(fittedInto(screens, window), fitted);
    }

    void foldersAndRepositoriesCanBeDropped_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("taken");
        QTest::newRow("GitHub") << u"https://github.com/lina/blog"_s << true;
        QTest::newRow("any host") << u" https://git.example.com/a/b.git\n"_s << true;
        QTest::newRow("SSH") << u"git@github.com:lina/blog.git"_s << true;
        QTest::newRow("a page") << u"https://example.com/about"_s << false;
        QTest::newRow("a sentence") << u"see https://github.com/lina/blog now"_s << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("too long") << u"https://github.com/a/"_s + QString(600, u'b') << false;
    }

    void foldersAndRepositoriesCanBeDropped() {
        QFETCH(QString, text);
        QFETCH(bool, taken);
        QMimeData data;
        data.setText(text);
        QCOMPARE(droppedSource(data).has_value(), taken);
    }

    void aDroppedFolderIsTaken() {
        const QTemporaryDir folder;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.path())});
        QCOMPARE(droppedSource(data)->location, folder.path());
        data.setUrls({QUrl::fromLocalFile(folder.filePath(u"missing"_s))});
        QVERIFY(!droppedSource(data));
    }
};

QTEST_GUILESS_MAIN(WindowViewTest)
#include "tst_window_view.moc"
