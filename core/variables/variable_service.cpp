#include "core/variables/variable_service.h"

#include "core/async/cancel.h"
#include "core/async/caught_error.h"
#include "core/async/sleep.h"
#include "core/store/deployment_table.h"

#include <exception>

namespace miaobu {

VariableService::VariableService(const ProjectVariables& variables, const Database& database)
    : m_variables(variables), m_database(database) { }

VariableRevisions VariableService::current(ProjectId project) const {
    return m_variables.revisions(project, VariableScope::Production);
}

std::optional<VariableRevisions> VariableService::live(ProjectId project, const QString& target) const {
    const DeploymentTable deployments(m_database);
    const std::optional<Deployment> live = deployments.live(project, target);
    return live ? std::optional(deployments.variableRevisions(live->id)) : std::nullopt;
}

OperationId VariableService::apply(ProjectId project, const QList<VariableChange>& changes) {
    return begin(
        [this, project, changes](OperationId, std::stop_token stop) { return executeApply(project, changes, stop); });
}

OperationId VariableService::compare(
    ProjectId project, const QString& target, VariableScope environment, const QList<EnvironmentVariable>& file) {
    return begin([this, project, target, environment, file](OperationId operation, std::stop_token stop) {
        return executeCompare(operation, project, target, environment, file, stop);
    });
}

void VariableService::cancel(OperationId operation) {
    if (const auto found = m_running.constFind(operation); found != m_running.cend()) {
        std::stop_source running = *found;
        running.request_stop();
    }
}

OperationId VariableService::begin(Work work) {
    const OperationId operation = ++m_last;
    const std::stop_source source;
    m_running.insert(operation, source);
    execute(operation, std::move(work), source.get_token());
    return operation;
}

QCoro::Task<> VariableService::execute(OperationId operation, Work work, std::stop_token stop) {
    std::exception_ptr failure;
    try {
        // Whoever asked is to know the operation's id before a signal names it.
        co_await sleepFor(std::chrono::milliseconds(0), {});
        throwIfCancelled(stop);
        co_await work(operation, stop);
    } catch (...) {
        failure = std::current_exception();
    }
    m_running.remove(operation);
    if (failure) {
        emit failed(operation, caughtError(failure));
    } else {
        emit finished(operation);
    }
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
