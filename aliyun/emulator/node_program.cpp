#include "aliyun/emulator/node_program.h"

#include "core/async/error.h"

#include <QCollator>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr int oldestMajor = 18;
constexpr int patience = 10'000;

/// "v20.11.1", or empty when \a program is no Node.js.
QString versionOf(const QString& program) {
    QProcess process;
    process.start(program, {u"--version"_s});
    if (!process.waitForFinished(patience) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(patience);
        return {};
    }
    return QString::fromLatin1(process.readAllStandardOutput()).trimmed();
}

bool isNewEnough(const QString& version) {
    static const QRegularExpression form(u"^v(\\d+)\\."_s);
    return form.match(version).captured(1).toInt() >= oldestMajor;
}

/// Every version a version manager keeps under \a folder, the newest first.
QStringList versionsIn(const QString& folder, const QString& rest) {
    QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCollator byNumber;
    byNumber.setNumericMode(true);
    std::sort(names.begin(), names.end(),
        [&byNumber](const QString& a, const QString& b) { return byNumber.compare(a, b) > 0; });
    QStringList programs;
    for (const QString& name : names) {
        programs += folder + u'/' + name + rest;
    }
    return programs;
}

QStringList candidates() {
    const QString home = QDir::homePath();
    QStringList programs{QStandardPaths::findExecutable(u"node"_s), u"/usr/local/bin/node"_s, u"/usr/bin/node"_s,
        u"/opt/homebrew/bin/node"_s, home + u"/.volta/bin/node"_s};
    programs += versionsIn(home + u"/.nvm/versions/node"_s, u"/bin/node"_s);
    programs += versionsIn(home + u"/.local/share/fnm/node-versions"_s, u"/installation/bin/node"_s);
    programs += versionsIn(home + u"/.local/share/mise/installs/node"_s, u"/bin/node"_s);
    programs += versionsIn(home + u"/.asdf/installs/nodejs"_s, u"/bin/node"_s);
    return programs;
}

} // namespace

QString findNodeProgram() {
    const QString chosen = qEnvironmentVariable("MIAOBU_NODE");
    QStringList seen;
    for (const QString& program : chosen.isEmpty() ? candidates() : QStringList{chosen}) {
        if (program.isEmpty() || !QFileInfo(program).isExecutable()) {
            continue;
        }
        const QString version = versionOf(program);
        if (isNewEnough(version)) {
            return program;
        }
        seen += program + u' ' + version;
    }
    throw Error(ErrorKind::EdgeRuntimeMissing, chosen.isEmpty() ? u"node"_s : chosen, seen.join(u", "_s));
}

} // namespace miaobu::emulator
