#include "app/screens/project/source_place.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

LogLink linkIn(const QString& plain) {
    const QList<LogLink> links = linksIn(plain);
    if (links.size() != 1) {
        qFatal("%s is not one link", qPrintable(plain));
    }
    return links.constFirst();
}

} // namespace

class SourcePlaceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Project m_project;
    Deployment m_deployment;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name) const {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    [[nodiscard]] QString placed(const QString& plain) const {
        const auto place = filePlace(linkIn(plain), m_project, m_deployment, path(u"builds/9/source"_s));
        return place ? QDir(m_folder.path()).relativeFilePath(place->file) : QString();
    }

private slots:
    void initTestCase() {
        write(u"site/src/App.tsx"_s);
        write(u"site/apps/web/src/Page.tsx"_s);
        write(u"builds/9/source/generated/out.ts"_s);
        write(u"outside/secret.txt"_s);
        QVERIFY(QFile::link(path(u"outside/secret.txt"_s), path(u"site/src/way-out.txt"_s)));
        QVERIFY(QFile::link(path(u"outside"_s), path(u"site/out"_s)));
        m_project.source = {SourceKind::Folder, path(u"site"_s), {}};
        m_deployment.plan.rootDirectory = u"apps/web"_s;
        m_deployment.revision.commit = u"9e1f3c200d1f0c2b7a9e4438a6b5c1d2e3f40516"_s;
    }

    void aFileOfTheProjectIsFound() {
        QCOMPARE(placed(u"src/App.tsx:42:7"_s), u"site/src/App.tsx"_s);
        QCOMPARE(placed(u"./src/Page.tsx:3"_s), u"site/apps/web/src/Page.tsx"_s);
        QCOMPARE(placed(u"../../src/App.tsx:3"_s), u"site/src/App.tsx"_s);
        QCOMPARE(placed(path(u"site/src/App.tsx:1"_s)), u"site/src/App.tsx"_s);
        // A build runs in a checkout of its own, and tools print where they run.
        QCOMPARE(placed(path(u"builds/9/source/src/App.tsx:42:7"_s)), u"site/src/App.tsx"_s);
        QCOMPARE(placed(path(u"builds/9/source/generated/out.ts:1"_s)), u"builds/9/source/generated/out.ts"_s);
    }

    void nothingOutsideIsOpened() {
        QCOMPARE(placed(u"../outside/secret.txt:1"_s), QString());
        QCOMPARE(placed(u"../../../outside/secret.txt:1"_s), QString());
        QCOMPARE(placed(path(u"outside/secret.txt:1"_s)), QString());
        QCOMPARE(placed(u"src/way-out.txt:1"_s), QString());
        QCOMPARE(placed(u"out/secret.txt:1"_s), QString());
        QCOMPARE(placed(path(u"builds/9/source/../../../outside/secret.txt:1"_s)), QString());
        QCOMPARE(placed(u"src/missing.ts:1"_s), QString());
        QCOMPARE(placed(u"/etc/hosts.conf:1"_s), QString());
    }

    void aRepositoryIsShownOnGitHub() {
        Project project;
        const QString checkout = path(u"builds/9/source"_s);
        const auto page = [&](const QString& plain) {
            return placeOnGitHub(linkIn(plain), project, m_deployment, checkout).toString(QUrl::FullyEncoded);
        };
        project.source = {SourceKind::Git, u"https://github.com/lina/my-blog.git"_s, {}};
        const QString base = u"https://github.com/lina/my-blog/blob/9e1f3c200d1f0c2b7a9e4438a6b5c1d2e3f40516/"_s;
        QCOMPARE(page(u"src/a%b#c.ts:42:7"_s), base + u"apps/web/src/a%25b%23c.ts#L42"_s);
        QCOMPARE(page(checkout + u"/src/App.tsx:3"_s), base + u"src/App.tsx#L3"_s);
        QCOMPARE(page(u"../../../x.ts:3"_s), QString());
        QCOMPARE(page(u"/etc/x.conf:3"_s), QString());
        project.source.location = u"https://gitee.com/lina/my-blog"_s;
        QCOMPARE(page(u"src/a.ts:42:7"_s), QString());
    }

    void editorsAreToldWhereToGo_data() {
        QTest::addColumn<QString>("editor");
        QTest::addColumn<QStringList>("words");
        const QString file = u"/s/a b.ts"_s;
        QTest::newRow("code") << u"code --wait"_s << QStringList{u"code"_s, u"--wait"_s, u"-g"_s, u"/s/a b.ts:4:2"_s};
        QTest::newRow("quoted") << u"\"/opt/my tools/cursor\""_s
                                << QStringList{u"/opt/my tools/cursor"_s, u"-g"_s, u"/s/a b.ts:4:2"_s};
        QTest::newRow("kate") << u"kate"_s << QStringList{u"kate"_s, u"-l"_s, u"4"_s, u"-c"_s, u"2"_s, file};
        QTest::newRow("emacs") << u"emacs"_s << QStringList{u"emacs"_s, u"+4:2"_s, file};
        QTest::newRow("unknown") << u"my-editor -x"_s << QStringList{u"my-editor"_s, u"-x"_s, file};
        QTest::newRow("in a terminal") << u"/usr/bin/vim"_s << QStringList{};
        QTest::newRow("emacs in a terminal") << u"emacs -nw"_s << QStringList{};
        QTest::newRow("none") << u""_s << QStringList{};
    }

    void editorsAreToldWhereToGo() {
        QFETCH(QString, editor);
        QFETCH(QStringList, words);
        QCOMPARE(editorCommand(editor, {u"/s/a b.ts"_s, 4, 2}), words);
    }
};

QTEST_GUILESS_MAIN(SourcePlaceTest)
#include "tst_source_place.moc"
