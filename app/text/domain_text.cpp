#include "app/text/domain_text.h"

#include "app/text/error_text.h"
#include "core/async/error.h"
#include "core/domains/domain_records.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct DomainText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::DomainText)
};

using Problem = DomainProblem;

QString failureText(const CustomDomain& domain) {
    const Error error(errorKindFromName(domain.report.errorKind), domain.report.errorSubject, domain.report.detail);
    const ErrorWords words = wordsFor(error);
    return words.next.isEmpty() ? words.what : words.what + QLatin1Char(' ') + words.next;
}

/// What is wrong with a record.
QString recordText(const CustomDomain& domain) {
    const bool isText = domain.stage == DomainStage::Ownership;
    switch (domain.report.problem) {
    case Problem::RecordMissing:
        return isText ? DomainText::tr("Nobody has the TXT record yet. Add it at your DNS provider; this goes on by "
                                       "itself.")
                      : DomainText::tr("Nobody has the CNAME record yet. Add it at your DNS provider; this goes on by "
                                       "itself.");
    case Problem::RecordWrong:
        return isText ? DomainText::tr("The TXT record holds something else. Change it to the expected text.")
                      : DomainText::tr("The CNAME record leads to another host. Change it to the expected one.");
    case Problem::AddressInstead:
        return DomainText::tr("There is an address instead of a CNAME. If your provider proxies the record, switch "
                              "that off (“DNS only”); otherwise replace the A record by the CNAME.");
    case Problem::AddressAtApex:
        return DomainText::tr("A domain without a name before it cannot have a CNAME beside its other records. Use an "
                              "ALIAS or ANAME record or CNAME flattening if your provider has one, or add the domain "
                              "with www instead.");
    case Problem::ResolversDisagree:
        return DomainText::tr("Some have the record already and others still keep what was there before. Nothing needs "
                              "to be done.");
    case Problem::NoResolver:
        return DomainText::tr("No name server could be asked. Check the network; this goes on by itself.");
    default:
        return {};
    }
}

QString conflictText(Problem problem) {
    switch (problem) {
    case Problem::HostTaken:
        return DomainText::tr("Another project has this domain already. Remove it there first.");
    case Problem::ConflictHostname:
        return DomainText::tr("Another account or site has this domain as a custom hostname. Remove it there first.");
    case Problem::ConflictRecord:
        return DomainText::tr("A site of ESA has a record of this name. Remove that record first.");
    case Problem::ConflictLoadBalancer:
        return DomainText::tr("A load balancer of ESA has this name. Remove it first.");
    case Problem::ConflictOriginPool:
        return DomainText::tr("An origin pool of ESA has this name. Remove it first.");
    case Problem::ConflictSite:
        return DomainText::tr("The domain is a site of ESA itself. Remove that site, or use the domain as its base.");
    case Problem::ConflictOther:
        return DomainText::tr("Something else in ESA has this name. Look in its console.");
    default:
        return {};
    }
}

QString offlineText(Problem problem) {
    switch (problem) {
    case Problem::OfflineArrears:
        return DomainText::tr("ESA has taken the domain offline: the account is in arrears or its plan has expired.");
    case Problem::OfflineDisabled:
        return DomainText::tr("Alibaba Cloud has taken the domain offline. Ask its support.");
    case Problem::OfflineIcp:
        return DomainText::tr("The domain has no ICP filing, which Mainland China asks for. File it; this goes on by "
                              "itself afterwards.");
    case Problem::OfflineContent:
        return DomainText::tr("ESA has taken the domain offline for what it shows. See the messages in its console.");
    case Problem::OfflineByOwner:
        return DomainText::tr("The domain was switched off in the console of ESA. Switch it on there.");
    case Problem::OfflineOther:
        return DomainText::tr("ESA has taken the domain offline. See its console.");
    default:
        return {};
    }
}

QString cloudText(const CustomDomain& domain) {
    switch (domain.report.problem) {
    case Problem::NotDeployed:
        return DomainText::tr("The project answers nothing on this target yet. Deploy it; this goes on by itself.");
    case Problem::DeploymentActive:
        return DomainText::tr("A deployment is under way; this goes on after it.");
    case Problem::VerificationMissing:
        return DomainText::tr("ESA asks for a TXT record of its own to prove the domain. Add it, too.");
    case Problem::Configuring:
        return DomainText::tr("ESA is setting the domain up. That takes a moment.");
    case Problem::CertificateApplying:
        return DomainText::tr("The certificate is being issued. That usually takes 5 to 30 minutes.");
    case Problem::CertificateFailed:
        return DomainText::tr("The certificate was refused. It is asked for again by itself; a CAA record of the "
                              "domain may forbid it.");
    case Problem::CertificateExpired:
        return DomainText::tr("The certificate has expired. A new one is asked for.");
    case Problem::CertificateOther:
        return DomainText::tr("The certificate is in a state this program does not know.");
    case Problem::NotAnswering:
        return domain.report.found.isEmpty()
            ? DomainText::tr("It does not answer by HTTPS yet. New settings take a while to be everywhere.")
            : DomainText::tr("It answers with %1. New settings take a while to be everywhere.")
                  .arg(domain.report.found);
    case Problem::AnswersOther:
        return DomainText::tr("It still answers with another deployment. That takes a while to change everywhere.");
    default:
        return {};
    }
}

QString afterwardsText(Problem problem) {
    switch (problem) {
    case Problem::OwnershipLost:
        return DomainText::tr("The TXT record is gone. Visitors are served as before, but nothing is changed for this "
                              "domain until the record is back.");
    case Problem::LeadsElsewhere:
        return DomainText::tr("The domain leads elsewhere now. Visitors do not come here until its CNAME is back.");
    case Problem::StillLeadsHere:
        return DomainText::tr("Nothing answers it any more. Remove its CNAME record at your DNS provider, so that "
                              "nobody else can answer it.");
    default:
        return {};
    }
}

} // namespace

QString domainStageTitle(DomainStage stage) {
    switch (stage) {
    case DomainStage::Icp:
        return DomainText::tr("ICP");
    case DomainStage::Ownership:
        return DomainText::tr("Ownership");
    case DomainStage::Cname:
        return DomainText::tr("CNAME");
    case DomainStage::Hostname:
        return DomainText::tr("Hostname");
    case DomainStage::Certificate:
        return DomainText::tr("Certificate");
    case DomainStage::Answer:
        //: The last step of a domain: it answers its visitors
        return DomainText::tr("Answers");
    case DomainStage::Live:
        break;
    }
    return DomainText::tr("Live");
}

QString domainStateTitle(const CustomDomain& domain) {
    if (domain.state == DomainState::Removing) {
        return domain.removal == DomainRemoval::Record ? DomainText::tr("Removed, record left")
                                                       : DomainText::tr("Being removed");
    }
    if (domain.state == DomainState::Live) {
        return domain.report.problem == Problem::None || domain.report.problem == Problem::Unchecked
            ? DomainText::tr("Live")
            : DomainText::tr("Live, look here");
    }
    if (domain.report.problem == Problem::OfflineIcp) {
        return DomainText::tr("ICP filing needed");
    }
    switch (domain.stage) {
    case DomainStage::Icp:
        return DomainText::tr("Checking");
    case DomainStage::Ownership:
    case DomainStage::Cname:
        return DomainText::tr("Waiting for DNS");
    case DomainStage::Hostname:
        return domain.report.problem == Problem::NotDeployed ? DomainText::tr("Waiting for a deployment")
                                                             : DomainText::tr("Waiting for ESA");
    case DomainStage::Certificate:
        return DomainText::tr("Waiting for a certificate");
    case DomainStage::Answer:
    case DomainStage::Live:
        break;
    }
    return DomainText::tr("Going live");
}

QString domainProblemText(const CustomDomain& domain) {
    if (domain.report.problem == Problem::Failed) {
        return failureText(domain);
    }
    for (const QString& text : {recordText(domain), conflictText(domain.report.problem),
             offlineText(domain.report.problem), cloudText(domain), afterwardsText(domain.report.problem)}) {
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

QString hostRefusalText(HostRefusal refusal) {
    switch (refusal) {
    case HostRefusal::Empty:
        return DomainText::tr("There is no name in it.");
    case HostRefusal::Malformed:
        return DomainText::tr("A domain has names of letters, digits and dashes, with dots between them.");
    case HostRefusal::SingleLabel:
        return DomainText::tr("A domain has at least two names, such as example.com.");
    case HostRefusal::TooLong:
        return DomainText::tr("It is longer than the 253 letters a domain can have.");
    case HostRefusal::Wildcard:
        return DomainText::tr("A wildcard cannot be connected. Add each name by itself.");
    case HostRefusal::Address:
        return DomainText::tr("That is an address. A certificate needs a domain.");
    case HostRefusal::PublicSuffix:
        return DomainText::tr("Names are registered below it; nobody has it for themselves.");
    case HostRefusal::NotPublic:
        return DomainText::tr("Such a name is known on one computer or network only: no visitor finds it.");
    case HostRefusal::BaseDomain:
        return DomainText::tr("That is the base domain, below which all projects of the target are.");
    case HostRefusal::BaseReserved:
        return DomainText::tr("This name below the base domain has a meaning of its own.");
    case HostRefusal::BaseNested:
        return DomainText::tr("The certificate of the base domain covers one name below it, not two.");
    }
    return {};
}

QString icpText(const CustomDomain& domain) {
    return domain.needsIcp.value_or(false)
        ? DomainText::tr("The site is served in Mainland China: the domain needs an ICP filing before it can go live.")
        : QString();
}

QString zoneText(const CustomDomain& domain) {
    if (domain.zoneMissing.isEmpty() || !missingRecord(domain)) {
        return {};
    }
    const QString missing = domain.zoneMissing.join(QStringLiteral(", "));
    if (!domain.ownZone.isEmpty()) {
        return DomainText::tr("The zone %1 is kept in this account, but its access key may not write there: it is "
                              "missing the RAM permission %2.")
            .arg(domain.ownZone, missing);
    }
    return isServedByAlidns(domain) ? DomainText::tr("Alibaba Cloud DNS serves this zone. Where it is in this account, "
                                                     "its records can be written from here once the "
                                                     "access key has the RAM permission %1.")
                                          .arg(missing)
                                    : QString();
}

QUrl icpPage() {
    return QUrl(QStringLiteral("https://beian.aliyun.com/"));
}

QString sourceTitle(const DnsAnswer& answer) {
    return answer.place == DnsAnswer::Place::System ? DomainText::tr("this computer") : answer.source;
}

QString nextCheckText(const QDateTime& next, const QDateTime& now) {
    const qint64 seconds = next.isValid() ? (now.msecsTo(next) + 999) / 1000 : 0;
    if (seconds <= 0) {
        return DomainText::tr("looking now");
    }
    if (seconds < 60) {
        return DomainText::tr("next check in %1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return DomainText::tr("next check in %1 min").arg((seconds + 59) / 60);
    }
    return DomainText::tr("next check in %1 h").arg((seconds + 3599) / 3600);
}

} // namespace miaobu::app
