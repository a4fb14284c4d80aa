#include "tests/support/git_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace miaobu::test {

QString git(const QString& folder, const QStringList& arguments) {
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, folder);
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_SYSTEM"_s, u"/dev/null"_s);
    for (const QString& who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        environment.insert(u"GIT_%1_NAME"_s.arg(who), u"Zoë"_s);
        environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"zoe@example.com"_s);
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(u"git"_s, arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString initRepository(const QString& folder) {
    QDir().mkpath(folder);
    git(folder, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    return folder;
}

QString commitAll(const QString& folder, const QString& message) {
    git(folder, {u"add"_s, u"-A"_s});
    git(folder, {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, message});
    return git(folder, {u"rev-parse"_s, u"HEAD"_s});
}

} // namespace miaobu::test
