#pragma once

#include "core/async/operations.h"
#include "core/variables/project_variables.h"
#include "core/variables/variable_difference.h"

#include <QObject>

namespace miaobu {

/// The variables of projects for the window and the command line. Belongs to the main thread, outlives the event loop.
/// Every call that gives an OperationId returns at once; its work ends in exactly one of finished() and failed(), after the signals that
/// carry what it found.
class VariableService final : public QObject {
    Q_OBJECT

public:
    /// Both outlive the service.
    VariableService(const ProjectVariables& variables, const Database& database);

    /// Without the values of secrets, by name.
    [[nodiscard]] QList<ProjectVariable> list(ProjectId project) const { return m_variables.list(project); }
    /// Of what the next deployment would get.
    [[nodiscard]] VariableRevisions current(ProjectId project) const;
    /// Of what the live deployment on \a target got; nothing where none is live.
    [[nodiscard]] std::optional<VariableRevisions> live(ProjectId project, const QString& target) const;

    /// Makes all of \a changes or none; variablesChanged() follows. It fails as ProjectVariables::apply() says.
    OperationId apply(ProjectId project, const QList<VariableChange>& changes);
    /// Compares \a file with what a deployment to \a environment would get; ends in compared(). The keychain is asked where secrets are stored.
    OperationId compare(
        ProjectId project, const QString& target, VariableScope environment, const QList<EnvironmentVariable>& file);
    void cancel(OperationId operation) { m_operations.cancel(operation); }
    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    /// Cancels everything and whatever is begun later; idle() follows from the event loop.
    void shutDown() { m_operations.shutDown(); }

signals:
    void variablesChanged(miaobu::ProjectId project);
    void compared(miaobu::OperationId operation, const QList<miaobu::VariableDifference>& differences);
    void finished(miaobu::OperationId operation);
    void failed(miaobu::OperationId operation, const miaobu::Error& error);
    void idle();

private:
    QCoro::Task<> executeApply(ProjectId project, QList<VariableChange> changes, std::stop_token stop);
    QCoro::Task<> executeCompare(OperationId operation, ProjectId project, QString target, VariableScope environment,
        QList<EnvironmentVariable> file, std::stop_token stop);

    const ProjectVariables& m_variables;
    const Database& m_database;
    Operations m_operations;
};

} // namespace miaobu
