#include "core/async/error.h"
#include "core/git/tree_checks.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
namespace fs = std::filesystem;

namespace {

const QByteArray pointer = "version https://git-lfs.github.com/spec/v1\noid "
                           "sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

} // namespace

class TestTreeChecks : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder.emplace();
        m_root = m_folder->filePath(u"root"_s).toStdString();
        fs::create_directories(m_root / "a/b");
        write("a/b/file", "x");
    }

    void linksThatStayAreKept() {
        link("a/b/file", "one");
        link("../b/file", "a/b/two");
        link("a", "folder");
        link("not-there-yet", "dangling");
        link("circle", "circle");
        QCOMPARE(removeEscapingLinks(m_root), QStringList());
        QVERIFY(fs::exists(m_root / "one"));
    }

    void linksThatLeaveAreRemoved() {
        link("/etc/passwd", "absolute");
        link("../../outside", "a/dangling");
        link("..", "parent");
        link((m_root / "a").string(), "inside-but-absolute");
        QCOMPARE(removeEscapingLinks(m_root),
            QStringList({u"a/dangling"_s, u"absolute"_s, u"inside-but-absolute"_s, u"parent"_s}));
        QVERIFY(!fs::exists(fs::symlink_status(m_root / "absolute")));
    }

    void linksThatLeaveThroughLinksAreRemoved() {
        link("../..", "a/b/up"); // the root itself
        link("a/b/up/../secret", "through"); // by its text a/b/secret, in truth beside the root
        QCOMPARE(removeEscapingLinks(m_root), QStringList(u"through"_s));
    }

    void pointersAreFound() {
        write("video.mp4", pointer);
        write("a/b/image.png", pointer);
        write("README", "About version https://git-lfs.github.com/spec/v1\n" + QByteArray(100, 'x'));
        QCOMPARE(findLargeFilePointers(m_root), QStringList({u"a/b/image.png"_s, u"video.mp4"_s}));
        try {
            checkTree(m_root);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::LargeFilePointers);
            QCOMPARE(error.subject, u"2"_s);
            QCOMPARE(error.detail, u"a/b/image.png\nvideo.mp4"_s);
        }
    }

private:
    void link(const std::string& target, const std::string& path) { fs::create_symlink(target, m_root / path); }

    void write(const std::string& path, const QByteArray& content) {
        QFile file(QString::fromStdString((m_root / path).string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::optional<QTemporaryDir> m_folder;
    fs::path m_root;
};

QTEST_APPLESS_MAIN(TestTreeChecks)
#include "tst_tree_checks.moc"
