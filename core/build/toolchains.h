#pragma once

#include "core/async/error.h"
#include "core/build/node_choice.h"
#include "core/build/project_layout.h"
#include "core/log/log_sink.h"
#include "core/process/login_shell.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QProcessEnvironment>

#include <optional>
#include <stop_token>

namespace miaobu {

/// The programs that one source is built with.
struct Toolchain {
    NodeInstallation node;
    WantedManager manager;
    QString managerVersion; ///< Of the one that is used; as far as it is known before it was fetched.
    QString managerProgram; ///< Absolute path; empty while it has to be fetched.
    QString path; ///< The PATH under which all of them are found
    QString
        image; ///< That they are in, with its id: "node:22-bookworm-slim (sha256:…)"; empty: they are this computer's.

    /// "node 22.11.0, pnpm 9.12.0"
    [[nodiscard]] QString text() const;
};

/// Finds the Node.js versions and package managers of this computer, and fetches what is missing through npm into folders
/// of its own: the person's global folders are never written to.
class Toolchains {
public:
    /// \a folder: where fetched programs are kept. \a host: the environment of this process. \a shell outlives
    /// this.
    Toolchains(QString folder, QProcessEnvironment host, LoginShell& shell);

    /// Every Node.js here. Each is run once to ask for its version, and again only when its file has changed.
    /// \throws Error(Cancelled)
    QCoro::Task<QList<NodeInstallation>> nodes(std::stop_token stop);
    /// \throws Error(NodeMissing), Error(NodeUnsuitable), Error(PackageManagerMissing), Error(Cancelled)
    QCoro::Task<Toolchain> find(ProjectLayout layout, BuildPlan plan, std::stop_token stop);
    /// As find(), with everything there to be run: a Node.js that fits and a package manager are fetched where they are
    /// missing, and \a log says so. No Node.js is fetched where there is none at all: there is no npm to fetch it with.
    /// \throws what find() throws, with npm's last lines as detail; Error(FileSystem)
    QCoro::Task<Toolchain> provide(ProjectLayout layout, BuildPlan plan, LogSink& log, std::stop_token stop);

private:
    struct Known {
        QDateTime changed;
        std::optional<Version> version;
    };

    QCoro::Task<Toolchain> findAfterFetch(
        Error unsuitable, ProjectLayout layout, BuildPlan plan, LogSink& log, std::stop_token stop);
    QCoro::Task<Toolchain> withManager(Toolchain toolchain, LogSink& log, std::stop_token stop);
    QCoro::Task<> fetchNode(QString declared, LogSink& log, std::stop_token stop);
    QCoro::Task<> fetchManager(Toolchain toolchain, std::stop_token stop);
    QCoro::Task<std::optional<Version>> versionOf(QString program, QString path, std::stop_token stop);
    [[nodiscard]] QStringList fetchedNodes() const;
    [[nodiscard]] QString fetchedFolder(const WantedManager& manager) const;
    [[nodiscard]] QString fetchedProgram(const WantedManager& manager) const;

    QString m_folder;
    QProcessEnvironment m_host;
    LoginShell& m_shell;
    QHash<QString, Known> m_known;
};

} // namespace miaobu
