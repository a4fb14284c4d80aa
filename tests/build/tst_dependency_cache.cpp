#include "core/build/cache_key.h"
#include "core/build/dependency_cache.h"
#include "core/build/folder_moves.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

void writeFile(const QString& path, const QByteArray& content) {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestDependencyCache : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_checkouts = 0;

    DependencyCache cache(qint64 limit = 1'000'000) const {
        return DependencyCache(m_folder->filePath(u"cache"_s), limit);
    }

    ProjectLayout checkout() {
        const QString path = m_folder->filePath(u"checkout%1"_s.arg(++m_checkouts));
        writeFile(path + u"/package.json"_s, "{}");
        writeFile(path + u"/packages/a/package.json"_s, "{}");
        return {path, path, path, path + u"/package-lock.json"_s};
    }

    static void installInto(const ProjectLayout& layout, const QByteArray& content) {
        writeFile(layout.install + u"/node_modules/left-pad/index.js"_s, content);
        writeFile(layout.install + u"/node_modules/left-pad/node_modules/inner/index.js"_s, content);
        writeFile(layout.install + u"/packages/a/node_modules/right-pad/index.js"_s, content);
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void dependenciesComeBackForTheSameKey() {
        const CacheKey key{u"key"_s, u"inputs"_s, false};
        const ProjectLayout first = checkout();
        auto lease = cache().take(u"blog"_s, key, first);
        QVERIFY(lease && !lease->restored);
        installInto(first, "one");
        cache().installed(*lease, first);
        cache().giveBack(*lease, first, true);
        lease.reset();
        QVERIFY(!QFileInfo::exists(first.install + u"/node_modules"_s));
        QVERIFY(cache().size(u"blog"_s) > 0);

        const ProjectLayout second = checkout();
        lease = cache().take(u"blog"_s, key, second);
        QVERIFY(lease->restored);
        QVERIFY(lease->complete);
        QVERIFY(QFileInfo::exists(second.install + u"/node_modules/left-pad/node_modules/inner/index.js"_s));
        QVERIFY(QFileInfo::exists(second.install + u"/packages/a/node_modules/right-pad/index.js"_s));
    }

    void otherInputsAskForAnInstall() {
        const ProjectLayout first = checkout();
        auto lease = cache().take(u"blog"_s, {u"key"_s, u"inputs"_s, false}, first);
        installInto(first, "one");
        cache().installed(*lease, first);
        cache().giveBack(*lease, first, true);
        lease.reset();
        lease = cache().take(u"blog"_s, {u"key"_s, u"other inputs"_s, false}, checkout());
        QVERIFY(lease->restored);
        QVERIFY(!lease->complete);
        lease.reset();
        QVERIFY(!cache().take(u"blog"_s, {u"other key"_s, u"inputs"_s, false}, checkout())->restored);
    }

    void laterYarnsAreNeverLeftOut() {
        ProjectLayout layout = checkout();
        layout.lockfile = layout.install + u"/yarn.lock"_s;
        writeFile(layout.lockfile, "__metadata:\n  version: 8\n");
        Toolchain toolchain;
        toolchain.manager.name = u"yarn"_s;
        toolchain.managerVersion = u"4.9.2"_s;
        QVERIFY(cacheKey(layout, toolchain, u"yarn install"_s).runsEachTime);
        toolchain.managerVersion = u"1.22.22"_s;
        QVERIFY(!cacheKey(layout, toolchain, u"yarn install"_s).runsEachTime);
    }

    void anotherScopeSeesNothing() {
        const CacheKey key{u"key"_s, u"inputs"_s, false};
        const ProjectLayout first = checkout();
        auto lease = cache().take(u"blog"_s, key, first);
        installInto(first, "one");
        cache().installed(*lease, first);
        cache().giveBack(*lease, first, true);
        QVERIFY(!cache().take(u"shop"_s, key, checkout())->restored);
        QVERIFY(!cache().take(u"../scope-blog"_s, key, checkout())->restored);
    }

    void twoBuildsNeverShare() {
        const CacheKey key{u"key"_s, u"inputs"_s, false};
        const auto lease = cache().take(u"blog"_s, key, checkout());
        QVERIFY(lease);
        QVERIFY(!cache().take(u"blog"_s, key, checkout()));
        QVERIFY(!cache().clear(u"blog"_s));
    }

    void whatWasNotInstalledToTheEndIsDropped() {
        const CacheKey key{u"key"_s, u"inputs"_s, false};
        const ProjectLayout first = checkout();
        auto lease = cache().take(u"blog"_s, key, first);
        installInto(first, "half");
        cache().giveBack(*lease, first, false);
        lease.reset();
        QVERIFY(!cache().take(u"blog"_s, key, checkout())->restored);
    }

    void frameworkCachesOutliveTheLockfile() {
        const ProjectLayout first = checkout();
        auto lease = cache().take(u"blog"_s, {u"key"_s, u"inputs"_s, false}, first);
        writeFile(first.install + u"/node_modules/.cache/babel/a"_s, "x");
        writeFile(first.install + u"/packages/a/.next/cache/b"_s, "x");
        writeFile(first.install + u"/packages/a/.next/server/c"_s, "x");
        cache().installed(*lease, first);
        cache().giveBack(*lease, first, true);
        lease.reset();

        const ProjectLayout second = checkout();
        writeFile(second.install + u"/node_modules/left-pad/index.js"_s, "fresh");
        lease = cache().take(u"blog"_s, {u"new key"_s, u"inputs"_s, false}, second);
        cache().installed(*lease, second);
        QVERIFY(QFileInfo::exists(second.install + u"/node_modules/.cache/babel/a"_s));
        QVERIFY(QFileInfo::exists(second.install + u"/node_modules/left-pad/index.js"_s));
        QVERIFY(QFileInfo::exists(second.install + u"/packages/a/.next/cache/b"_s));
        QVERIFY(!QFileInfo::exists(second.install + u"/packages/a/.next/server/c"_s));
    }

    void aFailedBuildLeavesNoFrameworkCache() {
        const CacheKey key{u"key"_s, u"inputs"_s, false};
        const ProjectLayout first = checkout();
        auto lease = cache().take(u"blog"_s, key, first);
        installInto(first, "one");
        writeFile(first.install + u"/node_modules/.cache/babel/a"_s, "broken");
        cache().installed(*lease, first);
        cache().giveBack(*lease, first, false);
        lease.reset();
        const ProjectLayout second = checkout();
        lease = cache().take(u"blog"_s, key, second);
        cache().installed(*lease, second);
        QVERIFY(lease->complete);
        QVERIFY(!QFileInfo::exists(second.install + u"/node_modules/.cache"_s));
    }

    void whatABuildPutsOutStaysWhereItIs() {
        const ProjectLayout layout = checkout();
        const auto lease = cache().take(u"blog"_s, {u"key"_s, u"inputs"_s, false}, layout);
        installInto(layout, "one");
        cache().installed(*lease, layout);
        writeFile(layout.install + u"/dist/node_modules/chunk.js"_s, "x");
        cache().giveBack(*lease, layout, true);
        QVERIFY(QFileInfo::exists(layout.install + u"/dist/node_modules/chunk.js"_s));
        QVERIFY(!QFileInfo::exists(layout.install + u"/node_modules"_s));
    }

    void clearForgetsOneScope() {
        const CacheKey key{u"key"_s, u"inputs"_s, false};
        for (const QString& scope : {u"blog"_s, u"shop"_s}) {
            const ProjectLayout layout = checkout();
            const auto lease = cache().take(scope, key, layout);
            installInto(layout, "one");
            cache().installed(*lease, layout);
            cache().giveBack(*lease, layout, true);
        }
        QVERIFY(cache().clear(u"blog"_s));
        QCOMPARE(cache().size(u"blog"_s), 0);
        QVERIFY(cache().size(u"shop"_s) > 0);
    }

    void whatWasNotUsedForLongestGoesFirst() {
        const DependencyCache small = cache(2500);
        for (const QString& scope : {u"a"_s, u"b"_s, u"c"_s}) {
            const ProjectLayout layout = checkout();
            const auto lease = small.take(scope, {u"key"_s, u"inputs"_s, false}, layout);
            writeFile(layout.install + u"/node_modules/x/index.js"_s, QByteArray(1000, 'x'));
            small.installed(*lease, layout);
            small.giveBack(*lease, layout, true);
            QTest::qSleep(20);
        }
        QVERIFY(small.size(u"a"_s) < 1000);
        QVERIFY(small.size(u"b"_s) >= 1000);
        QVERIFY(small.size(u"c"_s) >= 1000);
    }

    void aLinkIsNeverMovedNorFollowed() {
        writeFile(m_folder->filePath(u"outside/a"_s), "x");
        const ProjectLayout first = checkout();
        QVERIFY(QFile::link(m_folder->filePath(u"outside"_s), first.install + u"/node_modules"_s));
        const auto lease = cache().take(u"blog"_s, {u"key"_s, u"inputs"_s, false}, first);
        cache().installed(*lease, first);
        cache().giveBack(*lease, first, false);
        QVERIFY(QFileInfo::exists(m_folder->filePath(u"outside/a"_s)));
        QVERIFY(!moveFolder(first.install + u"/node_modules"_s, m_folder->filePath(u"moved"_s)));
    }
};

QTEST_GUILESS_MAIN(TestDependencyCache)
#include "tst_dependency_cache.moc"
