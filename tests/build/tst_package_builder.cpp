#include "core/build/elf_check.h"
#include "core/build/package_builder.h"
#include "core/build/package_files.h"
#include "core/build/python_runtime.h"
#include "core/build/start_script.h"
#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"
#include "core/detect/python/locked_packages.h"
#include "core/detect/python/project_reading.h"
#include "tests/detect/memory_tree.h"
#include "tests/support/await.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

using Files = MemoryTree::Files;

void writeFile(const QString& path, const QByteArray& content) {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

class CollectedLog final : public LogSink {
public:
    void write(LogChannel, const QByteArray& bytes) override { text += QString::fromUtf8(bytes); }
    void note(const QString& line) override { notes.append(line); }

    QString text;
    QStringList notes;
};

QStringList run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(30'000);
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

QByteArray answerOf(int port, const QByteArray& path) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
        if (socket.waitForConnected(1000)) {
            socket.write("GET " + path + " HTTP/1.0\r\n\r\n");
            while (socket.waitForReadyRead(1000)) { }
            if (const QByteArray answer = socket.readAll(); answer.contains("200 OK")) {
                return answer.mid(answer.indexOf("\r\n\r\n") + 4);
            }
        }
        QTest::qWait(100);
    }
    return {};
}

QStringList locked(const Files& files) {
    const MemoryTree tree(files);
    const AppFolder folder(tree, {});
    return lockedRequirements(folder, readPythonProject(folder));
}

} // namespace

Q_DECLARE_METATYPE(MemoryTree::Files)

class TestPackageBuilder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    LoginShell m_shell;
    std::unique_ptr<PackageBuilder> m_builder;
    int m_number = 0;

    PackageRequest app(const QByteArray& requirements) {
        PackageRequest request;
        request.sourceDirectory = m_folder.filePath(u"checkout%1"_s.arg(++m_number));
        request.folder = m_folder.filePath(u"package%1"_s.arg(m_number));
        writeFile(request.sourceDirectory + u"/requirements.txt"_s, requirements);
        writeFile(request.sourceDirectory + u"/app.py"_s, "from flask import Flask\napp = Flask(__name__)\n");
        writeFile(request.sourceDirectory + u"/static/page.html"_s, "<p>page</p>");
        writeFile(request.sourceDirectory + u"/.env"_s, "PASSWORD=kept out\n");
        writeFile(request.sourceDirectory + u"/.git/config"_s, "[core]\n");
        request.plan = detect(FolderTree(request.sourceDirectory), {});
        request.slug = u"site"_s;
        return request;
    }

    BuiltPackage build(const PackageRequest& request, LogSink& log) {
        return test::await(m_builder->build(request, log, {}, {}), 120s);
    }

    Error failureOf(const PackageRequest& request) {
        CollectedLog log;
        try {
            build(request, log);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"nothing was thrown"_s);
    }

private slots:
    void initTestCase() {
        if (run(u"/usr/bin/python3"_s, {u"-m"_s, u"pip"_s, u"--version"_s}).isEmpty()) {
            QSKIP("python3-pip is not installed");
        }
        const QString wheels = m_folder.filePath(u"wheels"_s);
        QVERIFY(QDir().mkpath(wheels));
        run(u"/usr/bin/python3"_s, {QStringLiteral(BUILD_TESTS) + u"/make_wheels.py"_s, wheels});
        QProcessEnvironment host = QProcessEnvironment::systemEnvironment();
        host.insert(u"PIP_NO_INDEX"_s, u"1"_s);
        host.insert(u"PIP_FIND_LINKS"_s, wheels);
        m_builder = std::make_unique<PackageBuilder>(host, m_shell);
    }

    void packsAnAppThatAnswers() {
        CollectedLog log;
        const PackageRequest request = app("flask\nnative\n");
        const BuiltPackage package = build(request, log);
        QVERIFY(log.notes.contains(u"gunicorn is not among the dependencies: it is added to the package."_s));
        QVERIFY(package.runtime.startsWith(u"custom.debian"_s));
        QCOMPARE(package.command, QStringList({u"sh"_s, u"/code/miaobu-start.sh"_s, u"0.0.0.0:9000"_s}));
        QCOMPARE(package.bytes, QFileInfo(package.path).size());

        const QString code = m_folder.filePath(u"code"_s);
        run(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-e"_s, package.path, code});
        QVERIFY(QFileInfo::exists(code + u"/static/page.html"_s));
        QVERIFY(QFileInfo::exists(code + u"/python_deps/native.so"_s));
        QVERIFY(!QFileInfo::exists(code + u"/.env"_s));
        QVERIFY(!QFileInfo::exists(code + u"/.git"_s));
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const int port = free.serverPort();
        free.close();
        QProcess server;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GREETING"_s, u"hello"_s);
        server.setProcessEnvironment(environment);
        server.setWorkingDirectory(QDir::rootPath());
        server.start(u"sh"_s, {code + u"/miaobu-start.sh"_s, u"127.0.0.1:%1"_s.arg(port)});
        QVERIFY(server.waitForStarted());
        const QByteArray answer = answerOf(port, "/path");
        server.kill();
        server.waitForFinished();
        QVERIFY2(answer == "/path hello " + QByteArray::number(::getuid()), server.readAllStandardError().constData());
    }

    void theSameSourceGivesTheSameBytes() {
        CollectedLog log;
        const QByteArray first = build(app("flask\ngunicorn\n"), log).sha256;
        qputenv("TZ", "Asia/Shanghai");
        const QByteArray second = build(app("flask\ngunicorn\n"), log).sha256;
        qunsetenv("TZ");
        QCOMPARE(first.size(), 64);
        QCOMPARE(second, first);
        QVERIFY(build(app("flask\ngunicorn\nnative\n"), log).sha256 != first);
    }

    void refusesWhatDoesNotRunThere_data() {
        QTest::addColumn<QByteArray>("requirements");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("subject");
        QTest::newRow("another processor")
            << QByteArray("flask\nforeign\n") << static_cast<int>(ErrorKind::BinaryUnsuitable)
            << u"python_deps/foreign.so"_s;
        QTest::newRow("a newer C library")
            << QByteArray("flask\nnewer\n") << static_cast<int>(ErrorKind::BinaryUnsuitable)
            << u"python_deps/newer.so"_s;
        QTest::newRow("no wheel for Linux")
            << QByteArray("flask\nelsewhere\n") << static_cast<int>(ErrorKind::WheelMissing) << u"elsewhere"_s;
    }

    void refusesWhatDoesNotRunThere() {
        QFETCH(QByteArray, requirements);
        QFETCH(int, kind);
        QFETCH(QString, subject);
        const Error error = failureOf(app(requirements));
        QCOMPARE(static_cast<int>(error.kind), kind);
        QCOMPARE(error.subject, subject);
    }

    void packsNoLinkThatLeadsOut() {
        PackageRequest request = app("flask\n");
        QVERIFY(QFile::link(u"app.py"_s, request.sourceDirectory + u"/same.py"_s));
        CollectedLog log;
        const BuiltPackage package = build(request, log);
        const QString code = m_folder.filePath(u"linked"_s);
        run(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-e"_s, package.path, code});
        QVERIFY(!QFileInfo(code + u"/same.py"_s).isSymLink());
        QCOMPARE(QFileInfo(code + u"/same.py"_s).size(), QFileInfo(code + u"/app.py"_s).size());
        QVERIFY(QFile::link(u"/etc/hostname"_s, request.sourceDirectory + u"/name.txt"_s));
        const Error error = failureOf(request);
        QCOMPARE(error.kind, ErrorKind::OutputEscapes);
        QCOMPARE(error.subject, u"name.txt"_s);
    }

    void choosesAPythonThatIsThere_data() {
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("here");
        QTest::addColumn<QString>("chosen");
        const auto row = [](const char* name, const QString& declared, const QString& reason, const QString& here,
                             const QString& chosen) { QTest::newRow(name) << declared << reason << here << chosen; };
        const QString lowest = u"requires-python in pyproject.toml"_s;
        row("nothing said", {}, {}, {}, u"custom.debian12 3.12"_s);
        row("what is here", {}, {}, u"3.11"_s, u"custom.debian12 3.11"_s);
        row("the very one", u"3.10"_s, u".python-version"_s, u"3.12"_s, u"custom.debian10 3.10"_s);
        row("from one on", u"3.11"_s, lowest, u"3.13"_s, u"custom.debian12 3.11"_s);
        row("from an old one on", u"3.8"_s, lowest, u"3.12"_s, u"custom.debian12 3.12"_s);
        row("too new", u"3.13"_s, lowest, u"3.13"_s, u"refused"_s);
        row("another one", u"3.9"_s, u"runtime.txt"_s, {}, u"refused"_s);
    }

    void choosesAPythonThatIsThere() {
        QFETCH(QString, declared);
        QFETCH(QString, reason);
        QFETCH(QString, here);
        QFETCH(QString, chosen);
        BuildPlan plan;
        plan.pythonVersion = declared;
        plan.reasons.insert(u"pythonVersion"_s, reason);
        QString answer;
        try {
            const PythonRuntime runtime = pythonRuntime(plan, here);
            answer = runtime.runtime + u' ' + runtime.version;
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::PythonUnsuitable);
            QVERIFY(error.alternatives.contains(u"3.12"_s));
            answer = u"refused"_s;
        }
        QCOMPARE(answer, chosen);
    }

    void readsLocks_data() {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QStringList>("requirements");
        const QByteArray uv
            = "[[package]]\nname='shop'\nversion='0'\nsource={virtual='.'}\ndependencies=[{name='Flask'},"
              "{name='pywin32', marker=\"sys_platform == 'win32'\"}]\n"
              "[[package]]\nname='flask'\nversion='3.0'\ndependencies=[{name='click'}]\n"
              "[[package]]\nname='click'\nversion='8.1'\n[[package]]\nname='pytest'\nversion='8'\n"
              "[[package]]\nname='pywin32'\nversion='306'\n";
        QTest::newRow("uv") << Files{{u"pyproject.toml"_s, "[project]\nname='shop'\ndependencies=['flask']\n"},
            {u"uv.lock"_s, uv}}
                            << QStringList{u"click==8.1"_s, u"flask==3.0"_s};
        const QByteArray poetry
            = "[[package]]\nname='flask'\nversion='3.0'\n[package.dependencies]\nclick='>=8'\n"
              "colorama={version='*', markers=\"sys_platform == 'win32'\"}\n"
              "[[package]]\nname='click'\nversion='8.1'\n[[package]]\nname='colorama'\nversion='0.4'\n"
              "[[package]]\nname='pytest'\nversion='8'\n";
        QTest::newRow("poetry") << Files{{u"pyproject.toml"_s,
                                             "[tool.poetry.dependencies]\npython='^3.11'\nflask='^3'\n"},
            {u"poetry.lock"_s, poetry}}
                                << QStringList{u"click==8.1"_s, u"flask==3.0"_s};
        QTest::newRow("pipenv") << Files{{u"Pipfile"_s, "[packages]\nflask='*'\n"},
            {u"Pipfile.lock"_s, R"({"default":{"flask":{"version":"==3.0"}},"develop":{"pytest":{"version":"==8"}}})"}}
                                << QStringList{u"flask==3.0"_s};
        QTest::newRow("poetry without a lock") << Files{{u"pyproject.toml"_s,
            "[tool.poetry.dependencies]\npython='^3.11'\nflask='^3.0'\nuvicorn={version='0.30', "
            "extras=['standard']}\n"}} << QStringList{u"flask>=3.0,<4"_s, u"uvicorn[standard]==0.30"_s};
        QTest::newRow("broken") << Files{{u"pyproject.toml"_s, "[project]\nname='shop'\ndependencies=['flask']\n"},
            {u"uv.lock"_s, "[[package"}}
                                << QStringList{u"flask"_s};
    }

    void readsLocks() {
        QFETCH(Files, files);
        QFETCH(QStringList, requirements);
        QCOMPARE(locked(files), requirements);
    }

    void writesPoetrysVersionsForPip() {
        QCOMPARE(pipVersion(u"^1.2.3"_s), u">=1.2.3,<2"_s);
        QCOMPARE(pipVersion(u"^0.2"_s), u">=0.2,<0.3"_s);
        QCOMPARE(pipVersion(u"~1.2"_s), u">=1.2,<1.3"_s);
        QCOMPARE(pipVersion(u"~1"_s), u">=1,<2"_s);
        QCOMPARE(pipVersion(u"*"_s), QString());
        QCOMPARE(pipVersion(u">=1,<2"_s), u">=1,<2"_s);
        QCOMPARE(pipVersion(u"1.5"_s), u"==1.5"_s);
    }

    void believesNothingInAFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"broken.so"_s);
        QByteArray bytes("\x7f"
                         "ELF\x02\x01\x01",
            7);
        bytes.append(QByteArray(11, '\0')).append("\x3e\x00", 2).append(QByteArray(4096, '\xff'));
        for (const qsizetype size : {0, 3, 20, 64, 1000, 4000}) {
            writeFile(path, bytes.first(size));
            QCOMPARE(elfProblem(path, 28), QString());
        }
        QCOMPARE(elfProblem(folder.filePath(u"missing"_s), 28), QString());
    }

    void startsOtherCommandsToo() {
        const PythonRuntime runtime{u"custom.debian12"_s, u"3.12"_s, u"/opt/python3.12/bin"_s, 36};
        const auto last = [&runtime](const QString& command) {
            return startScript(runtime, command, true).trimmed().section(u'\n', -1);
        };
        QCOMPARE(last(u"uvicorn main:app --host 0.0.0.0 --port 9000"_s),
            u"exec \"$python\" -m uvicorn main:app --host \"$HOST\" --port \"$PORT\""_s);
        QCOMPARE(last(u"python server.py"_s), u"exec \"$python\" server.py"_s);
        QCOMPARE(last(u"python manage.py migrate && gunicorn x"_s), u"python manage.py migrate && gunicorn x"_s);
        QVERIFY(startScript(runtime, u"x"_s, true).contains(u":$PWD/src"_s));
    }
};

QTEST_GUILESS_MAIN(TestPackageBuilder)
#include "tst_package_builder.moc"
