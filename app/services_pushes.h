#pragma once

#include "core/git/any_source_checkout.h"

#include <memory>

namespace miaobu {
class Clock;
class Database;
class Deployer;
class DeploymentReporter;
class GitHubAccess;
class PushWatcher;
} // namespace miaobu

namespace miaobu::app {

/// Builds and holds what deploys pushes and tells GitHub of deployments. Nothing is looked at before PushWatcher::start().
class PushParts {
public:
    struct Needs {
        const Database& database;
        const Clock& clock;
        Deployer& deployer;
        GitHubAccess& access;
        QString mirrorFolder;
        QString program; ///< This program, which is the Git worker too
        CredentialProvider credentials;
    };

    /// All of them outlive this.
    explicit PushParts(const Needs& needs);
    ~PushParts();

    [[nodiscard]] PushWatcher& watcher() const;
    [[nodiscard]] DeploymentReporter& reporter() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace miaobu::app
