#include "app/text/watch_text.h"

#include "app/text/error_text.h"
#include "app/text/state_text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

struct WatchText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::WatchText)
};

QString lookedText(const WatchState& state, const QDateTime& now) {
    constexpr qint64 minute = 60;
    if (state.phase == WatchPhase::Looking) {
        return WatchText::tr("Looking…");
    }
    if (!state.lookedAt.isValid()) {
        return WatchText::tr("Not looked yet");
    }
    const qint64 seconds = qMax<qint64>(0, state.lookedAt.secsTo(now));
    return seconds < minute ? WatchText::tr("Looked %n s ago", nullptr, static_cast<int>(seconds))
                            //: %1: "12 min ago"
                            : WatchText::tr("Looked %1").arg(timeAgo(state.lookedAt, now));
}

/// “Fix header” (a1b2c3d)
QString nameOf(const PushOutcome& outcome) {
    const QString commit = shortCommit(outcome.commit);
    //: A commit: its message and its short hash
    return outcome.message.isEmpty() ? commit : WatchText::tr("“%1” (%2)").arg(outcome.message, commit);
}

QString clockTime(const QDateTime& time) {
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace

QString watchLine(const WatchState& state, const QDateTime& now) {
    QStringList words{lookedText(state, now)};
    if (!state.branch.isEmpty()) {
        words.append(state.branch);
    }
    if (!state.head.isEmpty()) {
        words.append(shortCommit(state.head));
    }
    return words.join(u"  ·  "_s);
}

QString watchProblem(const WatchState& state) {
    const QString next = state.nextAt.isValid() ? clockTime(state.nextAt) : QString();
    switch (state.phase) {
    case WatchPhase::Limited:
        return WatchText::tr("GitHub wants to be left alone until %1.").arg(next);
    case WatchPhase::Offline:
        return WatchText::tr("The server cannot be reached. It is tried again at %1.").arg(next);
    case WatchPhase::NeedsSignIn:
        if (state.error
            && (state.error->kind == ErrorKind::KeychainLocked || state.error->kind == ErrorKind::KeychainMissing)) {
            return wordsFor(*state.error).what;
        }
        return WatchText::tr("The server asks for a sign-in: sign in again, and pushes are deployed again.");
    case WatchPhase::Failed:
        return state.error ? wordsFor(*state.error).what : QString();
    case WatchPhase::Off:
    case WatchPhase::Resting:
    case WatchPhase::Looking:
        break;
    }
    return {};
}

QString pushText(const PushOutcome& outcome, const QString& rootDirectory, const QDateTime& now) {
    const QString name = nameOf(outcome);
    switch (outcome.verdict) {
    case PushVerdict::Baseline:
        return WatchText::tr("Begun at %1; what is pushed from now on is deployed.").arg(name);
    case PushVerdict::Deployed:
        return WatchText::tr("%1 was deployed by itself, %2.").arg(name, timeAgo(outcome.at, now));
    case PushVerdict::AlreadyDeployed:
        return WatchText::tr("%1 has been deployed already.").arg(name);
    case PushVerdict::Waiting:
        return WatchText::tr("%1 is deployed once the deployment under way has ended.").arg(name);
    case PushVerdict::SkipWord:
        return WatchText::tr("%1 was not deployed: its message asks to skip it.").arg(name);
    case PushVerdict::OlderCommit:
        return WatchText::tr("The branch was set back to %1, from before what is online, so it was not deployed. "
                             "Press Deploy if that is what you want.")
            .arg(name);
    case PushVerdict::NothingChanged:
        return WatchText::tr("%1 was not deployed: it changed nothing in %2.").arg(name, rootDirectory);
    case PushVerdict::Refused:
        break;
    }
    return WatchText::tr("%1 could not be deployed.").arg(name);
}

QString watchExplanation(const WatchState& state, const QString& rootDirectory) {
    const QString branch = state.branch.isEmpty() ? WatchText::tr("the default branch") : state.branch;
    if (state.phase == WatchPhase::Off) {
        return WatchText::tr("A push to %1 is deployed when you press Deploy.").arg(branch);
    }
    QString text = rootDirectory.isEmpty()
        ? WatchText::tr("A push to %1 is deployed by itself.").arg(branch)
        : WatchText::tr("A push to %1 that changes something in %2 is deployed by itself.").arg(branch, rootDirectory);
    return text + u' ' + WatchText::tr("What is pushed while Miaobu is closed is deployed at its next start.");
}

} // namespace miaobu::app
