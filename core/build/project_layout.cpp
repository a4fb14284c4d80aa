#include "core/build/project_layout.h"

#include "core/async/error.h"
#include "core/detect/semver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject packageJson(const QString& folder) {
    return QJsonDocument::fromJson(contentOf(folder + u"/package.json"_s)).object();
}

QStringList lockfileNames(const QString& manager) {
    if (manager == u"pnpm") {
        return {u"pnpm-lock.yaml"_s};
    }
    if (manager == u"yarn") {
        return {u"yarn.lock"_s};
    }
    if (manager == u"bun") {
        return {u"bun.lock"_s, u"bun.lockb"_s};
    }
    return {u"npm-shrinkwrap.json"_s, u"package-lock.json"_s};
}

QString lockfileIn(const QString& folder, const QString& manager) {
    for (const QString& name : lockfileNames(manager)) {
        if (QFileInfo(folder + u'/' + name).isFile()) {
            return folder + u'/' + name;
        }
    }
    return {};
}

bool isWorkspace(const QString& folder) {
    return QFileInfo::exists(folder + u"/pnpm-workspace.yaml"_s) || packageJson(folder).contains(u"workspaces"_s);
}

/// \a folder and those around it, up to \a top.
QStringList upwards(QString folder, const QString& top) {
    QStringList folders{folder};
    while (folder != top && folder.startsWith(top + u'/')) {
        folder = QFileInfo(folder).path();
        folders.append(folder);
    }
    return folders;
}

} // namespace

WantedManager managerOfLockfile(const QString& name, const QByteArray& lockfile) {
    if (name == u"yarn") {
        return lockfile.contains("__metadata:") ? WantedManager{name, u">=2"_s, u"4"_s}
                                                : WantedManager{name, u"1"_s, u"1.22.22"_s};
    }
    if (name == u"pnpm") {
        static const QRegularExpression format(u"lockfileVersion: '?(\\d+)"_s);
        const QString version
            = format.match(QString::fromUtf8(lockfile.first(std::min<qsizetype>(lockfile.size(), 4096)))).captured(1);
        if (version == u"5") {
            return {name, u"6 || 7"_s, u"7"_s};
        }
        if (version == u"6") {
            return {name, u"8"_s, u"8"_s};
        }
        return {name, u">=9"_s, u"10"_s};
    }
    return {name, u"*"_s, name == u"bun" ? u"1"_s : QString()};
}

ProjectLayout layoutOf(const QString& sourceDirectory, const BuildPlan& plan) {
    const QString source = QFileInfo(sourceDirectory).canonicalFilePath();
    const QString app = QFileInfo(source + u'/' + plan.rootDirectory).canonicalFilePath();
    if (source.isEmpty() || app.isEmpty() || !QFileInfo(app).isDir()) {
        throw Error(ErrorKind::RootDirectoryMissing, plan.rootDirectory);
    }
    if (app != source && !app.startsWith(source + u'/')) {
        throw Error(ErrorKind::RootDirectoryOutside, plan.rootDirectory);
    }
    for (const QString& folder : upwards(app, source)) {
        const QString lockfile = lockfileIn(folder, plan.packageManager);
        const bool belongs = folder == app || isWorkspace(folder);
        if (belongs && (!lockfile.isEmpty() || (folder != app && isWorkspace(folder)))) {
            return {source, app, folder, lockfile};
        }
    }
    return {source, app, app, {}};
}

QStringList packageFolders(const QString& folder) {
    QStringList found;
    QStringList waiting{folder};
    while (!waiting.isEmpty()) {
        const QString at = waiting.takeFirst();
        if (QFileInfo(at + u"/package.json"_s).isFile()) {
            found.append(at);
        }
        for (const QString& name :
            QDir(at).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
            if (name != u"node_modules" && name != u".git") {
                waiting.append(at + u'/' + name);
            }
        }
    }
    return found;
}

WantedManager wantedManager(const ProjectLayout& layout, const QString& name) {
    for (const QString& folder : upwards(layout.app, layout.source)) {
        const QString field = packageJson(folder).value(u"packageManager"_s).toString();
        const QString version = field.section(u'@', 1).section(u'+', 0, 0);
        const std::optional<Version> exact = parseVersion(version);
        if (field.section(u'@', 0, 0) == name && exact) {
            return {name, u"^%1.0.0"_s.arg(exact->majorNumber), toString(*exact)};
        }
    }
    return managerOfLockfile(name, layout.lockfile.isEmpty() ? QByteArray() : contentOf(layout.lockfile));
}

} // namespace miaobu
