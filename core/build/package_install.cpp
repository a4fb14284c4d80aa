#include "core/build/package_install.h"

#include "core/detect/python/locked_packages.h"
#include "core/detect/python/project_reading.h"
#include "core/detect/python/python_frameworks.h"
#include "core/detect/python/requirements_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replaceContent(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size()) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
}

} // namespace

PackageInstall packageInstall(const AppFolder& folder, const BuildPlan& plan) {
    if (plan.startCommand.isEmpty()) {
        throw Error(ErrorKind::AppUnknown, plan.framework);
    }
    const PythonProject project = readPythonProject(folder);
    PackageInstall install;
    if (project.manager == u"pip") {
        install.requirementsFile = project.requirements;
        install.isHashed = readRequirementsFile(folder, project.requirements).hasHashes;
        install.installsProject
            = project.requirements.isEmpty() && (project.isDynamic || project.dependencies.isEmpty());
        if (project.requirements.isEmpty() && !install.installsProject) {
            install.requirements = project.dependencies;
        }
    } else {
        install.requirements = lockedRequirements(folder, project);
    }
    for (const PythonGroup& group : neededGroups(project, plan.startCommand)) {
        install.requirements += group.texts;
    }
    const QStringList missing = missingServers(project, plan.startCommand);
    if (!missing.isEmpty()) {
        install.requirements += missing;
        install.notes.append(
            u"%1 is not among the dependencies: it is added to the package."_s.arg(missing.join(u", "_s)));
    }
    install.requirements.removeDuplicates();
    return install;
}

QList<QStringList> pipCalls(const PackageInstall& install, const PythonRuntime& runtime, const QString& app,
    const QString& file, const QString& target) {
    QStringList common{u"-m"_s, u"pip"_s, u"install"_s, u"--target"_s, target, u"--python-version"_s, runtime.version,
        u"--implementation"_s, u"cp"_s, u"--only-binary=:all:"_s, u"--no-compile"_s, u"--upgrade"_s};
    for (const QString& platform : wheelPlatforms(runtime)) {
        common << u"--platform"_s << platform;
    }
    const QStringList theirs = install.requirementsFile.isEmpty()
        ? QStringList()
        : QStringList{u"-r"_s, app + u'/' + install.requirementsFile};
    QStringList ours = file.isEmpty() ? QStringList() : QStringList{u"-r"_s, file};
    if (install.installsProject) {
        ours.append(app);
    }
    if (install.isHashed && !theirs.isEmpty() && !ours.isEmpty()) {
        return {common + theirs, common + ours};
    }
    return {common + theirs + ours};
}

void settleDependencies(const QString& target) {
    static const QRegularExpression interpreter(u"\\A#!.*python[\\d.]*$"_s);
    const QFileInfoList scripts = QDir(target + u"/bin"_s).entryInfoList(QDir::Files);
    for (const QFileInfo& script : scripts) {
        const QByteArray content = contentOf(script.filePath());
        const qsizetype end = content.indexOf('\n');
        if (end > 0 && interpreter.match(QString::fromUtf8(content.first(end))).hasMatch()) {
            replaceContent(script.filePath(), "#!/usr/bin/env python3" + content.mid(end));
        }
    }
    // These list the scripts with the checksums they had before.
    QDirIterator walk(target, {u"*.dist-info"_s}, QDir::Dirs);
    while (walk.hasNext()) {
        const QString record = walk.next() + u"/RECORD"_s;
        QByteArray kept;
        for (const QByteArray& line : contentOf(record).split('\n')) {
            if (!line.startsWith("../../bin/") && !line.startsWith("bin/") && !line.isEmpty()) {
                kept += line + '\n';
            }
        }
        replaceContent(record, kept);
    }
}

Error pipFailure(const StepResult& result) {
    static const QRegularExpression missing(u"No matching distribution found for (\\S+)"_s);
    if (const QRegularExpressionMatch match = missing.match(result.output); match.hasMatch()) {
        Error error = stepFailure(ErrorKind::WheelMissing, result);
        error.subject = match.captured(1);
        return error;
    }
    return stepFailure(ErrorKind::InstallFailed, result);
}

} // namespace miaobu
