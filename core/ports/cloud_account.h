#pragma once

#include "core/async/error.h"
#include "core/model/access_key.h"
#include "core/model/target_config.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace miaobu {

/// Whose key it is.
struct CallerIdentity {
    enum class Kind { Root, User, Role };

    QString accountId;
    QString arn; ///< "acs:ram::1234567890123456:user/deployer"
    Kind kind = Kind::User;

    bool operator==(const CallerIdentity&) const = default;
};

/// Where the visitors of a site are served from.
enum class SiteCoverage { Overseas, Global, Mainland };

/// What an account has that a target may use.
struct CloudChoices {
    struct Bucket {
        QString name;
        QString region; ///< "cn-hangzhou"
        bool operator==(const Bucket&) const = default;
    };
    struct Site {
        qint64 id = 0;
        QString name; ///< "example.com"
        bool isActive = false;
        bool needsIcp = false; ///< Visitors in Mainland China are served.
        /// How its owner proves the domain to be theirs, until it is active: these name servers are set at the registrar …
        QStringList nameServers;
        QString verifyCode; ///< … or this is the value of a TXT record, _esauth.{name}.

        [[nodiscard]] bool isUnproven() const { return !isActive && (!nameServers.isEmpty() || !verifyCode.isEmpty()); }
        bool operator==(const Site&) const = default;
    };
    /// A contract about the edge, to which sites are added.
    struct SitePlan {
        QString id;
        QString name; ///< "basic"
        QList<SiteCoverage> coverages; ///< That it allows
        bool operator==(const SitePlan&) const = default;
    };

    QList<Bucket> buckets;
    QList<Site> sites;
    QList<SitePlan> sitePlans; ///< With room for one more site; none as well where the key may not ask for them.
    QStringList kvNamespaces;
    QStringList routines;
    QStringList registryNamespaces;
    /// Where ESA knows this account, which depends on the account's site and not on its regions; empty when it is known at neither place.
    QUrl esaEndpoint;
    /// What could not be asked, with its reason; the list above it is empty then.
    QList<Error> failures;
};

/// A domain to be added to the edge.
struct SiteDraft {
    QString domain;
    QString planId;
    SiteCoverage coverage = SiteCoverage::Overseas;
};

/// What became of a SiteDraft.
struct SiteAddition {
    enum class Objection {
        None,
        NameInvalid,
        NameTaken, ///< Another account has added it.
        BelowAnother, ///< It is below another site, which the plan does not allow.
    };

    Objection objection = Objection::None;
    CloudChoices::Site site; ///< Where nothing is objected to; it has to be proven yet.
};

/// One thing the account's key must be allowed to do.
struct PermissionCheck {
    enum class State {
        Granted,
        Denied,
        NotActivated, ///< The product is not opened, or the account is in arrears.
        NotChecked, ///< Trying would change something.
    };
    /// What cannot be done without it.
    enum class Need {
        Everything, ///< What the target is for: sites, and web apps where it has a registry's namespace or a role for their functions
        WebApps, ///< Web apps alone, on a target that has neither; sites are published without it.
    };

    QString action; ///< As a policy names it: "esa:PutKv"
    QString resource; ///< As a policy names it: "acs:oss:*:*:my-bucket/*"
    State state = State::NotChecked;
    std::optional<Error> error; ///< Why it is not granted
    Need need = Need::Everything;

    bool operator==(const PermissionCheck& other) const {
        return action == other.action && resource == other.resource && state == other.state && need == other.need;
    }
};

/// The parts of a target, in the order they are made.
enum class SetupPart { Bucket, OriginRecord, WildcardRecord, KvNamespace, Routine, RoutineRoute, RegistryNamespace };

/// What a person has to see to before a part can be made. The detail of its step names what was found.
enum class Obstacle {
    None,
    BucketTaken, ///< Another account has a bucket of that name.
    BucketElsewhere, ///< The detail is the region it is in.
    BucketPublic, ///< Anybody may read it; the detail is its access rule.
    SiteUnknown, ///< No such site in this account.
    SiteInactive, ///< The detail is its status.
    DomainOutsideSite, ///< The base domain does not belong to the site; the detail is the site's name.
    RecordTaken, ///< The name leads somewhere else; the detail says where.
    NotActivated, ///< The detail is the product.
    InArrears,
};

struct SetupStep {
    enum class State {
        Present,
        Missing, ///< Will be made.
        Different, ///< Is there, and not as it has to be; the detail is what it is now. Will be changed.
        Blocked, ///< The obstacle comes first.
        Running,
        Done,
        Failed,
    };

    SetupPart part = SetupPart::Bucket;
    QString subject; ///< Its name: the bucket, the record, the namespace
    State state = State::Missing;
    Obstacle obstacle = Obstacle::None;
    QString detail; ///< A value of the cloud's, in no language
    std::optional<Error> error; ///< What it failed of

    bool operator==(const SetupStep& other) const {
        return part == other.part && subject == other.subject && state == other.state && obstacle == other.obstacle
            && detail == other.detail;
    }
};

/// An account of the cloud, opened with one key. Throws Error; Error(Cancelled) once stop was requested.
class CloudAccount {
public:
    virtual ~CloudAccount() = default;

    /// Needs no permission: who may call this has a key that works.
    virtual QCoro::Task<CallerIdentity> identify(std::stop_token stop) = 0;
    virtual QCoro::Task<CloudChoices> choices(std::stop_token stop) = 0;
    /// Adds a domain whose name servers will be the edge's. One that this account has added before is given as it is.
    virtual QCoro::Task<SiteAddition> addSite(SiteDraft draft, std::stop_token stop) = 0;
    /// Lets the edge look whether the domain is proven to be its owner's. \returns whether it is: the site is active then.
    virtual QCoro::Task<bool> verifySite(qint64 siteId, std::stop_token stop) = 0;
    /// Tries what can be tried without leaving anything behind, and tells each check as it is known.
    virtual QCoro::Task<QList<PermissionCheck>> check(std::function<void(PermissionCheck)> found, std::stop_token stop)
        = 0;
    /// What setUp() would do, in its order. Changes nothing.
    virtual QCoro::Task<QList<SetupStep>> plan(std::stop_token stop) = 0;
    /// Makes what is missing, tells each step as it changes, and stops at the first that fails, which a second call goes on from.
    /// \returns the target with the ids it has learned.
    virtual QCoro::Task<TargetConfig> setUp(std::function<void(SetupStep)> changed, std::stop_token stop) = 0;
};

/// Opens accounts.
class CloudAccounts {
public:
    virtual ~CloudAccounts() = default;

    /// \a config may be a draft: region and endpoints are enough to identify(), names for the rest.
    [[nodiscard]] virtual std::shared_ptr<CloudAccount> open(TargetConfig config, AccessKey key) = 0;
};

} // namespace miaobu
