#include "tests/app/sample_domains.h"

#include "tests/app/sample_states.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

ProjectHost own() {
    return {Route{u"my-blog.example.com"_s, 1, u"prod"_s, 42, true, true}, std::nullopt, std::nullopt, 42, false};
}

CustomDomain domainCalled(const QString& host) {
    CustomDomain domain;
    domain.host = host;
    domain.target = u"prod"_s;
    domain.project = 1;
    domain.token = u"miaobu-verification=6f1c2d9a7b3e4f5061728394a5b6c7d8"_s;
    domain.cnameTarget = u"cname.example.com"_s;
    domain.state = DomainState::Live;
    domain.stage = DomainStage::Live;
    domain.report.problem = DomainProblem::None;
    domain.needsIcp = false;
    domain.certificateExpiry = now.addDays(92);
    domain.checkedAt = now;
    domain.nextCheckAt = now.addSecs(25);
    return domain;
}

ProjectHost served(const QString& host, int number, bool follows) {
    return {Route{host, 1, u"prod"_s, number, false, follows}, domainCalled(host), std::nullopt, number, false};
}

DnsAnswer at(DnsAnswer::Place place, const QString& source, bool fits, DnsAnswer::Outcome outcome) {
    DnsAnswer answer;
    answer.place = place;
    answer.source = source;
    answer.fits = fits;
    answer.outcome = outcome;
    return answer;
}

QList<DnsAnswer> answers(bool anyFits) {
    using Place = DnsAnswer::Place;
    using Outcome = DnsAnswer::Outcome;
    return {at(Place::Authority, u"ns1.alidns.com"_s, false, Outcome::Found),
        at(Place::Authority, u"ns2.alidns.com"_s, false, Outcome::Found),
        at(Place::Resolver, u"AliDNS"_s, false, Outcome::Found),
        at(Place::Resolver, u"8.8.8.8"_s, anyFits, Outcome::Found),
        at(Place::Resolver, u"1.1.1.1"_s, false, Outcome::Failed)};
}

DomainsState with(const ProjectHost& host) {
    DomainsState state = liveDomains();
    state.hosts.append(host);
    return state;
}

} // namespace

DomainsState bareDomains() {
    DomainsState state;
    state.hosts = {own()};
    state.now = now;
    return state;
}

DomainsState liveDomains() {
    DomainsState state = bareDomains();
    state.hosts += {served(u"blog.lina.dev"_s, 41, false), served(u"xn--bcher-kva.example.org"_s, 42, true)};
    return state;
}

DomainsState previewedDomains() {
    DomainsState state = liveDomains();
    const auto preview = [](const QString& name, const QString& branch, bool isProtected, int number) {
        const QString host = u"my-blog-"_s + name + u".example.com"_s;
        return ProjectHost{Route{host, 1, u"prod"_s, number, false, false}, std::nullopt,
            Preview{1, u"prod"_s, name, host, branch, isProtected, now}, number, false};
    };
    state.hosts += {preview(u"redesign"_s, u"redesign"_s, true, 43), preview(u"header"_s, {}, false, 39)};
    return state;
}

DomainsState behindDomains() {
    DomainsState state = liveDomains();
    state.hosts[2].isBehind = true;
    state.hosts[2].number = 40;
    return state;
}

DomainsState domainsHere() {
    DomainsState state = bareDomains();
    state.hosts.first().route.host = u"my-blog.localhost"_s;
    state.hosts.first().route.target = localTargetName;
    state.isHere = true;
    return state;
}

DomainsState endingDomains() {
    DomainsState state = liveDomains();
    state.hosts[1].domain->certificateExpiry = now.addDays(17);
    return state;
}

DomainsState domainsWith(DomainStage stage, DomainProblem problem) {
    const bool isApex = problem == DomainProblem::AddressAtApex;
    ProjectHost host = served(isApex ? u"shop.cn"_s : u"www.shop.cn"_s, 0, true);
    host.domain->state = DomainState::Waiting;
    host.domain->stage = stage;
    host.domain->certificateExpiry = {};
    host.domain->report.problem = problem;
    const bool isDns = stage == DomainStage::Ownership || stage == DomainStage::Cname;
    if (isDns) {
        host.domain->report.answers = answers(problem == DomainProblem::ResolversDisagree);
    }
    host.domain->ownZone = isDns ? u"shop.cn"_s : QString();
    if (problem == DomainProblem::RecordWrong || problem == DomainProblem::ResolversDisagree) {
        host.domain->report.found = u"old-host.shop.cn"_s;
    } else if (problem == DomainProblem::AddressInstead || problem == DomainProblem::AddressAtApex) {
        host.domain->report.found = u"104.16.132.229, 104.16.133.229"_s;
    } else if (problem == DomainProblem::CertificateFailed) {
        host.domain->report.detail = u"CAA record for shop.cn prevents issuance"_s;
    } else if (problem == DomainProblem::VerificationMissing) {
        host.domain->verificationHost = u"_esa_custom_hostname.www.shop.cn"_s;
        host.domain->verificationText = u"verify_9f8e7d6c5b4a"_s;
    } else if (problem == DomainProblem::OfflineIcp) {
        host.domain->needsIcp = true;
    } else if (problem == DomainProblem::Failed) {
        host.domain->report.errorKind = u"NetworkUnreachable"_s;
        host.domain->report.errorSubject = u"esa.cn-hangzhou.aliyuncs.com"_s;
    }
    return with(host);
}

DomainsState filingDomains() {
    DomainsState state = domainsWith(DomainStage::Ownership, DomainProblem::RecordMissing);
    state.hosts.last().domain->needsIcp = true;
    return state;
}

DomainsState lostDomains() {
    ProjectHost host = served(u"www.shop.cn"_s, 42, true);
    host.domain->report.problem = DomainProblem::OwnershipLost;
    host.domain->report.answers = answers(false);
    return with(host);
}

DomainsState removedDomains() {
    ProjectHost host = served(u"www.shop.cn"_s, 0, true);
    host.domain->state = DomainState::Removing;
    host.domain->removal = DomainRemoval::Record;
    host.domain->report.problem = DomainProblem::StillLeadsHere;
    return with(host);
}

DomainsState refusedDomains() {
    DomainsState state = bareDomains();
    state.error = shownError(Error(ErrorKind::DomainInvalid, u"*.shop.cn"_s, u"wildcard"_s));
    return state;
}

} // namespace miaobu::app::sample
