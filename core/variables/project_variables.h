#pragma once

#include "core/model/environment_variable.h"
#include "core/model/project.h"
#include "core/model/project_variable.h"

#include <QCoro/QCoroTask>

#include <stop_token>

namespace miaobu {

class Clock;
class Database;
class Envelope;
struct StoredVariable;

/// What a deployment gets of the project's variables.
struct ResolvedVariables {
    QList<EnvironmentVariable> variables;
    VariableRevisions revisions;
};

/// The variables of projects with what is secret of them: the keychain is asked only where a secret is read or written.
class ProjectVariables {
public:
    /// All of them outlive this.
    ProjectVariables(const Database& database, Envelope& envelope, const Clock& clock);

    /// Without the values of secrets.
    [[nodiscard]] QList<ProjectVariable> list(ProjectId project) const;
    /// Of what a deployment to \a environment would get.
    [[nodiscard]] VariableRevisions revisions(ProjectId project, VariableScope environment) const;

    /// With the values of secrets, for a deployment to \a environment.
    /// \throws Error(VariableUnreadable), (KeychainLocked) and (KeychainMissing), each with the name of the secret, and what else SecretStore
    /// throws; nothing without a secret among them
    QCoro::Task<ResolvedVariables> resolve(ProjectId project, VariableScope environment, std::stop_token stop) const;

    /// Makes all of \a changes or none. \throws Error with what problemOf() says about one, its name as the subject; (VariableUnknown),
    /// (VariableTaken: the edited one would have the key of another), (VariableValueMissing: of a new one, or of a secret that is to be
    /// readable), and what SecretStore throws
    QCoro::Task<> apply(ProjectId project, QList<VariableChange> changes, std::stop_token stop) const;

private:
    QCoro::Task<QString> valueOf(ProjectId project, StoredVariable stored, std::stop_token stop) const;
    QCoro::Task<QByteArray> sealed(ProjectId project, VariableKey key, QString value, std::stop_token stop) const;
    QCoro::Task<StoredVariable> changed(
        ProjectId project, std::optional<StoredVariable> before, VariableDraft draft, std::stop_token stop) const;

    const Database& m_database;
    Envelope& m_envelope;
    const Clock& m_clock;
};

} // namespace miaobu
