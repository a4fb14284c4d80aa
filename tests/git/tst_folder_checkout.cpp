#include "core/async/error.h"
#include "core/git/any_source_checkout.h"
#include "tests/git/checkout_main.h"
#include "tests/support/await.h"
#include "tests/support/git_fixture.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestFolderCheckout : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder.emplace();
        m_site = m_folder->filePath(u"site"_s);
        m_out = m_folder->filePath(u"out/build"_s);
        m_notes.notes.clear();
    }

    void aPlainFolderIsCopiedWithoutItsCaches() {
        test::writeFile(m_site + u"/index.html"_s, "hello");
        test::writeFile(m_site + u"/node_modules/x/index.js"_s, "x");
        test::writeFile(m_site + u"/.next/cache"_s, "x");
        test::writeFile(m_site + u"/.env"_s, "SECRET=1");
        test::writeFile(m_site + u"/.well-known/x"_s, "kept");
        const Revision revision = checkOut();
        QCOMPARE(files(), QStringList({u".well-known/x"_s, u"index.html"_s}));
        QVERIFY(revision.commit.isEmpty());
        QVERIFY(!revision.modified);
        QVERIFY(revision.tree.startsWith(u"folder-"_s));
        QVERIFY(m_notes.notes.join(u'\n').contains(u".env"_s));
        struct stat status{};
        QCOMPARE(stat(m_out.toUtf8().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0700U);
    }

    void theTreeNamesPathModeAndContent() {
        test::writeFile(m_site + u"/a"_s, "1");
        const QString first = checkOut().tree;
        QCOMPARE(checkOut().tree, first);
        QFile::setPermissions(m_site + u"/a"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QString executable = checkOut().tree;
        QVERIFY(executable != first);
        QVERIFY(QFileInfo(m_out + u"/a"_s).isExecutable());
        test::writeFile(m_site + u"/a"_s, "2");
        QVERIFY(checkOut().tree != executable);
        QFile::rename(m_site + u"/a"_s, m_site + u"/b"_s);
        QVERIFY(checkOut().tree != first);
    }

    void aCleanRepositoryIsItsCommit() {
        const QString commit = repository();
        const Revision revision = checkOut();
        QCOMPARE(revision.commit, commit);
        QCOMPARE(revision.tree, test::git(m_site, {u"rev-parse"_s, u"HEAD^{tree}"_s}));
        QCOMPARE(revision.branch, u"main"_s);
        QCOMPARE(revision.message, u"First"_s);
        QCOMPARE(revision.author, u"Zoë"_s);
        QVERIFY(!revision.modified);
        QCOMPARE(files(), QStringList({u".gitignore"_s, u"app/index.html"_s, u"index.html"_s}));
    }

    void aDirtyRepositoryIsCopiedAsItIs() {
        const QString commit = repository();
        test::writeFile(m_site + u"/index.html"_s, "changed");
        test::writeFile(m_site + u"/new/file"_s, "new");
        test::writeFile(m_site + u"/ignored/file"_s, "ignored");
        test::writeFile(m_site + u"/.env.local"_s, "SECRET=1");
        QFile::remove(m_site + u"/app/index.html"_s);
        const Revision revision = checkOut();
        QCOMPARE(revision.commit, commit);
        QVERIFY(revision.modified);
        QVERIFY(revision.tree.startsWith(u"folder-"_s));
        QCOMPARE(files(), QStringList({u".gitignore"_s, u"index.html"_s, u"new/file"_s}));
        QCOMPARE(test::readFile(m_out + u"/index.html"_s), "changed");
        QVERIFY(m_notes.notes.join(u'\n').contains(u".env.local"_s));
    }

    void anUntrackedEnvironmentFileAloneIsNoChange() {
        repository();
        test::writeFile(m_site + u"/.env"_s, "SECRET=1");
        QVERIFY(!checkOut().modified);
    }

    void aTrackedEnvironmentFileIsCopied() {
        repository();
        test::writeFile(m_site + u"/.env"_s, "VITE_TITLE=x");
        test::commitAll(m_site, u"With .env"_s);
        checkOut();
        QVERIFY(files().contains(u".env"_s));
    }

    void aSubfolderIsTheRoot() {
        const QString commit = repository();
        test::writeFile(m_site + u"/index.html"_s, "changed outside the folder");
        const Revision revision = checkOut({SourceKind::Folder, m_site + u"/app"_s, {}});
        QCOMPARE(files(), QStringList(u"index.html"_s));
        QCOMPARE(revision.commit, commit);
        QCOMPARE(revision.tree, test::git(m_site, {u"rev-parse"_s, u"HEAD:app"_s}));
        QVERIFY(!revision.modified);
    }

    void anIgnoredFolderIsAPlainOne() {
        repository();
        test::writeFile(m_site + u"/ignored/index.html"_s, "built");
        const Revision revision = checkOut({SourceKind::Folder, m_site + u"/ignored"_s, {}});
        QCOMPARE(files(), QStringList(u"index.html"_s));
        QVERIFY(revision.commit.isEmpty());
    }

    void aRepositoryOfSomebodyElseIsAPlainFolder() {
        if (getuid() != 0) {
            QSKIP("only root can give a folder away");
        }
        repository();
        QCOMPARE(chown(m_site.toUtf8().constData(), 12345, 12345), 0);
        QCOMPARE(chown((m_site + u"/.git"_s).toUtf8().constData(), 12345, 12345), 0);
        const Revision revision = checkOut();
        QCOMPARE(files(), QStringList({u".gitignore"_s, u"app/index.html"_s, u"index.html"_s}));
        QVERIFY(revision.commit.isEmpty());
        QCOMPARE(m_notes.notes.size(), 1);
    }

    void aRepositoryWithoutCommitsIsCopied() {
        test::initRepository(m_site);
        test::writeFile(m_site + u"/index.html"_s, "x");
        const Revision revision = checkOut();
        QCOMPARE(files(), QStringList(u"index.html"_s));
        QVERIFY(revision.commit.isEmpty());
        QVERIFY(revision.tree.startsWith(u"folder-"_s));
    }

    void anExactCommitComesFromTheObjects() {
        const QString first = repository();
        test::writeFile(m_site + u"/index.html"_s, "second");
        test::commitAll(m_site, u"Second"_s);
        test::writeFile(m_site + u"/index.html"_s, "dirty");
        const Revision revision = checkOut({SourceKind::Folder, m_site, {}}, first);
        QCOMPARE(revision.commit, first);
        QVERIFY(!revision.modified);
        QCOMPARE(test::readFile(m_out + u"/index.html"_s), "hello");
        QCOMPARE(test::readFile(m_site + u"/index.html"_s), "dirty");
        checkOut({SourceKind::Folder, m_site + u"/app"_s, {}}, first.left(8));
        QCOMPARE(files(), QStringList(u"index.html"_s));
    }

    void anotherBranchComesFromTheObjects() {
        repository();
        test::git(m_site, {u"checkout"_s, u"-q"_s, u"-b"_s, u"other"_s});
        test::writeFile(m_site + u"/index.html"_s, "other");
        test::commitAll(m_site, u"Other"_s);
        test::git(m_site, {u"checkout"_s, u"-q"_s, u"main"_s});
        QCOMPARE(checkOut({SourceKind::Folder, m_site, u"other"_s}).branch, u"other"_s);
        QCOMPARE(test::readFile(m_out + u"/index.html"_s), "other");
        QVERIFY(QDir(m_out).removeRecursively());
        QCOMPARE(
            failureOf({SourceKind::Folder, m_site, u"missing"_s}).alternatives, QStringList({u"main"_s, u"other"_s}));
    }

    void whatIsNotThereIsAnError() {
        QCOMPARE(failureOf({SourceKind::Folder, m_site, {}}).kind, ErrorKind::FolderMissing);
        repository();
        QCOMPARE(failureOf({SourceKind::Folder, m_site, {}}, QString(40, u'a')).kind, ErrorKind::CommitNotFound);
        QVERIFY(!QFile::exists(m_out));
        QVERIFY(QDir().mkpath(m_out));
        QCOMPARE(failureOf({SourceKind::Folder, m_site, {}}).kind, ErrorKind::FileSystem);
        QVERIFY(QFile::exists(m_out));
    }

    void linksThatLeaveAreLeftOut() {
        test::writeFile(m_folder->filePath(u"secret"_s), "secret");
        test::writeFile(m_folder->filePath(u"secrets/deep"_s), "secret");
        test::writeFile(m_site + u"/index.html"_s, "x");
        QCOMPARE(symlink("../secret", (m_site + u"/escape"_s).toUtf8().constData()), 0);
        QCOMPARE(symlink("../secrets", (m_site + u"/folder"_s).toUtf8().constData()), 0);
        QCOMPARE(symlink("index.html", (m_site + u"/inside"_s).toUtf8().constData()), 0);
        checkOut();
        QCOMPARE(files(), QStringList({u"index.html"_s, u"inside"_s}));
        QVERIFY(QFileInfo(m_out + u"/inside"_s).isSymLink());
        QCOMPARE(m_notes.notes.size(), 2);
    }

    void aTrackedFolderReplacedByALinkIsNotFollowed() {
        repository();
        test::writeFile(m_folder->filePath(u"elsewhere/index.html"_s), "secret");
        QVERIFY(QDir(m_site + u"/app"_s).removeRecursively());
        QCOMPARE(symlink("../elsewhere", (m_site + u"/app"_s).toUtf8().constData()), 0);
        checkOut();
        QCOMPARE(files(), QStringList({u".gitignore"_s, u"index.html"_s}));
    }

    void namesKeepTheirBytes() {
        repository();
        const QStringList names{u"a😀b.html"_s, u"e\u0301.html"_s, u"\u00e9.html"_s, u"new\nline"_s, u"日本 語"_s};
        for (const QString& name : names) {
            test::writeFile(m_site + u'/' + name, name.toUtf8());
        }
        checkOut();
        for (const QString& name : names) {
            QCOMPARE(test::readFile(m_out + u'/' + name), name.toUtf8());
        }
    }

    void aPipeIsLeftOut() {
        test::writeFile(m_site + u"/index.html"_s, "x");
        QCOMPARE(mkfifo((m_site + u"/pipe"_s).toUtf8().constData(), 0600), 0);
        checkOut();
        QCOMPARE(files(), QStringList(u"index.html"_s));
    }

    void aBuildFolderInsideTheSourceIsNotCopiedIntoItself() {
        test::writeFile(m_site + u"/index.html"_s, "x");
        test::writeFile(m_site + u"/home/builds/7/index.html"_s, "old build");
        m_out = m_site + u"/home/builds/8"_s;
        checkOut();
        QCOMPARE(files(), QStringList(u"index.html"_s));
    }

    void pointersOfLargeFilesStop() {
        test::writeFile(m_site + u"/video.mp4"_s,
            "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a') + "\nsize 12345\n");
        QCOMPARE(failureOf({SourceKind::Folder, m_site, {}}).kind, ErrorKind::LargeFilePointers);
        QVERIFY(!QFile::exists(m_out));
    }

    void progressEndsAtTheNumberOfFiles() {
        test::writeFile(m_site + u"/a"_s, "1");
        test::writeFile(m_site + u"/b"_s, "2");
        qint64 last = 0;
        AnySourceCheckout checkout(m_folder->filePath(u"mirrors"_s), QCoreApplication::applicationFilePath());
        test::await(checkout.checkOut(
            {{SourceKind::Folder, m_site, {}}, {}, m_out}, m_notes, [&last](qint64 done, qint64) { last = done; }, {}));
        QCOMPARE(last, 2);
    }

private:
    QString repository() {
        test::initRepository(m_site);
        test::writeFile(m_site + u"/.gitignore"_s, "ignored/\n");
        test::writeFile(m_site + u"/index.html"_s, "hello");
        test::writeFile(m_site + u"/app/index.html"_s, "app");
        return test::commitAll(m_site, u"First"_s);
    }

    Revision checkOut() { return checkOut({SourceKind::Folder, m_site, {}}); }

    Revision checkOut(const Source& source, const QString& commit = {}) {
        QDir(m_out).removeRecursively();
        return run(source, commit);
    }

    Revision run(const Source& source, const QString& commit) {
        AnySourceCheckout checkout(m_folder->filePath(u"mirrors"_s), QCoreApplication::applicationFilePath());
        return test::await(checkout.checkOut({source, commit, m_out}, m_notes, {}, {})).revision;
    }

    Error failureOf(const Source& source, const QString& commit = {}) {
        try {
            run(source, commit);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal);
    }

    [[nodiscard]] QStringList files() const {
        QStringList names;
        QDirIterator walk(m_out, QDir::Files | QDir::System | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            names.append(QDir(m_out).relativeFilePath(walk.next()));
        }
        names.sort();
        return names;
    }

    std::optional<QTemporaryDir> m_folder;
    QString m_site;
    QString m_out;
    test::NoteCollector m_notes;
};

CHECKOUT_TEST_MAIN(TestFolderCheckout)
#include "tst_folder_checkout.moc"
