#include "core/async/error.h"
#include "core/build/node_places.h"
#include "core/build/toolchains.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

/// JSON written with single quotes.
QByteArray json(QByteArray text) {
    return text.replace('\'', '"');
}

void writeFile(const QString& path, const QByteArray& content) {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void writeProgram(const QString& path, const QByteArray& script) {
    writeFile(path, "#!/bin/sh\n" + script + '\n');
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QString contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

class CollectedNotes final : public LogSink {
public:
    void write(LogChannel, const QByteArray&) override { }
    void note(const QString& line) override { notes.append(line); }

    QStringList notes;
};

NodeInstallation node(const QString& version) {
    return {u"/opt/"_s + version, parseVersion(version).value()};
}

ErrorKind kindOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Internal;
}

} // namespace

class TestToolchains : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_host;
    QString m_source;

    QString at(const QString& name) const { return m_home->filePath(name); }

    Toolchain find(const BuildPlan& plan) {
        LoginShell shell;
        Toolchains toolchains(at(u"tools"_s), m_host, shell);
        return test::await(toolchains.find(layoutOf(m_source, plan), plan, {}));
    }

    struct Provided {
        Toolchain toolchain;
        QStringList notes;
    };

    Provided provide(const BuildPlan& plan) {
        LoginShell shell;
        Toolchains toolchains(at(u"tools"_s), m_host, shell);
        CollectedNotes log;
        const Toolchain found = test::await(toolchains.provide(layoutOf(m_source, plan), plan, log, {}));
        return {found, log.notes};
    }

    Error failureOfProvide(const BuildPlan& plan) {
        try {
            provide(plan);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"nothing was thrown"_s);
    }

private slots:
    void init() {
        m_home = std::make_unique<QTemporaryDir>();
        m_host = QProcessEnvironment();
        m_host.insert(u"HOME"_s, m_home->path());
        m_source = at(u"source"_s);
        writeFile(m_source + u"/package.json"_s, "{}");
        qunsetenv("SHELL");
        qputenv("PATH", (at(u"bin"_s) + u":/usr/bin:/bin"_s).toUtf8());
    }

    void theNewestThatFitsIsChosen_data() {
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("nothing declared: long-term support") << QString() << u"22.11.0"_s;
        QTest::newRow("major") << u"20"_s << u"20.11.1"_s;
        QTest::newRow("range") << u">=18 <21"_s << u"20.11.1"_s;
        QTest::newRow("open range") << u">=18"_s << u"23.1.0"_s;
        QTest::newRow("code name") << u"lts/hydrogen"_s << u"18.20.4"_s;
        QTest::newRow("exact") << u"v20.9.0"_s << u"20.9.0"_s;
        QTest::newRow("exact, a later one of its major") << u"18.19.0"_s << u"18.20.4"_s;
        QTest::newRow("no version at all") << u"whatever"_s << u"22.11.0"_s;
    }
    void theNewestThatFitsIsChosen() {
        QFETCH(const QString, declared);
        const QList<NodeInstallation> installed{node(u"16.20.2"_s), node(u"18.20.4"_s), node(u"20.9.0"_s),
            node(u"20.11.1"_s), node(u"22.11.0"_s), node(u"23.1.0"_s)};
        QTEST(toString(chooseNode(installed, declared).version), "chosen");
    }

    void whatIsInstalledIsSaidWhenNoneFits() {
        const QList<NodeInstallation> installed{node(u"16.20.2"_s), node(u"18.20.4"_s)};
        try {
            chooseNode(installed, u">=20"_s);
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::NodeUnsuitable);
            QCOMPARE(error.subject, u">=20"_s);
            QCOMPARE(error.alternatives, (QStringList{u"18.20.4"_s, u"16.20.2"_s}));
        }
        QCOMPARE(kindOf([] { chooseNode({node(u"16.20.2"_s)}, {}); }), ErrorKind::NodeUnsuitable);
        QCOMPARE(kindOf([] { chooseNode({node(u"18.20.4"_s)}, u"18.21.0"_s); }), ErrorKind::NodeUnsuitable);
        QCOMPARE(kindOf([] { chooseNode({}, u"20"_s); }), ErrorKind::NodeMissing);
    }

    void everyManagersVersionsAreFound() {
        const QStringList places{u".nvm/versions/node/v18.1.0/bin/node"_s,
            u".local/share/fnm/node-versions/v20.1.0/installation/bin/node"_s,
            u".volta/tools/image/node/16.1.0/bin/node"_s, u".local/share/mise/installs/node/21.1.0/bin/node"_s,
            u".asdf/installs/nodejs/19.1.0/bin/node"_s, u".nodenv/versions/17.1.0/bin/node"_s,
            u"n/n/versions/node/15.1.0/bin/node"_s};
        for (const QString& place : places) {
            writeProgram(at(place), "echo v" + QFileInfo(place).path().section(u'/', -2, -2).toUtf8());
        }
        writeProgram(at(u".nodenv/shims/node"_s), "exit 1");
        const QStringList programs
            = nodePrograms(m_host, at(u".nodenv/shims"_s) + u":relative:"_s + at(u".nvm/versions/node/v18.1.0/bin"_s));
        for (const QString& place : places) {
            QCOMPARE(programs.count(at(place)), 1);
        }
        QVERIFY(!programs.contains(at(u".nodenv/shims/node"_s)));
    }

    void aBrokenInstallationIsPassedOver() {
        writeProgram(at(u".nvm/versions/node/v90.0.0/bin/node"_s), "echo v90.0.0; exit 3");
        writeProgram(at(u".nvm/versions/node/v91.0.0/bin/node"_s), "echo hello");
        writeProgram(at(u".nvm/versions/node/v92.0.0/bin/node"_s), "echo v92.3.4");
        writeProgram(at(u".nvm/versions/node/v92.0.0/bin/npm"_s), "echo 10.2.3");
        BuildPlan plan;
        plan.nodeVersion = u">=90"_s;
        const Toolchain found = find(plan);
        QCOMPARE(found.text(), u"node 92.3.4, npm 10.2.3"_s);
        QVERIFY(found.path.startsWith(at(u".nvm/versions/node/v92.0.0/bin"_s) + u':'));
    }

    void aVersionIsAskedForOnceUntilTheFileChanges() {
        const QString program = at(u".nvm/versions/node/v90.0.0/bin/node"_s);
        const QByteArray count = "echo x >> '" + at(u"count"_s).toUtf8() + "'; ";
        writeProgram(program, count + "echo v90.0.0");
        LoginShell shell;
        Toolchains toolchains(at(u"tools"_s), m_host, shell);
        QVERIFY(test::await(toolchains.nodes({})).contains(NodeInstallation{program, *parseVersion(u"90.0.0"_s)}));
        test::await(toolchains.nodes({}));
        QCOMPARE(QFileInfo(at(u"count"_s)).size(), 2);
        writeProgram(program, count + "echo v90.0.1");
        QFile file(program);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(test::await(toolchains.nodes({})).contains(NodeInstallation{program, *parseVersion(u"90.0.1"_s)}));
        QCOMPARE(QFileInfo(at(u"count"_s)).size(), 4);
    }

    void aNodeThatIsMissingIsFetched() {
        writeProgram(at(u"bin/node"_s), "echo v18.20.0");
        writeProgram(at(u"bin/npm"_s),
            "[ $1 = --version ] && exec echo 10.8.2\n"
            "echo \"$@\" >> $HOME/asked\n"
            "mkdir -p node_modules/.bin\n"
            "for name in node npm; do printf '#!/bin/sh\\necho v15.14.0\\n' > node_modules/.bin/$name; done\n"
            "chmod +x node_modules/.bin/*");
        BuildPlan plan;
        // An odd one, which no system brings.
        plan.nodeVersion = u"15"_s;
        const Provided first = provide(plan);
        QCOMPARE(first.toolchain.node.program, at(u"tools/node-15/node_modules/.bin/node"_s));
        QCOMPARE(first.toolchain.managerProgram, at(u"tools/node-15/node_modules/.bin/npm"_s));
        QVERIFY(first.toolchain.path.startsWith(at(u"tools/node-15/node_modules/.bin:"_s)));
        QCOMPARE(first.notes.filter(u"fetching"_s).size(), 1);
        const QString asked = contentOf(at(u"asked"_s));
        QVERIFY2(asked.contains(u"@15 npm@8"_s), qPrintable(asked));
        QCOMPARE(asked.count(u'\n'), 1);

        const Provided second = provide(plan);
        QCOMPARE(second.toolchain.node.program, first.toolchain.node.program);
        QVERIFY(second.notes.isEmpty());
        QCOMPARE(contentOf(at(u"asked"_s)), asked);
        QCOMPARE(QDir(at(u"tools"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"node-15"_s});
    }

    void aNodeThatIsNotThereAsAWholeIsNotUsed() {
        writeProgram(at(u"bin/node"_s), "echo v18.20.0");
        writeProgram(at(u"bin/npm"_s), "exit 1");
        writeProgram(at(u"tools/node-15-Xy12ab/node_modules/.bin/node"_s), "echo v15.14.0");
        BuildPlan plan;
        plan.nodeVersion = u"15"_s;
        QCOMPARE(failureOfProvide(plan).kind, ErrorKind::NodeUnsuitable);
        writeProgram(at(u"tools/node-15/node_modules/.bin/node"_s), "echo v15.14.0");
        writeProgram(at(u"tools/node-15/node_modules/.bin/npm"_s), "echo 8.19.0");
        QCOMPARE(provide(plan).toolchain.node.program, at(u"tools/node-15/node_modules/.bin/node"_s));
    }

    void aNodeThatCannotBeFetchedIsMissing() {
        writeProgram(at(u"bin/node"_s), "echo v18.20.0");
        writeProgram(at(u"bin/npm"_s), "echo npm error network is unreachable >&2; exit 1");
        BuildPlan plan;
        plan.nodeVersion = u"15"_s;
        QCOMPARE(failureOfProvide(plan).kind, ErrorKind::NodeUnsuitable);
        QVERIFY(failureOfProvide(plan).alternatives.contains(u"18.20.0"_s));
        QVERIFY(failureOfProvide(plan).detail.contains(u"network is unreachable"_s));
        plan.nodeVersion = u"99"_s;
        QCOMPARE(failureOfProvide(plan).kind, ErrorKind::NodeUnsuitable);
    }

    void anInstalledPackageManagerThatFitsIsUsed() {
        writeProgram(at(u"bin/pnpm"_s), "echo 9.12.0");
        writeFile(m_source + u"/package.json"_s, json("{'packageManager':'pnpm@9.1.0+sha512.abc'}"));
        BuildPlan plan;
        plan.packageManager = u"pnpm"_s;
        Toolchain found = find(plan);
        QVERIFY(found.text().endsWith(u"pnpm 9.12.0"_s));
        QCOMPARE(found.managerProgram, at(u"bin/pnpm"_s));

        writeFile(m_source + u"/package.json"_s, json("{'packageManager':'pnpm@8.15.0'}"));
        found = find(plan);
        QVERIFY(found.managerProgram.isEmpty());
        QVERIFY(found.text().endsWith(u"pnpm 8.15.0"_s));

        writeProgram(at(u"tools/pnpm-8.15.0/node_modules/.bin/pnpm"_s), "echo 8.15.0");
        found = find(plan);
        QCOMPARE(found.managerProgram, at(u"tools/pnpm-8.15.0/node_modules/.bin/pnpm"_s));
        QVERIFY(found.path.startsWith(at(u"tools/pnpm-8.15.0/node_modules/.bin"_s) + u':'));
    }

    void aShimOfCorepackIsNoPackageManager() {
        writeProgram(at(u"lib/node_modules/corepack/dist/pnpm.js"_s), "echo 9.12.0");
        QVERIFY(QDir().mkpath(at(u"bin"_s)));
        QVERIFY(QFile::link(at(u"lib/node_modules/corepack/dist/pnpm.js"_s), at(u"bin/pnpm"_s)));
        BuildPlan plan;
        plan.packageManager = u"pnpm"_s;
        QVERIFY(find(plan).managerProgram.isEmpty());
    }

    void theLockfileTellsWhichManagerCanReadIt() {
        BuildPlan plan;
        const auto wantedFor = [&](const QString& manager, const QString& file, const QByteArray& content) {
            writeFile(m_source + u'/' + file, content);
            plan.packageManager = manager;
            return wantedManager(layoutOf(m_source, plan), manager).version;
        };
        QCOMPARE(wantedFor(u"pnpm"_s, u"pnpm-lock.yaml"_s, "lockfileVersion: '6.0'\n"), u"8"_s);
        QCOMPARE(wantedFor(u"pnpm"_s, u"pnpm-lock.yaml"_s, "lockfileVersion: 5.4\n"), u"7"_s);
        QCOMPARE(wantedFor(u"pnpm"_s, u"pnpm-lock.yaml"_s, "lockfileVersion: '9.0'\n"), u"10"_s);
        QCOMPARE(wantedFor(u"yarn"_s, u"yarn.lock"_s, "# yarn lockfile v1\n"), u"1.22.22"_s);
        QCOMPARE(wantedFor(u"yarn"_s, u"yarn.lock"_s, "__metadata:\n  version: 8\n"), u"4"_s);
    }

    void theLockfileOfAWorkspaceBelongsToItsApps() {
        writeFile(m_source + u"/package.json"_s, json("{'workspaces':['apps/*']}"));
        writeFile(m_source + u"/package-lock.json"_s, "{}");
        writeFile(m_source + u"/apps/web/package.json"_s, "{}");
        BuildPlan plan;
        plan.rootDirectory = u"apps/web"_s;
        plan.packageManager = u"npm"_s;
        QCOMPARE(layoutOf(m_source, plan).install, QFileInfo(m_source).canonicalFilePath());
        writeFile(m_source + u"/package.json"_s, "{}");
        QCOMPARE(layoutOf(m_source, plan).install, layoutOf(m_source, plan).app);
        QVERIFY(layoutOf(m_source, plan).lockfile.isEmpty());
        plan.rootDirectory = u"apps/none"_s;
        QCOMPARE(kindOf([&] { layoutOf(m_source, plan); }), ErrorKind::RootDirectoryMissing);
        plan.rootDirectory = u".."_s;
        QCOMPARE(kindOf([&] { layoutOf(m_source, plan); }), ErrorKind::RootDirectoryOutside);
    }
};

QTEST_GUILESS_MAIN(TestToolchains)
#include "tst_toolchains.moc"
