#include "core/variables/variable_service.h"

#include "core/store/deployment_table.h"

namespace miaobu {

VariableService::VariableService(const ProjectVariables& variables, const Database& database)
    : m_variables(variables), m_database(database),
      m_operations({
          .finished = [this](OperationId operation) { emit finished(operation); },
          .failed = [this](OperationId operation, const Error& error) { emit failed(operation, error); },
          .idle = [this] { emit idle(); },
      }) { }

VariableRevisions VariableService::current(ProjectId project) const {
    return m_variables.revisions(project, VariableScope::Production);
}

std::optional<VariableRevisions> VariableService::live(ProjectId project, const QString& target) const {
    const DeploymentTable deployments(m_database);
    const std::optional<Deployment> live = deployments.live(project, target);
    return live ? std::optional(deployments.variableRevisions(live->id)) : std::nullopt;
}

OperationId VariableService::apply(ProjectId project, const QList<VariableChange>& changes) {
    return m_operations.begin(
        [this, project, changes](OperationId, std::stop_token stop) { return executeApply(project, changes, stop); });
}

OperationId VariableService::compare(
    ProjectId project, const QString& target, VariableScope environment, const QList<EnvironmentVariable>& file) {
    return m_operations.begin([this, project, target, environment, file](OperationId operation, std::stop_token stop) {
        return executeCompare(operation, project, target, environment, file, stop);
    });
}

QCoro::Task<> VariableService::executeApply(ProjectId project, QList<VariableChange> changes, std::stop_token stop) {
    co_await m_variables.apply(project, changes, stop);
    emit variablesChanged(project);
}

QCoro::Task<> VariableService::executeCompare(OperationId operation, ProjectId project, QString target,
    VariableScope environment, QList<EnvironmentVariable> file, std::stop_token stop) {
    const ResolvedVariables stored = co_await m_variables.resolve(project, environment, stop);
    const VariableRevisions deployed = live(project, target).value_or(VariableRevisions());
    const QList<VariableDifference> differences = differencesOf(file, stored.variables, stored.revisions, deployed);
    emit compared(operation, differences);
}

} // namespace miaobu
