#include "core/compare/comparison.h"
#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

/// "+a.txt 0>3", "~b.txt 1>2", "-c.txt 4>0"
QStringList drawn(const ManifestDifference& difference) {
    QStringList lines;
    for (const FileChange& change : difference.changes) {
        const QChar sign = change.kind == FileChange::Kind::Added ? u'+'
            : change.kind == FileChange::Kind::Removed            ? u'-'
                                                                  : u'~';
        lines.append(u"%1%2 %3>%4"_s.arg(sign).arg(change.path).arg(change.sizeBefore).arg(change.sizeAfter));
    }
    return lines;
}

/// A project with two deployments: one file stays, one changes, one comes, one goes, and a picture is painted anew.
class Compared : public test::World {
public:
    Compared() : project(addProject()), comparison(*database, *targets, home) {
        write(u"package.json"_s, R"({"name":"shop","scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        write(u"index.html"_s, "<h1>\nold\n</h1>\n");
        write(u"same.txt"_s, "same");
        write(u"gone.txt"_s, "gone");
        write(u"logo.png"_s, QByteArray("\0old", 4));
        before = deploy(project.id);
        write(u"index.html"_s, "<h1>\nfresh\n</h1>\n");
        write(u"come.txt"_s, "come");
        write(u"logo.png"_s, QByteArray("\0new", 4));
        QFile::remove(sourceFolder() + u"/gone.txt"_s);
        after = deploy(project.id);
    }

    ManifestDifference compare(DeploymentId left, DeploymentId right) {
        QSignalSpy compared(&comparison, &Comparison::compared);
        const OperationId operation = comparison.compare(left, right);
        if (!compared.wait() || compared.at(0).at(0).toLongLong() != operation) {
            QTest::qFail("not compared", __FILE__, __LINE__);
            return {};
        }
        return compared.at(0).at(1).value<ManifestDifference>();
    }

    FileDifference compareFile(const QString& path) {
        QSignalSpy compared(&comparison, &Comparison::fileCompared);
        comparison.compareFile(before.id, after.id, path);
        if (!compared.wait()) {
            QTest::qFail("not compared", __FILE__, __LINE__);
            return {};
        }
        return compared.at(0).at(1).value<FileDifference>();
    }

    Project project;
    Deployment before;
    Deployment after;
    Comparison comparison;
};

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void filesAreToldByWhatHappenedToThem() {
        Compared world;
        const ManifestDifference difference = world.compare(world.before.id, world.after.id);
        QCOMPARE(drawn(difference),
            QStringList({u"+come.txt 0>4"_s, u"-gone.txt 4>0"_s, u"~index.html 15>17"_s, u"~logo.png 4>4"_s}));
        QCOMPARE(difference.added, 1);
        QCOMPARE(difference.changed, 2);
        QCOMPARE(difference.removed, 1);
        QCOMPARE(difference.unchanged, 1);
        QCOMPARE(difference.bytesAfter - difference.bytesBefore, 2);
        QCOMPARE(drawn(world.compare(world.after.id, world.before.id)),
            QStringList({u"-come.txt 4>0"_s, u"+gone.txt 0>4"_s, u"~index.html 17>15"_s, u"~logo.png 4>4"_s}));
        QVERIFY(world.compare(world.after.id, world.after.id).changes.isEmpty());
    }

    void aTextIsComparedLineByLine() {
        Compared world;
        const FileDifference page = world.compareFile(u"index.html"_s);
        QCOMPARE(page.kind, FileDifference::Kind::Text);
        QCOMPARE(page.text.lines.size(), 4);
        QCOMPARE(page.text.lines.at(1).text, u"old"_s);
        QCOMPARE(page.text.lines.at(2).text, u"fresh"_s);
        QCOMPARE(world.compareFile(u"come.txt"_s).text.lines.size(), 1);
    }

    void aPictureIsGivenAsItWasAndAsItIs() {
        Compared world;
        const FileDifference logo = world.compareFile(u"logo.png"_s);
        QCOMPARE(logo.kind, FileDifference::Kind::Images);
        QCOMPARE(logo.before, QByteArray("\0old", 4));
        QCOMPARE(logo.after, QByteArray("\0new", 4));
    }

    void aPurgedDeploymentCannotBeCompared() {
        Compared world;
        world.cloud.objects.remove(world.before.objectPrefix + u'/' + manifestObjectName);
        QSignalSpy failed(&world.comparison, &Comparison::failed);
        world.comparison.compare(world.before.id, world.after.id);
        QVERIFY(failed.wait());
        QCOMPARE(test::errorIn(failed.at(0).at(1)).kind, ErrorKind::DeploymentPurged);
        QCOMPARE(test::errorIn(failed.at(0).at(1)).subject, u"1"_s);
    }

    void aLaterQuestionEndsTheOneBefore() {
        Compared world;
        QSignalSpy compared(&world.comparison, &Comparison::compared);
        world.comparison.compare(world.before.id, world.after.id);
        const OperationId second = world.comparison.compare(world.after.id, world.before.id);
        QVERIFY(compared.wait());
        QTest::qWait(20);
        QCOMPARE(compared.size(), 1);
        QCOMPARE(compared.at(0).at(0).toLongLong(), second);
    }

    void whatIsAboutToBePublishedIsComparedToo() {
        Compared world;
        world.write(u"later.txt"_s, "later");
        world.cloud.failForEver = true;
        // From here on the cloud refuses objects; what would have been published is known all the same.
        world.cloud.onCall = [&world](int call, const QString& name) {
            if (name == u"putFile" && world.cloud.failCall == 0) {
                world.cloud.failCall = call;
            }
        };
        const Deployment failed = world.deploy(world.project.id);
        QCOMPARE(failed.state, DeploymentState::Failed);
        world.cloud.failCall = 0;
        world.cloud.onCall = {};
        QCOMPARE(drawn(world.compare(world.after.id, failed.id)), QStringList(u"+later.txt 0>5"_s));
    }

    void theLogSaysWhatChanges() {
        Compared world;
        QFile log(logFile(world.home, world.after.id));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("Against #1: 1 added, 2 changed, 1 removed, 1 as they were."));
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
