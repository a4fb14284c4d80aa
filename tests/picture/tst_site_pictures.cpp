#include "core/net/http_client.h"
#include "core/picture/browser.h"
#include "core/picture/site_pictures.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "tests/net/loopback_server.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

const QByteArray page = "<title>Radios</title><meta name=description content='Small ones'><link rel=icon href=/i.png>";
const QByteArray pixels = "\x89PNG not really";

/// A site that answers, and a computer that takes its picture.
struct Scene {
    QTemporaryDir folder;
    Home home{folder.path(), folder.filePath(u"cache"_s)};
    Database database{home.databaseFile()};
    QByteArray body = page;
    QByteArray status = "200 OK";
    LoopbackServer site{[this](const ReceivedRequest& request, QTcpSocket& socket) {
        const bool isPage = request.line.startsWith("GET / ");
        socket.write(LoopbackServer::answer(isPage ? body : pixels, status,
            isPage ? "Content-Type: text/html; charset=utf-8\r\n" : "Content-Type: image/png\r\n"));
    }};
    SitePictures pictures;

    explicit Scene(const QString& browser = {}) : pictures(database, home, std::make_shared<HttpClient>(), browser) { }
    ~Scene() {
        const QSignalSpy idle(&pictures, &SitePictures::idle);
        pictures.shutDown();
        QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), 20'000);
    }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    Deployment deployed(DeploymentId id = 7) {
        if (!project.id) {
            project.slug = project.name = u"radios"_s;
            project.target = u"local"_s;
            project.createdAt = QDateTime::currentDateTimeUtc();
            project = ProjectTable(database).insert(project);
        }
        Deployment deployment;
        deployment.id = id;
        deployment.project = project.id;
        deployment.target = u"local"_s;
        deployment.state = DeploymentState::Live;
        deployment.createdAt = deployment.finishedAt = QDateTime::currentDateTimeUtc();
        deployment.url = QString::fromLatin1(site.url("/"));
        return DeploymentTable(database).insert(deployment, {});
    }

    Project project;
};

/// A program that is called like a browser.
QString script(const QTemporaryDir& folder, const QByteArray& text) {
    QFile file(folder.filePath(u"browser"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text) < 0) {
        qFatal("no script");
    }
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray writesPicture
    = "for a; do case $a in --screenshot=*) printf drawn > \"${a#--screenshot=}\";; esac; done\n";

} // namespace

class SitePicturesTest : public QObject {
    Q_OBJECT

private slots:
    void aSiteThatAnswersGetsAPictureThatIsKept() {
        const QTemporaryDir programs;
        Scene scene(script(programs, writesPicture));
        const Deployment deployment = scene.deployed();
        const QSignalSpy taken(&scene.pictures, &SitePictures::taken);
        QVERIFY(!scene.pictures.of(deployment));
        QTRY_COMPARE(taken.size(), 1);
        const auto picture = scene.pictures.of(deployment);
        QVERIFY(picture);
        QCOMPARE(picture->title, u"Radios"_s);
        QCOMPARE(picture->description, u"Small ones"_s);
        QCOMPARE(contentOf(picture->imageFile), "drawn");
        QCOMPARE(contentOf(picture->iconFile), pixels);
        QCOMPARE(
            QDir(QFileInfo(picture->imageFile).path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 3);

        SitePictures later(scene.database, scene.home, std::make_shared<HttpClient>(), u"/nowhere"_s);
        QCOMPARE(later.of(deployment), picture);
    }

    void withoutABrowserThePageSpeaksForItself() {
        Scene scene;
        scene.body = page + "<meta property=og:image content=/offered.png>";
        const Deployment deployment = scene.deployed();
        const QSignalSpy taken(&scene.pictures, &SitePictures::taken);
        static_cast<void>(scene.pictures.of(deployment));
        QTRY_COMPARE(taken.size(), 1);
        const auto picture = scene.pictures.of(deployment);
        QCOMPARE(picture->title, u"Radios"_s);
        QCOMPARE(contentOf(picture->imageFile), pixels);
    }

    void aBrowserThatFailsIsNoObstacle() {
        const QTemporaryDir programs;
        Scene scene(script(programs, "exit 1\n"));
        const Deployment deployment = scene.deployed();
        const QSignalSpy taken(&scene.pictures, &SitePictures::taken);
        static_cast<void>(scene.pictures.of(deployment));
        QTRY_COMPARE(taken.size(), 1);
        QVERIFY(scene.pictures.of(deployment)->imageFile.isEmpty());
    }

    void aSiteThatDoesNotAnswerHasNone() {
        const QTemporaryDir programs;
        Scene scene(script(programs, writesPicture));
        scene.status = "503 Service Unavailable";
        const Deployment deployment = scene.deployed();
        static_cast<void>(scene.pictures.of(deployment));
        QTRY_VERIFY(!scene.site.requests.isEmpty());
        QTRY_VERIFY(!scene.pictures.isBusy());
        QVERIFY(!scene.pictures.of(deployment));
        QVERIFY2(!scene.pictures.isBusy(), "asked again at once");
        QVERIFY(QDir(scene.home.cache + u"/pictures"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    }

    void endingDoesNotWaitForABrowser() {
        const QTemporaryDir programs;
        const QString started = programs.filePath(u"started"_s);
        Scene scene(script(programs, "touch '" + started.toUtf8() + "'; sleep 60\n"));
        static_cast<void>(scene.pictures.of(scene.deployed()));
        QTRY_VERIFY(QFile::exists(started));
    } // The scene ends; so must the browser.

    void picturesGoWithTheirDeployments() {
        Scene scene;
        Deployment deployment = scene.deployed();
        const QSignalSpy taken(&scene.pictures, &SitePictures::taken);
        static_cast<void>(scene.pictures.of(deployment));
        QTRY_COMPARE(taken.size(), 1);
        scene.pictures.sweep();
        QVERIFY(scene.pictures.of(deployment));
        const QString folder = scene.home.cache + u"/pictures/7"_s;
        QVERIFY(QFile::exists(folder));
        deployment.state = DeploymentState::Purged;
        DeploymentTable(scene.database).update(deployment);
        scene.pictures.sweep();
        QVERIFY(!QFile::exists(folder));
    }

    void anInstalledBrowserDrawsThePage() {
        const QString browser = installedBrowser();
        if (browser.isEmpty()) {
            QSKIP("there is no Chromium here");
        }
        Scene scene(browser);
        scene.body = page + "<body style='background:#246'>";
        const Deployment deployment = scene.deployed();
        const QSignalSpy taken(&scene.pictures, &SitePictures::taken);
        static_cast<void>(scene.pictures.of(deployment));
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 40'000);
        QVERIFY(contentOf(scene.pictures.of(deployment)->imageFile).startsWith("\x89PNG\r\n"));
    }
};

QTEST_GUILESS_MAIN(SitePicturesTest)
#include "tst_site_pictures.moc"
