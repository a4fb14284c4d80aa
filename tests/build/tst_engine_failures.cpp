#include "core/build/image_builder.h"
#include "core/build/push_failure.h"
#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"
#include "tests/support/await.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

void writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

class Notes final : public LogSink {
public:
    void write(LogChannel, const QByteArray& bytes) override { text += QString::fromUtf8(bytes); }
    void note(const QString& line) override { notes += line + u'\n'; }

    QString text;
    QString notes;
};

} // namespace

/// What a person is told where the engine, the registry or the image is the trouble. The engine is a program that answers as docker does
/// (engine/docker).
class TestEngineFailures : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        writeFile(m_folder->filePath(u"requirements.txt"_s), "fastapi\nuvicorn\n");
        writeFile(m_folder->filePath(u"main.py"_s), "from fastapi import FastAPI\napp = FastAPI()\n");
        QVERIFY(QDir(m_folder->path()).mkdir(u"notes"_s));
        m_log = {};
    }

    void whatHappensToABuildIsTold_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* story, ErrorKind kind, const char* subject, const char* detail) {
            QTest::newRow(story) << QString::fromLatin1(story) << kind << QString::fromLatin1(subject)
                                 << QString::fromLatin1(detail);
        };
        row("dies", ErrorKind::EngineNotRunning, "docker", "unexpected EOF");
        row("dies buildkit", ErrorKind::EngineNotRunning, "docker", "error reading from server: EOF");
        row("no-package", ErrorKind::InstallFailed, "ERROR: No matching distribution found for fastapi==99",
            "returned a non-zero code: 1");
        row("large", ErrorKind::ImageTooLarge, "miaobu/site:1-test", "11.2 GiB");
        row("arm64 no-emulation", ErrorKind::BinaryUnsuitable, "linux/amd64", "exec /bin/sh: exec format error");
        row("arm64 arm64-image", ErrorKind::BinaryUnsuitable, "miaobu/site:1-test", "linux/arm64");
    }

    void whatHappensToABuildIsTold() {
        QFETCH(QString, story);
        QFETCH(QString, detail);
        const Error error = failureOf([&] { build(story); });
        QTEST(error.kind, "kind");
        QTEST(error.subject, "subject");
        QVERIFY2(error.detail.contains(detail), qPrintable(error.detail));
        // What nobody will use is not kept, and the next build begins as the first one did.
        QVERIFY(calls().filter(u"image rm miaobu/site:1-test"_s).size()
            == (story == u"large" || story.contains(u"arm64-image"_s) ? 1 : 0));
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u".dockerignore"_s)));
        QFile::remove(m_folder->filePath(u"notes/gone"_s));
        QCOMPARE(build({}).imageId, u"sha256:00ff"_s);
    }

    void onlyAnEngineOfAnotherArchitectureLacksEmulation() {
        const Error error = failureOf([&] { build(u"no-emulation"_s); });
        QCOMPARE(error.kind, ErrorKind::InstallFailed);
        const Error foreign = failureOf([&] { build(u"arm64 no-emulation"_s); });
        QCOMPARE(foreign.alternatives, QStringList(u"arm64"_s));
    }

    void anotherArchitectureBuildsForTheCloud() {
        QCOMPARE(build(u"arm64"_s).imageId, u"sha256:00ff"_s);
        QVERIFY(m_log.notes.contains(u"This computer is arm64: linux/amd64 is emulated, which is slow."_s));
        QVERIFY(calls().filter(u"--platform=linux/amd64"_s).size() == 1);
    }

    void aRegistryThatRefusesIsAskedOnce_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<int>("pushes");
        QTest::newRow("the login") << u"refused"_s << 0;
        QTest::newRow("the repository") << u"denied"_s << 1;
    }

    void aRegistryThatRefusesIsAskedOnce() {
        QFETCH(QString, story);
        const BuiltImage image = build(story);
        const Error error = failureOf([&] { push(image); });
        QCOMPARE(error.kind, ErrorKind::PushFailed);
        QCOMPARE(error.subject, u"registry.example.com"_s);
        QVERIFY2(isRefusal(error.detail), qPrintable(error.detail));
        QTEST(static_cast<int>(calls().filter(u" push "_s).size()), "pushes");
        QCOMPARE(calls().filter(u" login "_s).size(), 1);
        QVERIFY(!calls().join(u'\n').contains(u"s3cr3t"_s));
    }

    void aPushThatIsCutIsMadeAgain() {
        const BuiltImage image = build(u"cut-twice"_s);
        QCOMPARE(push(image), u"sha256:%1"_s.arg(7, 64, 10, QChar(u'0')));
        QCOMPARE(calls().filter(u" push "_s).size(), 3);
        QVERIFY(m_log.notes.contains(u"broken pipe): trying again in 1 s."_s));
    }

    void anEngineThatEndsWhileItPushesIsNamed() {
        const BuiltImage image = build({});
        writeFile(m_folder->filePath(u"notes/gone"_s), {});
        const Error error = failureOf([&] { push(image); });
        QCOMPARE(error.kind, ErrorKind::EngineNotRunning);
        QCOMPARE(error.subject, u"docker"_s);
    }

private:
    BuiltImage build(const QString& story) {
        QProcessEnvironment host = QProcessEnvironment::systemEnvironment();
        host.insert(u"MIAOBU_CONTAINER_ENGINE"_s, QStringLiteral(ENGINE_PROGRAM));
        host.insert(u"DOCKER_STORY"_s, story);
        host.insert(u"DOCKER_NOTES"_s, m_folder->filePath(u"notes"_s));
        m_builder = std::make_unique<ImageBuilder>(host, m_shell);
        ImageRequest request;
        request.sourceDirectory = m_folder->path();
        request.plan = detect(FolderTree(request.sourceDirectory), {});
        request.slug = u"site"_s;
        request.tag = u"1-test"_s;
        return test::await(m_builder->build(request, m_log, {}, {}), 60s);
    }

    QString push(const BuiltImage& image) {
        const QString host = u"registry.example.com"_s;
        const RegistryLogin login{host, u"cr_temp"_s, "s3cr3t", {}};
        return test::await(m_builder->push(image, host + u"/miaobu/site:1-test"_s, login, m_log, {}, {}), 60s);
    }

    template <typename Work> static Error failureOf(Work work) {
        try {
            work();
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"nothing was thrown"_s);
    }

    [[nodiscard]] QStringList calls() const {
        QFile file(m_folder->filePath(u"notes/calls"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImageBuilder> m_builder;
    LoginShell m_shell;
    Notes m_log;
};

QTEST_GUILESS_MAIN(TestEngineFailures)
#include "tst_engine_failures.moc"
