#include "core/domains/hostname_report.h"

namespace miaobu {

namespace {

using State = CustomHostname::State;
using Conflict = CustomHostname::Conflict;
using Reason = CustomHostname::OfflineReason;
using Certificate = CustomHostname::Certificate;

DomainProblem problemOf(Conflict conflict) {
    switch (conflict) {
    case Conflict::CustomHostname:
        return DomainProblem::ConflictHostname;
    case Conflict::Record:
        return DomainProblem::ConflictRecord;
    case Conflict::LoadBalancer:
        return DomainProblem::ConflictLoadBalancer;
    case Conflict::OriginPool:
        return DomainProblem::ConflictOriginPool;
    case Conflict::Site:
        return DomainProblem::ConflictSite;
    case Conflict::None:
    case Conflict::Other:
        break;
    }
    return DomainProblem::ConflictOther;
}

DomainProblem problemOf(Reason reason) {
    switch (reason) {
    case Reason::Arrears:
        return DomainProblem::OfflineArrears;
    case Reason::DisabledInternally:
        return DomainProblem::OfflineDisabled;
    case Reason::IcpMissing:
        return DomainProblem::OfflineIcp;
    case Reason::ContentViolation:
        return DomainProblem::OfflineContent;
    case Reason::DisabledByOwner:
        return DomainProblem::OfflineByOwner;
    case Reason::None:
    case Reason::Other:
        break;
    }
    return DomainProblem::OfflineOther;
}

DomainProblem problemOf(const CustomHostname& hostname) {
    switch (hostname.state) {
    case State::Active:
        return DomainProblem::None;
    case State::Pending:
        return DomainProblem::VerificationMissing;
    case State::Conflicted:
        return problemOf(hostname.conflict);
    case State::Offline:
        return problemOf(hostname.offlineReason);
    case State::Configuring:
    case State::Other:
        break;
    }
    return DomainProblem::Configuring;
}

DomainProblem problemOf(Certificate certificate) {
    switch (certificate) {
    case Certificate::Issued:
    case Certificate::Expiring:
        return DomainProblem::None;
    case Certificate::None:
    case Certificate::Applying:
        return DomainProblem::CertificateApplying;
    case Certificate::Failed:
        return DomainProblem::CertificateFailed;
    case Certificate::Expired:
        return DomainProblem::CertificateExpired;
    case Certificate::Other:
        break;
    }
    return DomainProblem::CertificateOther;
}

DomainReport with(DomainProblem problem, const CustomHostname& hostname) {
    DomainReport report;
    report.problem = problem;
    report.detail = problem == DomainProblem::None ? QString() : hostname.detail;
    return report;
}

} // namespace

DomainReport reportOf(const CustomHostname& hostname) {
    return with(problemOf(hostname), hostname);
}

DomainReport certificateReport(const CustomHostname& hostname) {
    return with(problemOf(hostname.certificate), hostname);
}

bool wantsCertificate(const CustomHostname& hostname, int attempts) {
    const bool isWanting = hostname.certificate == Certificate::Failed || hostname.certificate == Certificate::Expired
        || hostname.certificate == Certificate::Expiring;
    return hostname.certificate == Certificate::None || (isWanting && attempts % 2 == 1);
}

} // namespace miaobu
