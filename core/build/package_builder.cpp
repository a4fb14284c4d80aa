#include "core/build/package_builder.h"

#include "core/async/cancel.h"
#include "core/async/pool.h"
#include "core/build/elf_check.h"
#include "core/build/package_files.h"
#include "core/build/package_install.h"
#include "core/build/pip_program.h"
#include "core/build/program_run.h"
#include "core/build/project_layout.h"
#include "core/build/start_script.h"
#include "core/detect/folder_tree.h"
#include "core/process/build_environment.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto installTimeout = 30min;
constexpr qint64 largestPackage = 500LL * 1024 * 1024;

/// Everything of one build that is known before pip runs.
struct Preparation {
    QString app; ///< Folder of the source
    QString dependencies; ///< Folder that pip fills
    QString requirementsFile; ///< Written for pip; empty when there is nothing to write
    QString start; ///< File
    PackageInstall install;
};

QStringList secretsIn(const PackageRequest& request) {
    QStringList secrets = request.secrets;
    for (const EnvironmentVariable& variable : request.variables) {
        if (variable.secret) {
            secrets.append(variable.value);
        }
    }
    return secrets;
}

QProcessEnvironment environmentOf(const QProcessEnvironment& host, const QString& path, const PackageRequest& request) {
    QList<EnvironmentVariable> variables;
    std::copy_if(request.variables.begin(), request.variables.end(), std::back_inserter(variables),
        [](const EnvironmentVariable& variable) { return variable.atBuild; });
    QProcessEnvironment environment = buildEnvironment(host, path, variables, BuildPhase::Install).environment;
    const QHash<QString, QString> mirrors = mirrorVariables(request.settings);
    for (auto mirror = mirrors.begin(); mirror != mirrors.end(); ++mirror) {
        environment.insert(mirror.key(), mirror.value());
    }
    if (!request.settings.certificateFile.isEmpty()) {
        environment.insert(u"PIP_CERT"_s, request.settings.certificateFile);
    }
    // A person's own pip.conf may say "user = true", which no target folder goes with.
    environment.insert(u"PIP_USER"_s, u"0"_s);
    return environment;
}

void writeText(const QString& path, const QString& text) {
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
}

Preparation prepare(const PackageRequest& request, const PythonRuntime& runtime) {
    Preparation preparation;
    preparation.app = layoutOf(request.sourceDirectory, request.plan).app;
    const FolderTree tree(preparation.app);
    const AppFolder folder(tree, {});
    preparation.install = packageInstall(folder, request.plan);
    preparation.dependencies = request.folder + u'/' + packageDependencies;
    QDir(preparation.dependencies).removeRecursively();
    if (!QDir().mkpath(preparation.dependencies)) {
        throw Error(ErrorKind::FileSystem, preparation.dependencies);
    }
    if (!preparation.install.requirements.isEmpty()) {
        preparation.requirementsFile = request.folder + u"/requirements.txt"_s;
        writeText(preparation.requirementsFile, preparation.install.requirements.join(u'\n') + u'\n');
    }
    preparation.start = request.folder + u'/' + packageStart;
    const QString command = QString(request.plan.startCommand)
                                .remove(QRegularExpression(u"\\A%1 run "_s.arg(request.plan.packageManager)));
    const bool hasSource = folder.hasFolder(u"src"_s) && !folder.has(u"src/__init__.py"_s);
    writeText(preparation.start, startScript(runtime, command, hasSource));
    return preparation;
}

void checkBinaries(const QList<PackageFile>& files, const PythonRuntime& runtime, const std::stop_token& stop) {
    static const QRegularExpression library(u"\\.so(?:\\.[\\d.]+)?\\z"_s);
    for (const PackageFile& file : files) {
        throwIfCancelled(stop);
        if (!library.match(file.name).hasMatch()) {
            continue;
        }
        if (const QString problem = elfProblem(file.path, runtime.glibcMinor); !problem.isEmpty()) {
            throw Error(ErrorKind::BinaryUnsuitable, file.name, problem);
        }
    }
}

QByteArray sha256Of(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    return hash.result().toHex();
}

BuiltPackage pack(const Preparation& preparation, const PackageRequest& request, const PythonRuntime& runtime,
    const ProgressHandler& progress, const std::stop_token& stop) {
    settleDependencies(preparation.dependencies);
    QList<PackageFile> files = packageFiles(preparation.app, {}, stop);
    // What the repository has under these names is not what the package needs there.
    files.removeIf([](const PackageFile& file) {
        return file.name == packageStart || file.name.startsWith(QString(packageDependencies) + u'/');
    });
    files += packageFiles(preparation.dependencies, packageDependencies, stop);
    files.append({packageStart, preparation.start, QFileInfo(preparation.start).size(), true});
    checkBinaries(files, runtime, stop);
    BuiltPackage package;
    package.path = request.folder + u'/' + request.slug + u".zip"_s;
    writePackage(package.path, files, progress, stop);
    package.bytes = QFileInfo(package.path).size();
    if (package.bytes > largestPackage) {
        QFile::remove(package.path);
        throw Error(ErrorKind::PackageTooLarge, request.slug, u"%1 MiB"_s.arg(package.bytes / (1024 * 1024)));
    }
    package.sha256 = sha256Of(package.path);
    package.files = static_cast<int>(files.size());
    for (const PackageFile& file : std::as_const(files)) {
        package.unpackedBytes += file.size;
    }
    package.runtime = runtime.runtime;
    package.pythonVersion = runtime.version;
    package.command = {u"sh"_s, u"/code/"_s + packageStart, u"0.0.0.0:%1"_s.arg(package.port)};
    return package;
}

QString toolText(const PipProgram& pip, const PythonRuntime& runtime) {
    return u"pip %1, python %2 on %3"_s.arg(pip.version, runtime.version, runtime.runtime);
}

} // namespace

PackageBuilder::PackageBuilder(QProcessEnvironment host, LoginShell& shell)
    : m_host(std::move(host)), m_shell(shell) { }

QCoro::Task<QString> PackageBuilder::toolchain(PackageRequest request, std::stop_token stop) {
    const auto read = [request] {
        const FolderTree tree(layoutOf(request.sourceDirectory, request.plan).app);
        return packageInstall(AppFolder(tree, {}), request.plan).notes;
    };
    co_await runOnPool(read);
    const QString path = co_await m_shell.path(stop);
    const QProcessEnvironment environment = environmentOf(m_host, path, request);
    const PipProgram pip = co_await findPip(environment, path, stop);
    co_return toolText(pip, pythonRuntime(request.plan, pip.pythonVersion));
}

QCoro::Task<BuiltPackage> PackageBuilder::build(
    PackageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    LogSink* const sink = &log;
    const QString path = co_await m_shell.path(stop);
    const QProcessEnvironment environment = environmentOf(m_host, path, request);
    const PipProgram pip = co_await findPip(environment, path, stop);
    const PythonRuntime runtime = pythonRuntime(request.plan, pip.pythonVersion);
    sink->note(u"Using %1."_s.arg(toolText(pip, runtime)));

    const auto ready = [request, runtime] { return prepare(request, runtime); };
    const Preparation preparation = co_await runOnPool(ready);
    for (const QString& note : preparation.install.notes) {
        sink->note(note);
    }
    const QList<QStringList> calls = pipCalls(
        preparation.install, runtime, preparation.app, preparation.requirementsFile, preparation.dependencies);
    for (const QStringList& arguments : calls) {
        const ProgramRun run{
            pip.python, arguments, preparation.app, environment, secretsIn(request), installTimeout, {}};
        const StepResult result = co_await runProgram(run, *sink, stop);
        if (result.exitCode != 0) {
            throw pipFailure(result);
        }
    }

    sink->note(u"Checking and packing."_s);
    QObject here;
    const ProgressHandler fromPool = [&here, progress](qint64 done, qint64 total) {
        const bool isDue = done % 100 == 0 || done == total;
        if (progress && isDue) {
            QMetaObject::invokeMethod(&here, [progress, done, total] { progress(done, total); });
        }
    };
    const auto packing = [preparation, request, runtime, fromPool, stop] {
        return pack(preparation, request, runtime, fromPool, stop);
    };
    const BuiltPackage package = co_await runOnPool(packing);
    sink->note(u"Packed %1 files, %2 MiB."_s.arg(package.files)
            .arg(static_cast<double>(package.bytes) / (1024 * 1024), 0, 'f', 1));
    co_return BuiltPackage(package);
}

} // namespace miaobu
