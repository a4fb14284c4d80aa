#pragma once

#include "core/model/dns_answer.h"
#include "core/model/project.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace miaobu {

/// What a domain goes through until visitors are answered, in this order. It is in the first one that is not done.
enum class DomainStage {
    Icp, ///< Whether the law asks for a filing; said before anything is done.
    Ownership, ///< The TXT record
    Cname,
    Hostname, ///< The cloud takes the host, and the edge knows what answers it.
    Certificate,
    Answer, ///< It answers by its own name, with the deployment it should.
    Live,
};

/// Why a stage is not done. Kept as a word, so that it can be said in any language.
enum class DomainProblem {
    None,
    Unchecked, ///< Not looked at yet
    // DNS
    RecordMissing,
    RecordWrong,
    AddressInstead, ///< An A record, or a CNAME that the DNS provider hides behind its own addresses
    AddressAtApex,
    ResolversDisagree, ///< Some have it already.
    NoResolver, ///< None could be asked.
    // The cloud
    NotDeployed, ///< The project answers nothing yet on this target.
    DeploymentActive, ///< A deployment is under way; afterwards.
    HostTaken, ///< Another project has it.
    VerificationMissing, ///< The cloud asks for a record of its own.
    Configuring,
    ConflictHostname, ///< Another account has it as a custom hostname.
    ConflictRecord,
    ConflictLoadBalancer,
    ConflictOriginPool,
    ConflictSite,
    ConflictOther,
    OfflineArrears,
    OfflineDisabled,
    OfflineIcp,
    OfflineContent,
    OfflineByOwner,
    OfflineOther,
    CertificateApplying,
    CertificateFailed,
    CertificateExpired,
    CertificateOther,
    NotAnswering,
    AnswersOther, ///< With another deployment than it should
    // Afterwards
    OwnershipLost, ///< The TXT record is gone: nothing is changed for this domain until it is back.
    LeadsElsewhere, ///< Live, but its CNAME has been changed.
    StillLeadsHere, ///< Removed; only its record at the DNS provider is left.
    Failed, ///< The cloud or the network said no; see the error.
};

enum class DomainState { Waiting, Live, Removing };

/// What is still there of a domain that is being removed, in the order in which it goes.
enum class DomainRemoval { Entry, Hostname, Record };

/// What was seen at the last look at the current stage.
struct DomainReport {
    DomainProblem problem = DomainProblem::Unchecked;
    QString found; ///< Instead of what was expected: a host, a text, an address, a deployment's number
    QString detail; ///< As the cloud or the network said it
    QString errorKind; ///< For Failed: errorKindName()
    QString errorSubject;
    QList<DnsAnswer> answers; ///< Of every place that was asked

    bool operator==(const DomainReport&) const = default;
};

/// A domain of a person's own, or another name below the base domain, that leads to a project on one target.
struct CustomDomain {
    QString host; ///< Lower case, punycode
    QString target;
    ProjectId project = 0;
    bool isBelowBase = false; ///< No proof, no hostname of its own, and the site's certificate
    QString token; ///< What its TXT record must hold: "miaobu-verification=…"
    DomainState state = DomainState::Waiting;
    DomainStage stage = DomainStage::Icp;
    DomainRemoval removal = DomainRemoval::Entry;
    DomainReport report;
    std::optional<bool> needsIcp; ///< Whether its site is served in Mainland China; nothing while that is not known.
    QString cnameTarget; ///< Where its CNAME has to lead
    QString verificationHost; ///< The record the cloud asks for, where it does
    QString verificationText;
    qint64 hostnameId = 0; ///< 0: the cloud has none
    QDateTime certificateExpiry; ///< UTC
    QString
        ownZone; ///< The zone that holds it, where that is kept in the target's own account: its records can be written from here.
    QStringList zoneMissing; ///< What the target's key may not do there, as a policy names it: "alidns:AddDomainRecord"
    QStringList ownRecords; ///< Records that this program wrote into the person's zone, as the DNS service calls them
    QDateTime createdAt; ///< UTC
    QDateTime checkedAt; ///< UTC; invalid before the first look
    QDateTime nextCheckAt; ///< UTC; invalid while it is being looked at
    int attempts = 0; ///< Looks at the current stage
    QDateTime warnedExpiry; ///< The expiry that was warned of already

    bool operator==(const CustomDomain&) const = default;
};

/// A new value for CustomDomain::token.
[[nodiscard]] QString newOwnershipToken();
/// Whether \a text can have been made by newOwnershipToken().
[[nodiscard]] bool isOwnershipToken(const QString& text);

/// "_miaobu-verification.www.example.com"
[[nodiscard]] QString ownershipName(const QString& host);

[[nodiscard]] QString domainStageName(DomainStage stage); ///< "icp", "ownership", …
[[nodiscard]] DomainStage domainStageFromName(const QString& name);
[[nodiscard]] QString domainProblemName(DomainProblem problem); ///< "record-missing", …
[[nodiscard]] DomainProblem domainProblemFromName(const QString& name);
[[nodiscard]] QString domainStateName(DomainState state);
[[nodiscard]] DomainState domainStateFromName(const QString& name);
[[nodiscard]] QString domainRemovalName(DomainRemoval removal);
[[nodiscard]] DomainRemoval domainRemovalFromName(const QString& name);

[[nodiscard]] QJsonObject toJson(const DomainReport& report);
/// What cannot be read is left out.
[[nodiscard]] DomainReport domainReportFromJson(const QJsonObject& json);

/// Whether \a problem needs somebody to do something; otherwise time alone helps.
[[nodiscard]] bool needsPerson(DomainProblem problem);

} // namespace miaobu
