#include "tests/app/sample_targets.h"

#include "core/model/target.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

TargetConfig example() {
    TargetConfig config;
    config.name = u"example"_s;
    config.accessKeyId = u"LTAI5tQm3bYpWc8dKxVn2LrE"_s;
    config.accountId = u"1234567890123456"_s;
    config.region = u"cn-hangzhou"_s;
    config.baseDomain = u"example.com"_s;
    config.oss.bucket = u"miaobu-1234567890123456"_s;
    config.esa.siteId = 8123;
    config.esa.kvNamespace = u"miaobu"_s;
    config.esa.routine = u"miaobu-router"_s;
    return config;
}

CallerIdentity deployer() {
    return {u"1234567890123456"_s, u"acs:ram::1234567890123456:user/deployer"_s, CallerIdentity::Kind::User};
}

CloudChoices choices() {
    CloudChoices found;
    found.buckets = {{u"lina-photos"_s, u"cn-shanghai"_s}, {u"backup-2024"_s, u"cn-hangzhou"_s}};
    found.sites = {{8123, u"example.com"_s, true, true, {}, {}}, {8124, u"lina.dev"_s, true, false, {}, {}},
        {8125, u"shop.cn"_s, false, true, {}, {}}};
    found.kvNamespaces = {u"sessions"_s, u"miaobu"_s};
    found.routines = {u"hello"_s};
    return found;
}

QList<SetupStep> steps() {
    using State = SetupStep::State;
    const auto step = [](SetupPart part, const QString& subject, State state) {
        SetupStep made;
        made.part = part;
        made.subject = subject;
        made.state = state;
        return made;
    };
    QList<SetupStep> list{
        step(SetupPart::Bucket, u"miaobu-1234567890123456"_s, State::Missing),
        step(SetupPart::OriginRecord, u"miaobu-origin.example.com"_s, State::Missing),
        step(SetupPart::WildcardRecord, u"*.example.com"_s, State::Different),
        step(SetupPart::KvNamespace, u"miaobu"_s, State::Present),
        step(SetupPart::Routine, u"miaobu-router"_s, State::Missing),
        step(SetupPart::RoutineRoute, u"*.example.com/*"_s, State::Missing),
    };
    list[2].detail = u"A 203.0.113.7"_s;
    return list;
}

QList<SetupStep> doneSteps() {
    QList<SetupStep> list = steps();
    for (SetupStep& step : list) {
        step.state = SetupStep::State::Done;
    }
    list[3].state = SetupStep::State::Present;
    return list;
}

QList<PermissionCheck> checks(int denied) {
    constexpr auto webApps = PermissionCheck::Need::WebApps;
    QList<PermissionCheck> list;
    for (const QString& action :
        {u"oss:ListBuckets"_s, u"oss:GetBucketInfo"_s, u"oss:PutObject"_s, u"oss:GetObject"_s, u"oss:DeleteObject"_s,
            u"oss:ListObjects"_s, u"esa:ListSites"_s, u"esa:GetSite"_s, u"esa:ListRecords"_s, u"esa:GetKvNamespace"_s,
            u"esa:PutKv"_s, u"esa:GetKv"_s, u"esa:DeleteKv"_s, u"esa:GetPurgeQuota"_s, u"esa:GetRoutine"_s,
            u"esa:ListRoutineCodeVersions"_s, u"esa:ListSiteRoutes"_s, u"esa:ListCustomHostnames"_s}) {
        list.append({action, u"*"_s, PermissionCheck::State::Granted, std::nullopt});
    }
    for (const QString& action : {u"esa:CreateRecord"_s, u"esa:PublishRoutineCodeVersion"_s, u"esa:PurgeCaches"_s}) {
        list.append({action, u"*"_s, PermissionCheck::State::NotChecked, std::nullopt});
    }
    for (const QString& action : {u"fc:ListFunctions"_s, u"fc:GetFunction"_s, u"fc:ListTriggers"_s, u"fc:GetTrigger"_s,
             u"fc:ListFunctionVersions"_s, u"fc:ListAliases"_s}) {
        list.append({action, u"acs:fc:*:*:*"_s, PermissionCheck::State::Granted, std::nullopt, webApps});
    }
    for (const QString& action : {u"fc:CreateFunction"_s, u"fc:UpdateFunction"_s, u"fc:CreateTrigger"_s}) {
        list.append({action, u"acs:fc:*:*:*"_s, PermissionCheck::State::NotChecked, std::nullopt, webApps});
    }
    const QStringList missing{u"esa:PutKv"_s, u"oss:DeleteObject"_s, u"esa:GetPurgeQuota"_s};
    for (PermissionCheck& check : list) {
        if (denied > 0 && missing.first(denied).contains(check.action)) {
            check.state = PermissionCheck::State::Denied;
            check.resource = check.action.startsWith(u"oss"_s) ? u"acs:oss:*:*:miaobu-1234567890123456/*"_s : u"*"_s;
        }
    }
    return list;
}

RoutineStatus routine(RoutineStatus::Production production) {
    RoutineStatus status;
    status.name = u"miaobu-router"_s;
    status.production = production;
    status.isRouted = production != RoutineStatus::Production::Missing;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isOurs = production == RoutineStatus::Production::Ours;
    status.versions = {
        {u"1767261300000000003"_s, u"Miaobu 0.3.0"_s, now.addSecs(-7200), true, isOurs, true},
        {u"1766656500000000002"_s, u"Miaobu 0.2.1"_s, now.addDays(-3), false, !isOurs, false},
        {u"1765446900000000001"_s, u"Miaobu 0.2.0"_s, now.addDays(-21), false, false, false},
    };
    return status;
}

ConnectState withKey() {
    ConnectState state = enteringKey();
    state.step = ConnectState::Step::Account;
    state.config.accessKeyId = example().accessKeyId;
    return state;
}

TargetState target() {
    TargetState state;
    state.config = example();
    state.now = QDateTime::currentDateTimeUtc();
    state.projects = 3;
    state.keyPlace = KeyPlace::Keychain;
    return state;
}

} // namespace

ConnectState enteringKey() {
    return {};
}

ConnectState keyRefused() {
    ConnectState state = enteringKey();
    state.config.accessKeyId = example().accessKeyId;
    Error error(
        ErrorKind::CredentialsRejected, u"InvalidAccessKeyId.NotFound"_s, u"Specified access key is not found."_s);
    error.requestId = u"6DA2B1C4-11E0-5A6C-9C3B-7F0A1B2C3D4E"_s;
    state.error = shownError(error);
    return state;
}

ConnectState identifying() {
    ConnectState state = withKey();
    state.isBusy = true;
    return state;
}

ConnectState rootKey() {
    ConnectState state = withKey();
    state.identity = {u"1234567890123456"_s, u"acs:ram::1234567890123456:root"_s, CallerIdentity::Kind::Root};
    return state;
}

ConnectState lookingAtAccount() {
    ConnectState state = withKey();
    state.identity = deployer();
    state.isBusy = true;
    return state;
}

ConnectState choosing() {
    ConnectState state = withKey();
    state.step = ConnectState::Step::Choose;
    state.identity = deployer();
    state.choices = choices();
    state.config = example();
    return state;
}

ConnectState choosingWithoutSites() {
    ConnectState state = choosing();
    state.choices.sites.clear();
    state.config.esa.siteId = 0;
    state.config.baseDomain.clear();
    return state;
}

ConnectState addingSite() {
    ConnectState state = choosingWithoutSites();
    state.choices.sitePlans
        = {{u"esa-site-9rk2m4qx7w1c"_s, u"entranceplan"_s, {SiteCoverage::Overseas, SiteCoverage::Global}}};
    return state;
}

ConnectState addingAnotherSite() {
    ConnectState state = choosing();
    state.choices.sitePlans = addingSite().choices.sitePlans;
    return state;
}

ConnectState provingSite() {
    ConnectState state = addingSite();
    state.choices.sites
        = {{8126, u"lina.app"_s, false, false, {u"ns-a1.atrustdns.com"_s, u"ns-a2.atrustdns.com"_s}, {}}};
    state.config.esa.siteId = 8126;
    state.config.baseDomain = u"lina.app"_s;
    state.config.name = u"lina"_s;
    state.site.added = 8126;
    state.site.isNotSeenYet = true;
    return state;
}

ConnectState choosingHalfBlind() {
    ConnectState state = choosingWithoutSites();
    state.choices.buckets.clear();
    state.choices.failures = {Error(ErrorKind::AccessDenied, u"esa:ListSites"_s)};
    return state;
}

ConnectState keychainLocked() {
    ConnectState state = choosing();
    state.isKeychainRefused = true;
    ShownError shown = shownError(Error(ErrorKind::KeychainLocked));
    shown.words.action = ErrorAction::KeepForSession;
    state.error = shown;
    return state;
}

ConnectState planned() {
    ConnectState state = choosing();
    state.step = ConnectState::Step::SetUp;
    state.setup.phase = SetupView::Phase::Planned;
    state.setup.steps = steps();
    return state;
}

ConnectState settingUp() {
    ConnectState state = planned();
    state.setup.phase = SetupView::Phase::Running;
    state.setup.steps[0].state = SetupStep::State::Done;
    state.setup.steps[1].state = SetupStep::State::Running;
    return state;
}

ConnectState setupFailed() {
    ConnectState state = settingUp();
    const Error error(ErrorKind::AccessDenied, u"esa:CreateRecord"_s, u"You are not authorized to do this action."_s);
    state.setup.phase = SetupView::Phase::Stopped;
    state.setup.steps[1].state = SetupStep::State::Failed;
    state.setup.steps[1].error = error;
    state.error = shownError(error);
    return state;
}

ConnectState connected() {
    ConnectState state = planned();
    state.setup.phase = SetupView::Phase::Done;
    state.setup.steps = doneSteps();
    return state;
}

TargetState untouchedTarget() {
    return target();
}

TargetState checkingTarget() {
    TargetState state = readyTarget();
    state.permissions.isChecking = true;
    state.permissions.checkedAt = {};
    state.permissions.checks = checks(0).first(11);
    return state;
}

TargetState readyTarget() {
    TargetState state = target();
    state.setup.phase = SetupView::Phase::Done;
    state.setup.steps = doneSteps();
    state.routine.status = routine(RoutineStatus::Production::Ours);
    state.permissions.checks = checks(0);
    state.permissions.checkedAt = state.now.addSecs(-130);
    return state;
}

TargetState deniedTarget() {
    TargetState state = readyTarget();
    state.permissions.checks = checks(3);
    return state;
}

TargetState targetForSites() {
    TargetState state = readyTarget();
    for (PermissionCheck& check : state.permissions.checks) {
        if (check.action == u"fc:ListFunctions"_s || check.action == u"fc:GetFunction"_s) {
            check.state = PermissionCheck::State::Denied;
        }
    }
    return state;
}

TargetState targetWithoutFunctions() {
    TargetState state = readyTarget();
    for (PermissionCheck& check : state.permissions.checks) {
        if (check.action == u"fc:ListFunctions"_s) {
            check.state = PermissionCheck::State::NotActivated;
            check.error = Error(ErrorKind::NotActivated, u"Function Compute"_s);
        }
    }
    return state;
}

TargetState outdatedTarget() {
    TargetState state = readyTarget();
    state.routine.status = routine(RoutineStatus::Production::Other);
    state.permissions = {};
    state.setup.phase = SetupView::Phase::Planned;
    state.setup.steps = steps();
    return state;
}

TargetState enteringTargetKey() {
    TargetState state = readyTarget();
    state.permissions = {};
    state.isEnteringKey = true;
    return state;
}

TargetState keylessTarget() {
    TargetState state = target();
    state.keyPlace = KeyPlace::Nowhere;
    state.error = shownError(Error(ErrorKind::AccessKeyMissing, u"example"_s));
    return state;
}

TargetState runningEmulator() {
    TargetState state;
    state.config.name = localTargetName;
    state.local = {true, false, 4680, 21344};
    state.now = QDateTime::currentDateTimeUtc();
    return state;
}

TargetState stoppedEmulator() {
    TargetState state = runningEmulator();
    state.local = {};
    return state;
}

} // namespace miaobu::app::sample
