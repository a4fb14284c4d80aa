#include "app/models/deployment_list_model.h"
#include "app/models/log_lines.h"
#include "app/screens/project/project_page.h"
#include "app/screens/reality/reality_page.h"
#include "app/screens/target/rebuild_card.h"
#include "app/screens/target/target_intents.h"
#include "app/text/purge_text.h"
#include "app/theme/appearance.h"
#include "app/widgets/check_list.h"
#include "app/widgets/notice.h"
#include "app/widgets/pill.h"
#include "tests/app/named.h"
#include "tests/app/sample_reality.h"
#include "tests/app/sample_states.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::button;
using miaobu::test::named;
using miaobu::test::shows;

namespace {

/// The only button of that name that is to be seen.
QPushButton& shownButton(QWidget& page, const QString& name) {
    for (QPushButton* const one : page.findChildren<QPushButton*>(name)) {
        if (one->isVisibleTo(&page)) {
            return *one;
        }
    }
    qFatal("%s is not to be seen", qPrintable(name));
}

QList<CheckLine::State> marks(QWidget& page, const QString& list) {
    QList<CheckLine::State> found;
    for (const CheckLine& line : named<CheckList>(page, list).lines()) {
        found.append(line.state);
    }
    return found;
}

/// A project's page with a site that is live.
struct Page {
    DeploymentListModel deployments;
    LogLines log;
    ProjectPage page{deployments, log};

    Page() { page.setState(sample::live()); }
};

} // namespace

class RealityPagesTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

private slots:
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void theCacheIsPurgedAsAWholeOrInParts() {
        Page desk;
        ProjectPage& page = desk.page;
        page.showTab(ProjectPage::Tab::Settings);
        page.setCache(sample::lookedAtCache());
        QSignalSpy purges(&page.intents(), &ProjectIntents::purge);
        button(page, u"purgeAll"_s).click();
        QCOMPARE(purges.takeFirst().at(1).toStringList(), QStringList());
        QVERIFY(!button(page, u"purgeTyped"_s).isEnabled());
        auto& field = named<QLineEdit>(page, u"purgeSubjects"_s);
        QTest::keyClicks(&field, u" /images/  www.example.com/a/* "_s);
        auto& kind = named<QComboBox>(page, u"purgeKind"_s);
        kind.setCurrentIndex(1);
        QTest::keyClick(&field, Qt::Key_Return);
        const QList<QVariant> purge = purges.takeFirst();
        QCOMPARE(purge.at(0).value<PurgeKind>(), PurgeKind::Directories);
        QCOMPARE(purge.at(1).toStringList(), (QStringList{u"/images/"_s, u"www.example.com/a/*"_s}));
        page.setCache(sample::purgingCache());
        QVERIFY(!button(page, u"purgeTyped"_s).isEnabled());
        QSignalSpy stopped(&page.intents(), &ProjectIntents::stopPurging);
        button(page, u"purgeAll"_s).click();
        QCOMPARE(stopped.size(), 1);
        page.setCache(sample::purgedCache());
        QVERIFY(field.text().isEmpty());
        QCOMPARE(marks(page, u"purgeProgress"_s), QList{CheckLine::State::Done});
    }

    void theCacheSaysWhatIsLeftAndWhatWasPurged() {
        Page desk;
        ProjectPage& page = desk.page;
        page.showTab(ProjectPage::Tab::Settings);
        page.setCache(sample::untouchedCache());
        QVERIFY(!shows(page, u"purgeQuota"_s));
        QVERIFY(!shows(page, u"purgeTasks"_s));
        page.setCache(sample::lookedAtCache());
        QCOMPARE(named<QLabel>(page, u"purgeQuota"_s).text(),
            u"Left today: hosts 97 of 100, addresses 9,988 of 10,000, folders 100 of 100."_s);
        const QList<CheckLine> tasks = named<CheckList>(page, u"purgeTasks"_s).lines();
        QCOMPARE(tasks.size(), 3);
        QCOMPARE(tasks.constFirst().subject, u"https://my-blog.example.com/app.js"_s);
        QCOMPARE(marks(page, u"purgeTasks"_s),
            (QList{CheckLine::State::Active, CheckLine::State::Done, CheckLine::State::Failed}));
        page.setCache(sample::plainCache());
        QVERIFY(!shows(page, u"purgeTyped"_s));
        QVERIFY(button(page, u"purgeAll"_s).isEnabled());
    }

    void aUsedUpQuotaSaysWhenItComesBack() {
        Page desk;
        ProjectPage& page = desk.page;
        page.showTab(ProjectPage::Tab::Settings);
        page.setCache(sample::usedUpCache());
        QVERIFY(shows(page, u"quotaUsedUp"_s));
        QVERIFY(named<Notice>(page, u"quotaUsedUp"_s).text().contains(u"Beijing"_s));
        QVERIFY(!button(page, u"purgeAll"_s).isEnabled());
        // Addresses have a quota of their own.
        QTest::keyClicks(&named<QLineEdit>(page, u"purgeSubjects"_s), u"/a.js"_s);
        QVERIFY(button(page, u"purgeTyped"_s).isEnabled());
    }

    void anAddressOfOthersIsRefusedWithOurHosts() {
        Page desk;
        desk.page.showTab(ProjectPage::Tab::Settings);
        desk.page.setCache(sample::refusedCache());
        QVERIFY(shows(desk.page, u"cacheError"_s));
        QVERIFY(named<Notice>(desk.page, u"cacheError"_s).text().contains(u"my-blog.example.com"_s));
    }

    void whenTheQuotaComesBackIsToldInTheTimeOfThisComputer() {
        const QDateTime now(QDate(2026, 3, 14), QTime(17, 30), Qt::UTC);
        const QDateTime back(QDate(2026, 3, 15), QTime(16, 0), Qt::UTC);
        QVERIFY(quotaResetText(now).contains(QLocale().toString(back.toLocalTime().time(), QLocale::ShortFormat)));
    }

    void aRemovalIsFollowedStepByStep() {
        Page desk;
        ProjectPage& page = desk.page;
        QVERIFY(!shows(page, u"projectRemoval"_s));
        page.setRemoval(sample::runningRemoval());
        QVERIFY(shows(page, u"projectRemoval"_s));
        QCOMPARE(named<Pill>(page, u"pagePill"_s).text(), u"Deleting"_s);
        QVERIFY(!button(page, u"deploy"_s).isEnabled());
        QVERIFY(!button(page, u"rollBack"_s).isEnabled());
        for (const QString& name : {u"goOnRemoving"_s, u"forgetProject"_s, u"keepProject"_s}) {
            QVERIFY(!shows(page, name));
        }
        QCOMPARE(marks(page, u"removalSteps"_s).mid(0, 3),
            (QList{CheckLine::State::Done, CheckLine::State::Active, CheckLine::State::Waiting}));
        page.setRemoval({});
        QVERIFY(!shows(page, u"projectRemoval"_s));
        QVERIFY(button(page, u"deploy"_s).isEnabled());
    }

    void aRemovalThatFailedSaysWhyAndGoesOn() {
        Page desk;
        ProjectPage& page = desk.page;
        page.setRemoval(sample::failedRemoval());
        QCOMPARE(named<Pill>(page, u"pagePill"_s).text(), u"Partly deleted"_s);
        const CheckLine failed = named<CheckList>(page, u"removalSteps"_s).lines().at(2);
        QCOMPARE(failed.state, CheckLine::State::Failed);
        QVERIFY(failed.note.contains(u"esa:DeleteCustomHostname"_s));
        QSignalSpy goneOn(&page.intents(), &ProjectIntents::goOnRemoving);
        button(page, u"goOnRemoving"_s).click();
        QCOMPARE(goneOn.size(), 1);
        QSignalSpy kept(&page.intents(), &ProjectIntents::keepProject);
        button(page, u"keepProject"_s).click();
        QCOMPARE(kept.size(), 1);
        // What a program that is gone was at is not under way.
        page.setRemoval(sample::interruptedRemoval());
        QVERIFY(!marks(page, u"removalSteps"_s).contains(CheckLine::State::Active));
        QVERIFY(shows(page, u"goOnRemoving"_s));
    }

    void forgettingIsAskedForTwiceAndSaysWhatStays() {
        Page desk;
        ProjectPage& page = desk.page;
        page.setRemoval(sample::failedRemoval());
        QSignalSpy forgotten(&page.intents(), &ProjectIntents::forgetAnyway);
        button(page, u"forgetProject"_s).click();
        QVERIFY(named<Notice>(page, u"forgetWarning"_s).text().contains(u"blog.lina.dev"_s));
        QVERIFY(!shows(page, u"goOnRemoving"_s));
        button(page, u"doNotForget"_s).click();
        QVERIFY(shows(page, u"goOnRemoving"_s));
        button(page, u"forgetProject"_s).click();
        QTest::keyClick(&button(page, u"doNotForget"_s), Qt::Key_Escape);
        QVERIFY(!shows(page, u"forgetNow"_s));
        QCOMPARE(forgotten.size(), 0);
        button(page, u"forgetProject"_s).click();
        button(page, u"forgetNow"_s).click();
        QCOMPARE(forgotten.size(), 1);
    }

    void nothingIsLiveBeforeItIsProved() {
        Page desk;
        ProjectState state = sample::building();
        state.deployments[0].stage = state.run.stage = Stage::Prove;
        desk.page.setState(state);
        desk.page.setPropagation(sample::propagating());
        QCOMPARE(named<Pill>(desk.page, u"pagePill"_s).text(), u"Propagating"_s);
        QVERIFY(shows(desk.page, u"propagationCard"_s));
        QCOMPARE(marks(desk.page, u"propagationHosts"_s), (QList{CheckLine::State::Done, CheckLine::State::Active}));
        QVERIFY(!named<QLabel>(desk.page, u"propagationText"_s).text().contains(u"#42"_s));
        desk.page.setPropagation(sample::slowlyPropagating());
        QVERIFY(named<QLabel>(desk.page, u"propagationText"_s).text().contains(u"visitors see #42 or #43"_s));
        desk.page.setPropagation(sample::halfPutBack());
        const CheckLine back = named<CheckList>(desk.page, u"propagationHosts"_s).lines().last();
        QCOMPARE(back.state, CheckLine::State::Failed);
        QVERIFY(back.word != u"Live"_s);
        desk.page.setPropagation({});
        QVERIFY(!shows(desk.page, u"propagationCard"_s));
    }

    void aCheckIsBusyAgreesOrFails() {
        RealityPage page;
        page.setState(sample::checkingReality());
        QVERIFY(shows(page, u"realityProgress"_s));
        QCOMPARE(marks(page, u"realityParts"_s).count(CheckLine::State::Done), 3);
        QSignalSpy stopped(&page, &RealityPage::stopRequested);
        button(page, u"checkAgain"_s).click();
        QCOMPARE(stopped.size(), 1);
        page.setState(sample::agreeing());
        QVERIFY(shows(page, u"realityAgreement"_s));
        QVERIFY(!shows(page, u"realityProgress"_s));
        page.setState(sample::failedCheck());
        QVERIFY(shows(page, u"realityError"_s));
        QVERIFY(!shows(page, u"realityAgreement"_s));
        page.setState(sample::halfBlindCheck());
        QVERIFY(!shows(page, u"realityAgreement"_s));
        QVERIFY(named<CheckList>(page, u"realityGaps"_s).lines().constFirst().note.contains(u"fc:ListFunctions"_s));
        QSignalSpy back(&page, &RealityPage::backRequested);
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
    }

    void everyDifferenceOffersWhatHelps() {
        RealityPage page;
        page.setState(sample::differing());
        QVERIFY(named<Pill>(page, u"pagePill"_s).text().startsWith(u"4 difference"_s));
        QCOMPARE(page.findChildren<QWidget*>(u"findingRow"_s).size(), 4);
        QSignalSpy fixes(&page, &RealityPage::fixRequested);
        shownButton(page, u"restoreFinding"_s).click();
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(fixes.constFirst().at(0).value<RealityFinding>(), sample::differing().findings.constFirst().finding);
        QCOMPARE(fixes.constFirst().at(1).value<RealityFix>(), RealityFix::Restore);
        page.setState(sample::halfPutRight());
        QVERIFY(!button(page, u"checkAgain"_s).isEnabled());
        QVERIFY(named<QLabel>(page, u"findingText"_s).text().contains(u"#41"_s));
    }

    void deletingFromTheCloudAsksInPlace() {
        RealityPage page;
        page.setState(sample::differing());
        QSignalSpy fixes(&page, &RealityPage::fixRequested);
        QPushButton& remove = shownButton(page, u"removeFinding"_s);
        remove.click();
        QCOMPARE(fixes.size(), 0);
        const auto* const note = remove.parentWidget()->findChild<QLabel*>(u"findingNote"_s);
        QVERIFY(note->text().contains(u"projects/my-blog/1040"_s));
        QTest::keyClick(&remove, Qt::Key_Escape);
        QVERIFY(!remove.parentWidget()->findChild<QWidget*>(u"cancelRemoving"_s)->isVisibleTo(&page));
        remove.click();
        remove.click();
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(fixes.constFirst().at(1).value<RealityFix>(), RealityFix::Remove);
    }

    void aRebuildTellsWhatWasFoundAndSkipped() {
        TargetIntents intents;
        RebuildCard card(intents);
        QSignalSpy begun(&intents, &TargetIntents::rebuild);
        button(card, u"rebuild"_s).click();
        QCOMPARE(begun.size(), 1);
        card.setView(sample::rebuilding());
        QVERIFY(named<QLabel>(card, u"rebuildText"_s).text().contains(u"14"_s));
        QSignalSpy stopped(&intents, &TargetIntents::stopRebuilding);
        button(card, u"rebuild"_s).click();
        QCOMPARE(stopped.size(), 1);
        card.setView(sample::rebuilt());
        const QString found = named<QLabel>(card, u"rebuildText"_s).text();
        QVERIFY(found.contains(u"2 project"_s) && found.contains(u"14 deployment"_s) && found.contains(u"3 address"_s));
        QCOMPARE(marks(card, u"rebuildList"_s),
            (QList{CheckLine::State::Done, CheckLine::State::Done, CheckLine::State::Attention,
                CheckLine::State::Attention}));
        card.setView(sample::failedRebuild());
        QVERIFY(shows(card, u"rebuildError"_s));
    }
};

QTEST_MAIN(RealityPagesTest)
#include "tst_reality_pages.moc"
