#pragma once

#include "core/async/progress.h"
#include "core/build/image_settings.h"
#include "core/log/log_sink.h"
#include "core/model/build_plan.h"
#include "core/model/environment_variable.h"
#include "core/process/login_shell.h"

#include <QCoro/QCoroTask>
#include <QProcessEnvironment>

#include <stop_token>

namespace miaobu {

struct PackageRequest {
    QString sourceDirectory; ///< The fresh checkout; rootDirectory of the plan lies below it.
    BuildPlan plan; ///< Of kind Python
    QList<EnvironmentVariable> variables; ///< All of them: the build gets those with atBuild, and no other.
    QString slug;
    QString folder; ///< Where the package is put and its parts are gathered; made when it is missing.
    ImageSettings settings; ///< Of which the package index, the proxy and the certificates count.
    QStringList secrets; ///< Masked in what is kept of the output, as secret variables are.
};

/// A zip of code and dependencies that Function Compute's custom runtime runs as it is.
struct BuiltPackage {
    QString path; ///< "{folder}/{slug}.zip"
    QByteArray sha256; ///< Lower-case hexadecimal. The same source and dependencies give the same bytes.
    QString runtime; ///< "custom.debian12"
    QString pythonVersion; ///< That the runtime brings and the dependencies are for: "3.11"
    QStringList command; ///< What starts the app inside: {"sh", "/code/miaobu-start.sh"}
    int port = 9000;
    qint64 bytes = 0; ///< Packed
    qint64 unpackedBytes = 0;
    int files = 0;
};

/// The way of a Python app without a container engine: dependencies as wheels for linux/amd64 by pip, whatever this
/// computer is, and the source beside them.
class PackageBuilder {
public:
    /// \a host: the environment of this process. \a shell outlives this.
    PackageBuilder(QProcessEnvironment host, LoginShell& shell);

    /// "pip 24.0, python 3.11 on custom.debian12".
    /// \throws Error(PipMissing), (PythonUnsuitable: subject the version that is declared, alternatives those that
    /// runtimes have), (AppUnknown), (Cancelled)
    QCoro::Task<QString> toolchain(PackageRequest request, std::stop_token stop);
    /// \a progress counts files while they are packed.
    /// \throws what toolchain() throws, Error(InstallFailed), (WheelMissing, subject the package: it has to be compiled,
    /// which only an image can do), (BinaryUnsuitable, subject the file, detail why), (PackageTooLarge),
    /// (OutputEscapes, subject the link), (DiskFull), (Cancelled)
    QCoro::Task<BuiltPackage> build(
        PackageRequest request, LogSink& log, ProgressHandler progress, std::stop_token stop);

private:
    QProcessEnvironment m_host;
    LoginShell& m_shell;
};

} // namespace miaobu
