#include "core/domains/step_report.h"

namespace miaobu {

DomainReport reportOf(DomainProblem problem, const QString& found, const QString& detail) {
    DomainReport report;
    report.problem = problem;
    report.found = found;
    report.detail = detail;
    return report;
}

DomainReport reportOf(const Error& error) {
    switch (error.kind) {
    case ErrorKind::IcpMissing:
        return reportOf(DomainProblem::OfflineIcp, {}, error.detail);
    case ErrorKind::SlugTaken:
        return reportOf(DomainProblem::HostTaken, error.detail);
    case ErrorKind::DeploymentActive:
        return reportOf(DomainProblem::DeploymentActive);
    case ErrorKind::Conflict:
        if (!error.retryable) {
            return reportOf(DomainProblem::ConflictHostname, {}, error.detail);
        }
        break;
    default:
        break;
    }
    DomainReport report = reportOf(DomainProblem::Failed, {}, error.detail);
    report.errorKind = errorKindName(error.kind);
    report.errorSubject = error.subject;
    return report;
}

} // namespace miaobu
