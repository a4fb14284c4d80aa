#include "app/shell/deployment_notice.h"
#include "app/shell/domain_notice.h"
#include "app/shell/leaving.h"
#include "app/text/language.h"
#include "tests/app/desktop.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desktop;

namespace {

Deployment deployment(DeploymentState state, int seconds) {
    Deployment result;
    result.id = 1042;
    result.number = 42;
    result.state = state;
    result.revision.message = u"Fix <header>"_s;
    result.createdAt = QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC);
    result.finishedAt = result.createdAt.addSecs(seconds);
    return result;
}

Deployment failed() {
    Deployment result = deployment(DeploymentState::Failed, 3);
    result.failure = Failure{ErrorKind::BuildFailed, Stage::Build, u"tsc"_s, {}, {}, 2, {}};
    return result;
}

} // namespace

class NotifierTest : public QObject {
    Q_OBJECT

    Language m_language;

private slots:
    void initTestCase() { m_language.set(u"en"_s); }

    void aPushIsToldUntilItsDeploymentEnds() {
        PushOutcome push{PushVerdict::Deployed, QString(40, u'a'), u"Fix <header>"_s, {}, 1042, {}};
        const auto begun = noticeOf(push, u"shop"_s);
        QVERIFY(begun);
        QCOMPARE(begun->key, noticeOf(deployment(DeploymentState::Live, 30), u"shop"_s, true).key);
        push.verdict = PushVerdict::OlderCommit;
        QVERIFY(noticeOf(push, u"shop"_s));
        for (const PushVerdict quiet : {PushVerdict::Baseline, PushVerdict::AlreadyDeployed, PushVerdict::Waiting,
                 PushVerdict::SkipWord, PushVerdict::NothingChanged}) {
            push.verdict = quiet;
            QVERIFY(!noticeOf(push, u"shop"_s));
        }
    }

    void onlyWhatTookLongOrIsNotSeenIsTold() {
        QVERIFY(!isWorthNotice(deployment(DeploymentState::Live, 3), true));
        QVERIFY(isWorthNotice(deployment(DeploymentState::Live, 30), true));
        QVERIFY(isWorthNotice(deployment(DeploymentState::Live, 3), false));
        QVERIFY(isWorthNotice(failed(), false));
        QVERIFY(!isWorthNotice(deployment(DeploymentState::Cancelled, 30), false));
        QVERIFY(!isWorthNotice(deployment(DeploymentState::Running, 30), false));
    }

    void nothingThatRunsIsStoppedSilently() {
        QCOMPARE(leavingFor(false, true, true), Leaving::Close);
        QCOMPARE(leavingFor(false, false, false), Leaving::Close);
        QCOMPARE(leavingFor(true, true, true), Leaving::Hide);
        QCOMPARE(leavingFor(true, true, false), Leaving::Ask);
        QCOMPARE(leavingFor(true, false, true), Leaving::Ask);
    }

    void aDomainIsToldByTheNameAPersonKnows() {
        CustomDomain domain;
        domain.host = u"xn--bcher-kva.example.com"_s;
        domain.project = 7;
        QCOMPARE(liveNotice(domain).title, u"bücher.example.com is live"_s);
        QCOMPARE(liveNotice(domain).key, u"domain/7/xn--bcher-kva.example.com"_s);
        const QDateTime now(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC);
        domain.certificateExpiry = now.addDays(17);
        QCOMPARE(expiryNotice(domain, now).title, u"The certificate of bücher.example.com ends in 17 days"_s);
        QVERIFY(expiryNotice(domain, now).isFailure); // It stays until it was read.
    }

    void noServiceIsNoError() {
        Notifier notifier;
        QSignalSpy unavailable(&notifier, &Notifier::unavailable);
        notifier.show(noticeOf(failed(), u"shop"_s, false));
        QTRY_COMPARE(unavailable.size(), 1);
    }

    void aNoticeOffersWhatCanBeDone() {
        Desktop desktop;
        QVERIFY(desktop.isThere);
        Notifier notifier;
        QSignalSpy chosen(&notifier, &Notifier::actionChosen);
        notifier.show(noticeOf(deployment(DeploymentState::Live, 30), u"shop"_s, true));
        QTRY_COMPARE(desktop.shown.size(), 1);
        const Desktop::Shown& shown = desktop.shown.constFirst();
        QCOMPARE(shown.title, u"shop #42 is live"_s);
        QCOMPARE(shown.text, u"Fix &lt;header&gt;"_s);
        QCOMPARE(shown.actions,
            (QStringList{u"site"_s, u"Open the site"_s, u"roll-back"_s, u"Roll back"_s, u"log"_s, u"View the log"_s}));
        // A press on another program's notice is none of ours.
        emit desktop.ActionInvoked(77, u"log"_s);
        QTRY_VERIFY([&] {
            emit desktop.ActionInvoked(1, u"roll-back"_s);
            return !chosen.isEmpty();
        }());
        QCOMPARE(chosen.constFirst().at(0).toString(), u"deployment/1042"_s);
        QCOMPARE(chosen.constFirst().at(1).toString(), u"roll-back"_s);
    }

    void aFailureStaysAndTakesThePlaceOfWhatWasToldBefore() {
        Desktop desktop;
        Notifier notifier;
        notifier.show(noticeOf(failed(), u"shop"_s, false));
        QTRY_COMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown.constFirst().timeout, 0);
        QCOMPARE(desktop.shown.constFirst().title, u"shop #42: Failed"_s);
        // Until the desktop has answered, nobody knows which notice to replace.
        QTRY_VERIFY([&] {
            notifier.show(noticeOf(failed(), u"shop"_s, false));
            return desktop.shown.constLast().replaced > 0;
        }());
    }
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "tst_notifier.moc"
