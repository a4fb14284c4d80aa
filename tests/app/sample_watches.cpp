#include "tests/app/sample_watches.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

const QString head = u"a1b2c3d00d1f0c2b7a9e4438a6b5c1d2e3f40516"_s;

WatchView lookedAt(WatchPhase phase, int secondsAgo) {
    WatchView view;
    // The local time of the day is said; a fixed one keeps the pictures the same.
    view.now = QDateTime(QDate(2026, 11, 27), QTime(12, 0), Qt::LocalTime).toUTC();
    view.state.isPossible = true;
    view.state.phase = phase;
    view.state.branch = u"main"_s;
    view.state.head = head;
    view.state.lookedAt = view.now.addSecs(-secondsAgo);
    view.state.nextAt = view.now.addSecs(60);
    return view;
}

WatchView judged(PushVerdict verdict, const QString& message) {
    WatchView view = lookedAt(WatchPhase::Resting, 20);
    view.state.outcome = PushOutcome{verdict, head, message, u"lina"_s, 1043, view.now.addSecs(-720)};
    return view;
}

WatchView failing(WatchPhase phase, ErrorKind kind, const QString& subject) {
    WatchView view = lookedAt(phase, 900);
    view.state.error = Error(kind, subject);
    view.state.nextAt = view.now.addSecs(1800);
    return view;
}

} // namespace

WatchView watching() {
    return judged(PushVerdict::Deployed, u"Fix header"_s);
}

QList<std::pair<QString, WatchView>> watches() {
    WatchView off = lookedAt(WatchPhase::Off, 20);
    off.state.head.clear();
    off.state.lookedAt = {};
    WatchView first = lookedAt(WatchPhase::Looking, 20);
    first.state.head.clear();
    first.state.lookedAt = {};
    WatchView elsewhere = judged(PushVerdict::NothingChanged, u"API: answer faster"_s);
    elsewhere.rootDirectory = u"apps/web"_s;
    elsewhere.state.paths = {u"packages/ui"_s, u"content"_s};
    return {
        {u"off"_s, off},
        {u"looking"_s, first},
        {u"begun"_s, judged(PushVerdict::Baseline, {})},
        {u"deployed"_s, watching()},
        {u"waiting"_s, judged(PushVerdict::Waiting, u"Fix header"_s)},
        {u"skipped"_s, judged(PushVerdict::SkipWord, u"Docs: say more [skip ci]"_s)},
        {u"set-back"_s, judged(PushVerdict::OlderCommit, u"First"_s)},
        {u"nothing-changed"_s, elsewhere},
        {u"limited"_s, failing(WatchPhase::Limited, ErrorKind::RateLimited, u"github.com"_s)},
        {u"offline"_s, failing(WatchPhase::Offline, ErrorKind::NetworkUnreachable, u"github.com"_s)},
        {u"sign-in"_s, failing(WatchPhase::NeedsSignIn, ErrorKind::SignInNeeded, u"lina@github.com"_s)},
        {u"keychain"_s, failing(WatchPhase::NeedsSignIn, ErrorKind::KeychainLocked, {})},
        {u"branch-gone"_s, failing(WatchPhase::Failed, ErrorKind::BranchNotFound, u"main"_s)},
    };
}

} // namespace miaobu::app::sample
