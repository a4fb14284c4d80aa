#include "core/detect/folder_tree.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestFolderTree : public QObject {
    Q_OBJECT

private slots:
    void init();
    void listsAndReads();
    void neverLeavesItsFolder();
    void doesNotReadLargeFiles();
    void isEmptyWhereNothingIs();

private:
    void write(const QString& path, const QByteArray& content);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestFolderTree::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkpath(u"repo/src"_s));
    write(u"secret"_s, "secret");
    write(u"repo/a.txt"_s, "a");
    write(u"repo/src/b.txt"_s, "b");
}

void TestFolderTree::write(const QString& path, const QByteArray& content) {
    QFile file(m_dir->filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestFolderTree::listsAndReads() {
    const FolderTree tree(m_dir->filePath(u"repo"_s));
    QCOMPARE(tree.entries({}), (QStringList{u"a.txt"_s, u"src/"_s}));
    QVERIFY(tree.hasFile(u"src/b.txt"_s));
    QVERIFY(!tree.hasFile(u"src"_s));
    QVERIFY(tree.hasFolder(u"src"_s));
    QVERIFY(tree.hasFolder({}));
    QCOMPARE(tree.read(u"src/b.txt"_s), QByteArray("b"));
    QVERIFY(!tree.read(u"src"_s));
}

void TestFolderTree::neverLeavesItsFolder() {
    QVERIFY(QFile::link(m_dir->filePath(u"secret"_s), m_dir->filePath(u"repo/link"_s)));
    QVERIFY(QFile::link(m_dir->path(), m_dir->filePath(u"repo/out"_s)));
    QVERIFY(QFile::link(m_dir->filePath(u"repo/a.txt"_s), m_dir->filePath(u"repo/inner"_s)));
    QVERIFY(QDir(m_dir->path()).mkdir(u"repository"_s));
    write(u"repository/c.txt"_s, "c");
    const FolderTree tree(m_dir->filePath(u"repo"_s));
    for (const QString& path : {u"../secret"_s, u"link"_s, u"out/secret"_s, u"src/../../secret"_s,
             m_dir->filePath(u"secret"_s), u"../repository/c.txt"_s}) {
        QVERIFY2(!tree.hasFile(path) && !tree.read(path), qPrintable(path));
    }
    QVERIFY(!tree.hasFolder(u"out"_s));
    QVERIFY(tree.entries(u"out"_s).isEmpty());
    QCOMPARE(tree.read(u"inner"_s), QByteArray("a"));
}

void TestFolderTree::doesNotReadLargeFiles() {
    write(u"repo/limit"_s, QByteArray(4 * 1024 * 1024, 'x'));
    write(u"repo/large"_s, QByteArray(4 * 1024 * 1024 + 1, 'x'));
    const FolderTree tree(m_dir->filePath(u"repo"_s));
    QVERIFY(tree.read(u"limit"_s));
    QVERIFY(tree.hasFile(u"large"_s));
    QVERIFY(!tree.read(u"large"_s));
}

void TestFolderTree::isEmptyWhereNothingIs() {
    const FolderTree tree(m_dir->filePath(u"nowhere"_s));
    QVERIFY(!tree.hasFolder({}));
    QVERIFY(!tree.hasFile(u"etc/passwd"_s));
    QVERIFY(tree.entries({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestFolderTree)
#include "tst_folder_tree.moc"
