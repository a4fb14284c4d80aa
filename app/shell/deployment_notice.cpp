#include "app/shell/deployment_notice.h"

#include "app/text/error_text.h"
#include "app/text/state_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

constexpr qint64 longMilliseconds = 10'000;

struct NoticeText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::NoticeText)
};

} // namespace

bool isWorthNotice(const Deployment& deployment, bool isWindowActive) {
    if (isActive(deployment.state) || deployment.state == DeploymentState::Cancelled) {
        return false;
    }
    return !isWindowActive || deployment.createdAt.msecsTo(deployment.finishedAt) > longMilliseconds;
}

DesktopNotice noticeOf(const Deployment& deployment, const QString& project, bool canRollBack) {
    DesktopNotice notice;
    notice.key = u"deployment/%1"_s.arg(deployment.id);
    if (deployment.state == DeploymentState::Live) {
        const bool isSite = deployment.preview.isEmpty();
        notice.title = isSite ? NoticeText::tr("%1 #%2 is live").arg(project).arg(deployment.number)
                              : NoticeText::tr("%1: the preview %2 is live").arg(project, deployment.preview);
        notice.text = deployment.revision.message;
        notice.actions.append(
            {u"site"_s, isSite ? NoticeText::tr("Open the site") : NoticeText::tr("Open the preview")});
        if (canRollBack && isSite) {
            notice.actions.append({u"roll-back"_s, NoticeText::tr("Roll back")});
        }
    } else {
        notice.isFailure = deployment.failure.has_value() || deployment.state == DeploymentState::Interrupted;
        //: A project, the number of its deployment, and how it ended: "shop #43: Failed"
        notice.title
            = NoticeText::tr("%1 #%2: %3").arg(project).arg(deployment.number).arg(stateTitle(deployment.state));
        notice.text = deployment.failure ? wordsFor(*deployment.failure).what : QString();
    }
    notice.actions.append({u"log"_s, NoticeText::tr("View the log")});
    return notice;
}

std::optional<DesktopNotice> noticeOf(const PushOutcome& push, const QString& project) {
    DesktopNotice notice;
    notice.text = push.message.isEmpty() ? shortCommit(push.commit) : push.message;
    if (push.verdict == PushVerdict::Deployed) {
        notice.key = u"deployment/%1"_s.arg(push.deployment);
        notice.title = NoticeText::tr("%1: a push is being deployed").arg(project);
        notice.actions.append({u"log"_s, NoticeText::tr("View the log")});
        return notice;
    }
    if (push.verdict == PushVerdict::OlderCommit) {
        notice.key = u"push/%1"_s.arg(push.commit);
        notice.title = NoticeText::tr("%1: the branch was set back; it was not deployed").arg(project);
        return notice;
    }
    return std::nullopt;
}

} // namespace miaobu::app
