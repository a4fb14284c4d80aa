#include "core/async/error.h"
#include "core/process/login_shell.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

class TestLoginShell : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder.emplace();
        m_before = qgetenv("SHELL");
    }

    void cleanup() { qputenv("SHELL", m_before); }

    void theShellsOwnPathIsRead() {
        useShell("echo welcome, PATH=/no; export PATH=/opt/of-the-shell/bin:$PATH; exec /bin/sh -c \"$2\"");
        LoginShell shell;
        QVERIFY(test::await(shell.path({})).startsWith(u"/opt/of-the-shell/bin:"_s));
    }

    void whatOnlyTheTerminalHasComesLast() {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", "/usr/bin:/bin:/opt/of-the-terminal/bin");
        useShell("export PATH=/opt/of-the-shell/bin:/usr/bin:/bin; exec /bin/sh -c \"$2\"");
        LoginShell shell;
        const QString found = test::await(shell.path({}));
        qputenv("PATH", before);
        QCOMPARE(found, u"/opt/of-the-shell/bin:/usr/bin:/bin:/opt/of-the-terminal/bin"_s);
    }

    void theShellIsAskedOnce() {
        useShell("echo . >> \"" + m_folder->filePath(u"asked"_s).toUtf8() + "\"; exec /bin/sh -c \"$2\"");
        LoginShell shell;
        const QString first = test::await(shell.path({}));
        QCOMPARE(test::await(shell.path({})), first);
        QCOMPARE(QFileInfo(m_folder->filePath(u"asked"_s)).size(), 2);
    }

    void aBrokenShellFallsBack() {
        useShell("exit 3");
        LoginShell broken;
        QCOMPARE(test::await(broken.path({})), qEnvironmentVariable("PATH"));
        qputenv("SHELL", "/nonexistent/shell");
        LoginShell missing;
        QCOMPARE(test::await(missing.path({})), qEnvironmentVariable("PATH"));
    }

    void cancelIsNotAnAnswer() {
        useShell("sleep 300");
        std::stop_source stop;
        QTimer::singleShot(100ms, [&stop] { stop.request_stop(); });
        LoginShell shell;
        QVERIFY_THROWS_EXCEPTION(Error, test::await(shell.path(stop.get_token())));
    }

private:
    void useShell(const QByteArray& body) {
        QFile script(m_folder->filePath(u"shell"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\n" + body + "\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        script.close();
        qputenv("SHELL", script.fileName().toUtf8());
    }

    std::optional<QTemporaryDir> m_folder;
    QByteArray m_before;
};

QTEST_GUILESS_MAIN(TestLoginShell)
#include "tst_login_shell.moc"
