#include "tests/app/sample_reality.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

const QString target = u"example"_s;
const QString host = u"my-blog.example.com"_s;
const QString domain = u"blog.lina.dev"_s;
const QDateTime noon = QDateTime(QDate(2026, 3, 14), QTime(4, 4), Qt::UTC);

PurgeTask task(PurgeKind kind, PurgeTask::State state, const QString& content, int minutesAgo) {
    PurgeTask made;
    made.id = QString::number(minutesAgo);
    made.kind = kind;
    made.state = state;
    made.percent = state == PurgeTask::State::Running ? 40 : 100;
    made.content = content;
    made.createdAt = noon.addSecs(-60 * minutesAgo);
    return made;
}

RemovalStep step(RemovalPart part, const QString& subject, RemovalStep::State state) {
    return {part == RemovalPart::Local ? QString() : target, part, subject, state, {}};
}

RealityFinding finding(RealityKind kind, const QString& subject, const QList<RealityFix>& fixes) {
    RealityFinding made;
    made.kind = kind;
    made.target = target;
    made.subject = subject;
    made.slug = u"my-blog"_s;
    made.project = 1;
    made.fixes = fixes;
    return made;
}

HostOnItsWay onItsWay(const QString& name, HostStage stage, int secondsAgo) {
    return {name, 1043, stage, noon.addSecs(-secondsAgo)};
}

} // namespace

CacheView untouchedCache() {
    CacheView view;
    view.now = noon;
    return view;
}

CacheView lookedAtCache() {
    CacheView view = untouchedCache();
    CacheState cache;
    cache.hosts = {host, domain};
    cache.knowsQuota = true;
    cache.hostQuota = {100, 3};
    cache.fileQuota = {10'000, 12};
    cache.directoryQuota = {100, 0};
    cache.tasks = {
        task(PurgeKind::Files, PurgeTask::State::Running, u"{\"Files\":[\"https://my-blog.example.com/app.js\"]}"_s, 1),
        task(PurgeKind::Hosts, PurgeTask::State::Complete, u"{\"Hostnames\":[\"my-blog.example.com\"]}"_s, 12),
        task(PurgeKind::Directories, PurgeTask::State::Failed,
            u"{\"Directories\":[\"https://my-blog.example.com/images/\"]}"_s, 180)};
    view.cache = cache;
    return view;
}

CacheView purgingCache() {
    CacheView view = lookedAtCache();
    view.isPurging = true;
    view.purging = {host, domain};
    view.percent = 40;
    return view;
}

CacheView purgedCache() {
    CacheView view = lookedAtCache();
    view.purging = view.purged = {u"https://my-blog.example.com/app.js"_s};
    return view;
}

CacheView usedUpCache() {
    CacheView view = lookedAtCache();
    view.cache->hostQuota = {100, 100};
    return view;
}

CacheView refusedCache() {
    CacheView view = lookedAtCache();
    Error error(ErrorKind::HostUnknown, u"www.example.org"_s);
    error.alternatives = view.cache->hosts;
    view.error = shownError(error);
    return view;
}

CacheView plainCache() {
    CacheView view = untouchedCache();
    view.cache = CacheState{};
    view.cache->hosts = {u"my-blog.localhost"_s};
    return view;
}

RemovalView runningRemoval() {
    using State = RemovalStep::State;
    return {.steps = {step(RemovalPart::Entry, host, State::Done), step(RemovalPart::Entry, domain, State::Running),
                step(RemovalPart::Hostname, domain, State::Waiting),
                step(RemovalPart::Objects, u"projects/my-blog"_s, State::Waiting),
                step(RemovalPart::Local, u"my-blog"_s, State::Waiting)},
        .isRunning = true,
        .error = {}};
}

RemovalView failedRemoval() {
    RemovalView view = runningRemoval();
    view.isRunning = false;
    view.steps[1].state = RemovalStep::State::Done;
    view.steps[2].state = RemovalStep::State::Failed;
    view.steps[2].error = Error(ErrorKind::AccessDenied, u"esa:DeleteCustomHostname"_s);
    view.steps[3].state = RemovalStep::State::Done;
    return view;
}

RemovalView interruptedRemoval() {
    RemovalView view = runningRemoval();
    view.isRunning = false;
    return view;
}

PropagationView propagating() {
    PropagationView view;
    view.hosts = {onItsWay(host, HostStage::Live, 2), onItsWay(domain, HostStage::Propagating, 1)};
    view.number = 43;
    view.before = 42;
    view.now = noon;
    return view;
}

PropagationView slowlyPropagating() {
    PropagationView view = propagating();
    view.hosts[1].since = noon.addSecs(-40);
    return view;
}

PropagationView halfPutBack() {
    PropagationView view = propagating();
    view.hosts[1].stage = HostStage::PutBack;
    return view;
}

RealityState checkingReality() {
    RealityState state;
    state.project = 1;
    state.projectName = u"my-blog"_s;
    state.isChecking = true;
    state.parts = {{target, u"entries"_s}, {target, u"objects"_s}, {target, u"hostnames"_s}};
    return state;
}

RealityState agreeing() {
    RealityState state = checkingReality();
    state.isChecking = false;
    state.checkedAt = noon;
    return state;
}

RealityState differing() {
    RealityState state = agreeing();
    RealityFinding differs = finding(RealityKind::EntryDiffers, host, {RealityFix::Adopt, RealityFix::Restore});
    differs.here = 1042;
    differs.hereNumber = 42;
    differs.there = 1041;
    differs.thereNumber = 41;
    RealityFinding leftover = finding(RealityKind::FilesLeftover, u"projects/my-blog/1040"_s, {RealityFix::Remove});
    leftover.there = 1040;
    leftover.thereNumber = 40;
    RealityFinding gone = finding(RealityKind::FunctionMissing, u"miaobu-my-blog"_s, {});
    state.findings = {{differs, FindingView::State::Open, {}}, {leftover, FindingView::State::Open, {}},
        {gone, FindingView::State::Open, {}},
        {finding(RealityKind::HostnameMissing, domain, {RealityFix::Restore}), FindingView::State::Open, {}}};
    return state;
}

RealityState halfPutRight() {
    RealityState state = differing();
    state.findings[0].state = FindingView::State::Done;
    state.findings[1].state = FindingView::State::Working;
    state.findings[3].state = FindingView::State::Failed;
    state.findings[3].error = shownError(Error(ErrorKind::AccessDenied, u"esa:CreateCustomHostname"_s));
    return state;
}

RealityState halfBlindCheck() {
    RealityState state = agreeing();
    state.gaps = {{target, u"functions"_s, Error(ErrorKind::AccessDenied, u"fc:ListFunctions"_s)}};
    return state;
}

RealityState failedCheck() {
    RealityState state = checkingReality();
    state.isChecking = false;
    state.error = shownError(Error(ErrorKind::NetworkUnreachable, u"esa.cn-hangzhou.aliyuncs.com"_s));
    return state;
}

RebuildView rebuilding() {
    return {.isRunning = true, .deployments = 14, .report = {}, .error = {}};
}

RebuildView rebuilt() {
    RebuildReport report;
    report.target = target;
    report.addedProjects = {u"my-blog"_s, u"shop"_s};
    report.knownProjects = {u"docs"_s};
    report.addedDeployments = 14;
    report.addedRoutes = 3;
    report.skipped = {{u"projects/my-blog/1037"_s,
                          Error(ErrorKind::NotFound, u"projects/my-blog/1037/.miaobu/manifest.json"_s,
                              u"the deployment was never complete"_s)},
        {u"projects/Old_Site"_s, Error(ErrorKind::SlugInvalid, u"Old_Site"_s)}};
    return {.isRunning = false, .deployments = 14, .report = report, .error = {}};
}

RebuildView failedRebuild() {
    return {.isRunning = false,
        .deployments = 0,
        .report = {},
        .error = shownError(Error(ErrorKind::AccessDenied, u"oss:ListObjects"_s))};
}

} // namespace miaobu::app::sample
