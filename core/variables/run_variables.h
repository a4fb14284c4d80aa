#pragma once

#include "core/model/deployment.h"
#include "core/model/environment_variable.h"

#include <QCoro/QCoroTask>
#include <QList>

#include <stop_token>

namespace miaobu {

class Database;
class Envelope;

/// What each deployment of a web app runs with, kept so that going back to it brings its variables back. Secrets are sealed.
class RunVariables {
public:
    /// Both outlive this.
    RunVariables(const Database& database, Envelope& envelope);

    /// Keeps \a variables in the place of what was kept of \a deployment.
    /// \throws Error(KeychainLocked) and (KeychainMissing), each with the name of the secret, and what else SecretStore throws
    QCoro::Task<> keep(DeploymentId deployment, QList<EnvironmentVariable> variables, std::stop_token stop) const;
    /// What was kept, with the values of secrets.
    /// \throws Error(VariableUnreadable), (KeychainLocked) and (KeychainMissing), each with the name of the secret
    QCoro::Task<QList<EnvironmentVariable>> of(DeploymentId deployment, std::stop_token stop) const;

private:
    const Database& m_database;
    Envelope& m_envelope;
};

} // namespace miaobu
