#include "app/screens/connect/connect_page.h"
#include "app/screens/target/target_page.h"
#include "app/theme/appearance.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"
#include "app/widgets/mono_block.h"
#include "app/widgets/pill.h"
#include "app/widgets/scroll_page.h"
#include "tests/app/named.h"
#include "tests/app/sample_targets.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::button;
using miaobu::test::named;
using miaobu::test::shows;

namespace {

/// Every text that any widget of \a page holds.
QString allWords(const QWidget& page) {
    QStringList words;
    for (const QLineEdit* field : page.findChildren<QLineEdit*>()) {
        words.append(field->text());
        words.append(field->toolTip());
    }
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        words.append(label->text());
    }
    return words.join(u'\n');
}

const QString planted = u"planted0Secret0Of0Thirty0Chars"_s;

} // namespace

class TargetPagesTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

private slots:
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void aKeyIsAskedForAndLeavesNothingBehind() {
        ConnectPage page;
        QVERIFY(shows(page, u"keyForm"_s));
        QVERIFY(!button(page, u"connectNext"_s).isEnabled());
        QSignalSpy entered(&page, &ConnectPage::keyEntered);
        QTest::keyClicks(&named<QLineEdit>(page, u"accessKeyId"_s), u"LTAI5tQm3bYpWc8d"_s);
        auto& secret = named<QLineEdit>(page, u"accessKeySecret"_s);
        QTest::keyClicks(&secret, planted);
        QCOMPARE(secret.echoMode(), QLineEdit::Password);
        QVERIFY(button(page, u"connectNext"_s).isEnabled());
        QTest::keyClick(&secret, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        const auto key = entered.constFirst().constFirst().value<AccessKey>();
        QCOMPARE(key.id, "LTAI5tQm3bYpWc8d");
        QCOMPARE(key.secret, planted.toUtf8());
        QVERIFY(!allWords(page).contains(planted));
        QVERIFY(!secret.isUndoAvailable());
    }

    void theKeyboardReachesTheFieldsBeforeTheButtons() {
        ConnectPage page;
        QStringList order;
        for (const QWidget* widget = page.nextInFocusChain(); widget != &page; widget = widget->nextInFocusChain()) {
            order.append(widget->objectName());
        }
        const QStringList wanted{u"accessKeyId"_s, u"accessKeySecret"_s, u"securityToken"_s, u"keepSecret"_s,
            u"connectBack"_s, u"connectNext"_s};
        QList<qsizetype> places;
        for (const QString& name : wanted) {
            places.append(order.indexOf(name));
        }
        QVERIFY2(
            std::is_sorted(places.begin(), places.end()) && places.constFirst() >= 0, qPrintable(order.join(u' ')));
    }

    void bothPartsMayBePastedTogether() {
        ConnectPage page;
        auto& id = named<QLineEdit>(page, u"accessKeyId"_s);
        id.insert(u"AccessKey ID,AccessKey Secret\nLTAI5tQm3bYpWc8d,"_s + planted);
        emit id.textEdited(id.text());
        QCOMPARE(id.text(), u"LTAI5tQm3bYpWc8d"_s);
        QCOMPARE(named<QLineEdit>(page, u"accessKeySecret"_s).text(), planted);
        id.undo();
        QCOMPARE(id.text(), u"LTAI5tQm3bYpWc8d"_s);
        QVERIFY(button(page, u"connectNext"_s).isEnabled());
    }

    void eachStepIsBusyEmptyAndFailed() {
        ConnectPage page;
        page.setState(sample::keyRefused());
        QVERIFY(shows(page, u"connectError"_s));
        QCOMPARE(named<QLineEdit>(page, u"accessKeyId"_s).text(), u"LTAI5tQm3bYpWc8dKxVn2LrE"_s);
        page.setState(sample::identifying());
        QVERIFY(shows(page, u"connectBusy"_s));
        QVERIFY(!shows(page, u"connectError"_s));
        QVERIFY(!button(page, u"connectNext"_s).isEnabled());
        QCOMPARE(button(page, u"connectBack"_s).text(), u"Cancel"_s);
        page.setState(sample::lookingAtAccount());
        QCOMPARE(named<QLabel>(page, u"accountName"_s).text(), u"deployer"_s);
        QVERIFY(!shows(page, u"rootWarning"_s));
        page.setState(sample::choosing());
        QVERIFY(button(page, u"connectNext"_s).isEnabled());
        page.setState(sample::choosingWithoutSites());
        QVERIFY(shows(page, u"noSites"_s));
        QSignalSpy look(&page, &ConnectPage::lookAgainRequested);
        button(page, u"connectNext"_s).click();
        QCOMPARE(look.size(), 1);
        page.setState(sample::choosingHalfBlind());
        QVERIFY(!shows(page, u"noSites"_s));
        QVERIFY(!named<QLabel>(page, u"siteNote"_s).text().isEmpty());
    }

    void whatIsSaidAgainstADomainIsSaidOfItAlone() {
        ConnectPage page;
        ConnectState state = sample::addingSite();
        page.setState(state);
        QVERIFY(shows(page, u"newSiteDomain"_s) && !shows(page, u"noSites"_s));
        auto& field = named<QLineEdit>(page, u"newSiteDomain"_s);
        QTest::keyClicks(&field, u"taken.com"_s);
        QSignalSpy entered(&page, &ConnectPage::siteEntered);
        button(page, u"addNewSite"_s).click();
        QCOMPARE(entered.size(), 1);
        state.site.domain = u"taken.com"_s;
        state.site.objection = SiteAddition::Objection::NameTaken;
        page.setState(state);
        QCOMPARE(named<QLabel>(page, u"newSiteDomainNote"_s).text(), u"Another account has added it to ESA"_s);
        QVERIFY(!button(page, u"addNewSite"_s).isEnabled());
        QTest::keyClicks(&field, u".cn"_s);
        page.setState(state);
        QVERIFY(button(page, u"addNewSite"_s).isEnabled());
    }

    void aRootKeyIsWarnedAbout() {
        ConnectPage page;
        page.setState(sample::rootKey());
        QVERIFY(shows(page, u"rootWarning"_s));
        QSignalSpy accepted(&page, &ConnectPage::accountAccepted);
        QSignalSpy opened(&page, &ConnectPage::pageRequested);
        named<QWidget>(page, u"rootWarning"_s).findChild<QPushButton*>()->click();
        QCOMPARE(opened.size(), 1);
        button(page, u"connectNext"_s).click();
        QCOMPARE(accepted.size(), 1);
    }

    void whatIsChosenIsCheckedAsItIsTyped() {
        ConnectPage page;
        page.setState(sample::choosing());
        QVERIFY(shows(page, u"icpNotice"_s));
        QSignalSpy chosen(&page, &ConnectPage::chosen);
        auto& name = named<QLineEdit>(page, u"targetName"_s);
        name.selectAll();
        QTest::keyClicks(&name, u"Prod!"_s);
        QVERIFY(!button(page, u"connectNext"_s).isEnabled());
        QCOMPARE(named<QLabel>(page, u"targetNameNote"_s).text(), u"Lower-case letters, digits and dashes"_s);
        name.selectAll();
        QTest::keyClicks(&name, u"prod"_s);
        auto& site = named<QComboBox>(page, u"site"_s);
        QCOMPARE(site.count(), 3);
        site.setCurrentIndex(1);
        emit site.activated(1);
        QCOMPARE(named<QLineEdit>(page, u"baseDomain"_s).text(), u"lina.dev"_s);
        QVERIFY(!shows(page, u"icpNotice"_s));
        QTest::keyClick(&name, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        const auto config = chosen.constFirst().constFirst().value<TargetConfig>();
        QCOMPARE(config.name, u"prod"_s);
        QCOMPARE(config.esa.siteId, 8124);
        QCOMPARE(config.baseDomain, u"lina.dev"_s);
        QVERIFY(config.acr.nameSpace.isEmpty());
    }

    void aKeychainThatRefusesIsWorkedAround() {
        ConnectPage page;
        page.setState(sample::keychainLocked());
        QSignalSpy accepted(&page, &ConnectPage::sessionOnlyAccepted);
        named<QWidget>(page, u"connectError"_s).findChild<QPushButton*>(u"errorAction"_s)->click();
        QCOMPARE(accepted.size(), 1);
    }

    void setupIsPlannedRunsStopsAndEnds() {
        ConnectPage page;
        QPushButton& next = button(page, u"connectNext"_s);
        QSignalSpy setUp(&page, &ConnectPage::setUpRequested);
        QSignalSpy stop(&page, &ConnectPage::stopRequested);
        QSignalSpy done(&page, &ConnectPage::doneRequested);
        page.setState(sample::planned());
        QCOMPARE(named<CheckList>(page, u"setupSteps"_s).lines().size(), 6);
        QVERIFY(named<CheckList>(page, u"setupSteps"_s).lines().constFirst().note.contains(u"undo"_s));
        next.click();
        page.setState(sample::settingUp());
        QVERIFY(!next.isEnabled());
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(stop.size(), 1);
        page.setState(sample::setupFailed());
        QCOMPARE(next.text(), u"Go on"_s);
        next.click();
        QCOMPARE(setUp.size(), 2);
        page.setState(sample::connected());
        QVERIFY(shows(page, u"connectDone"_s));
        QVERIFY(!shows(page, u"connectBack"_s));
        next.click();
        QCOMPARE(done.size(), 1);
    }

    void aTargetIsUntouchedCheckedDeniedAndReady() {
        TargetPage page;
        page.setState(sample::untouchedTarget());
        QVERIFY(!shows(page, u"pagePill"_s));
        QVERIFY(!shows(page, u"setUpTarget"_s));
        page.setState(sample::checkingTarget());
        QCOMPARE(named<Pill>(page, u"pagePill"_s).tone(), Tone::Building);
        QCOMPARE(button(page, u"checkPermissions"_s).text(), u"Stop"_s);
        QCOMPARE(named<CheckList>(page, u"otherPermissions"_s).lines().size(), 11);
        page.setState(sample::deniedTarget());
        QCOMPARE(named<Pill>(page, u"pagePill"_s).tone(), Tone::Failed);
        QCOMPARE(named<CheckList>(page, u"missingPermissions"_s).lines().size(), 3);
        const QString policy = named<QWidget>(page, u"missingPolicy"_s).findChild<QPlainTextEdit*>()->toPlainText();
        QVERIFY(policy.contains(u"esa:PutKv"_s) && !policy.contains(u"esa:GetKv\""_s));
        page.setState(sample::readyTarget());
        QVERIFY(!shows(page, u"missingPolicy"_s));
        QCOMPARE(named<Pill>(page, u"pagePill"_s).text(), u"Ready"_s);
        QVERIFY(!shows(page, u"installRoutine"_s));
        page.setState(sample::outdatedTarget());
        QVERIFY(shows(page, u"setUpTarget"_s));
        QVERIFY(shows(page, u"installRoutine"_s));
    }

    void whatOnlyWebAppsNeedStandsApart() {
        TargetPage page;
        page.setState(sample::targetForSites());
        QCOMPARE(named<Pill>(page, u"pagePill"_s).text(), u"Ready"_s);
        QVERIFY(!shows(page, u"missingPermissions"_s));
        QVERIFY(!shows(page, u"missingPolicy"_s));
        QCOMPARE(named<CheckList>(page, u"missingWebAppPermissions"_s).lines().size(), 2);
        QVERIFY(named<Label>(page, u"permissionsText"_s).text().contains(u"web apps need more"_s));
        const QString policy = named<MonoBlock>(page, u"missingWebAppPolicy"_s).text();
        QVERIFY(policy.contains(u"fc:GetFunction"_s) && !policy.contains(u"esa:"_s));
        QSignalSpy opened(&page.intents(), &TargetIntents::openPage);
        button(page, u"openWebAppPolicies"_s).click();
        QCOMPARE(opened.size(), 1);

        page.setState(sample::targetWithoutFunctions());
        QCOMPARE(named<Pill>(page, u"pagePill"_s).text(), u"Ready"_s);
        QCOMPARE(named<CheckList>(page, u"missingWebAppPermissions"_s).lines().first().word, u"Not activated"_s);
        QVERIFY(!shows(page, u"missingWebAppPolicy"_s));

        page.setState(sample::readyTarget());
        QVERIFY(!shows(page, u"missingWebAppPermissions"_s));
        QVERIFY(shows(page, u"otherWebAppPermissions"_s));
        QVERIFY(!named<Label>(page, u"permissionsText"_s).text().contains(u"web apps"_s));

        page.setState(sample::untouchedTarget());
        QVERIFY(!shows(page, u"webAppPermissions"_s));
    }

    void whatATargetForWebAppsNeedsIsMissing() {
        TargetPage page;
        TargetState state = sample::targetForSites();
        for (PermissionCheck& check : state.permissions.checks) {
            check.need = PermissionCheck::Need::Everything;
        }
        page.setState(state);
        QCOMPARE(named<Pill>(page, u"pagePill"_s).tone(), Tone::Failed);
        QCOMPARE(named<CheckList>(page, u"missingPermissions"_s).lines().size(), 2);
        QVERIFY(!shows(page, u"webAppPermissions"_s));
    }

    void anEarlierRoutineCanBePublished() {
        TargetPage page;
        page.setState(sample::readyTarget());
        QSignalSpy published(&page.intents(), &TargetIntents::publishRoutine);
        QList<QPushButton*> buttons;
        for (QPushButton* one : page.findChildren<QPushButton*>(u"publishVersion"_s)) {
            if (one->isVisibleTo(&page)) {
                buttons.append(one);
            }
        }
        QCOMPARE(buttons.size(), 2);
        buttons.constFirst()->click();
        QCOMPARE(published.constFirst().constFirst().toString(), u"1766656500000000002"_s);
    }

    void aKeyIsReplacedInPlace() {
        TargetPage page;
        page.setState(sample::keylessTarget());
        QSignalSpy enter(&page.intents(), &TargetIntents::enterKey);
        named<QWidget>(page, u"targetError"_s).findChild<QPushButton*>(u"errorAction"_s)->click();
        QCOMPARE(enter.constFirst().constFirst().toBool(), true);
        page.setState(sample::enteringTargetKey());
        QSignalSpy replaced(&page.intents(), &TargetIntents::replaceKey);
        QTest::keyClicks(&named<QLineEdit>(page, u"accessKeyId"_s), u"LTAInew"_s);
        QTest::keyClicks(&named<QLineEdit>(page, u"accessKeySecret"_s), planted);
        button(page, u"replaceKey"_s).click();
        QCOMPARE(replaced.size(), 1);
        QVERIFY(!allWords(page).contains(planted));
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(enter.last().constFirst().toBool(), false);
    }

    void everythingFitsTheSmallestWindow() {
        // The smallest window is 900 wide, its sidebar 240.
        const int room = 900 - 241;
        TargetPage target;
        for (const TargetState& state : {sample::readyTarget(), sample::deniedTarget(), sample::targetForSites(),
                 sample::outdatedTarget(), sample::enteringTargetKey(), sample::keylessTarget()}) {
            target.setState(state);
            const int width = target.findChild<ScrollPage*>()->widget()->minimumSizeHint().width();
            QVERIFY2(width <= room, qPrintable(QString::number(width)));
        }
        ConnectPage connecting;
        for (const ConnectState& state : {sample::enteringKey(), sample::rootKey(), sample::choosing(),
                 sample::choosingWithoutSites(), sample::setupFailed(), sample::connected()}) {
            connecting.setState(state);
            const int width = connecting.findChild<ScrollPage*>()->widget()->minimumSizeHint().width();
            QVERIFY2(width <= room, qPrintable(QString::number(width)));
        }
    }

    void thisComputerIsStartedAndStopped() {
        TargetPage page;
        QSignalSpy start(&page.intents(), &TargetIntents::startEmulator);
        QSignalSpy stop(&page.intents(), &TargetIntents::stopEmulator);
        page.setState(sample::stoppedEmulator());
        QVERIFY(!shows(page, u"permissionsCard"_s));
        QVERIFY(!shows(page, u"removeTarget"_s));
        button(page, u"switchEmulator"_s).click();
        QCOMPARE(start.size(), 1);
        page.setState(sample::runningEmulator());
        QVERIFY(named<QLabel>(page, u"targetFacts"_s).text().contains(u"4680"_s));
        button(page, u"switchEmulator"_s).click();
        QCOMPARE(stop.size(), 1);
    }
};

QTEST_MAIN(TargetPagesTest)
#include "tst_target_pages.moc"
