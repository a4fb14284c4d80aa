#include "app/models/deployment_list_model.h"
#include "app/models/log_lines.h"
#include "app/screens/new_project/new_project_page.h"
#include "app/screens/project/project_page.h"
#include "app/screens/welcome/welcome_page.h"
#include "app/shell/confirm_dialog.h"
#include "app/text/error_text.h"
#include "app/theme/appearance.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/stage_bar.h"
#include "tests/app/named.h"
#include "tests/app/sample_states.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::named;
using miaobu::test::shows;

class PagesTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

private slots:
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void welcomeTakesAnAddress() {
        WelcomePage page;
        QSignalSpy entered(&page, &WelcomePage::addressEntered);
        QVERIFY(!named<QPushButton>(page, u"useAddress"_s).isEnabled());
        QTest::keyClicks(&named<QLineEdit>(page, u"address"_s), u" https://example.com/a.git "_s);
        QTest::mouseClick(&named<QPushButton>(page, u"useAddress"_s), Qt::LeftButton);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered.constFirst().constFirst().toString(), u"https://example.com/a.git"_s);
    }

    void wrappedTextInACentredColumnKeepsAllItsLines() {
        QWidget page;
        page.resize(1280, 700);
        auto* text = new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap);
        text->setFixedWidth(200);
        text->setText(u"Several words that need more than one line at this width. "_s.repeated(3));
        auto* column = new QVBoxLayout(&page);
        column->addStretch();
        column->addWidget(text, 0, Qt::AlignHCenter);
        column->addStretch();
        page.show();
        QVERIFY(text->height() >= text->heightForWidth(200));
        QVERIFY(text->heightForWidth(200) > 2 * text->fontMetrics().height());
    }

    void newProjectAsksLooksAndConfigures() {
        NewProjectPage page;
        QVERIFY(shows(page, u"openFolder"_s));
        QVERIFY(!shows(page, u"deployNew"_s));
        page.setState(sample::looking());
        QVERIFY(shows(page, u"lookingStep"_s));
        QCOMPARE(named<QPushButton>(page, u"back"_s).text(), u"Cancel"_s);
        page.setState(sample::configuring());
        page.setAddressVerdict({u"my-blog.localhost is free"_s, true});
        QVERIFY(shows(page, u"deployNew"_s));
        QCOMPARE(named<QLineEdit>(page, u"outputDir"_s).text(), u"dist"_s);
        QCOMPARE(named<QLabel>(page, u"outputDirNote"_s).text(), u"what astro writes when nothing says otherwise"_s);
        QCOMPARE(named<QComboBox>(page, u"rootDirectory"_s).count(), 3);
    }

    void onlyWhatWasChangedIsOverridden() {
        NewProjectPage page;
        page.setState(sample::configuring());
        page.setAddressVerdict({{}, true});
        QSignalSpy deploy(&page, &NewProjectPage::deployRequested);
        auto& build = named<QLineEdit>(page, u"buildCommand"_s);
        build.clear();
        auto& output = named<QLineEdit>(page, u"outputDir"_s);
        QTest::keyClick(&output, Qt::Key_End);
        QTest::keyClicks(&output, u"/site"_s);
        named<QPushButton>(page, u"deployNew"_s).click();
        QCOMPARE(deploy.size(), 1);
        const auto overrides = deploy.constFirst().at(3).value<BuildOverrides>();
        QCOMPARE(overrides.outputDir, u"dist/site"_s);
        QVERIFY(!overrides.buildCommand.isNull() && overrides.buildCommand.isEmpty());
        QVERIFY(overrides.installCommand.isNull());
        QVERIFY(overrides.nodeVersion.isNull());
        QVERIFY(!overrides.isSpa);
        QVERIFY(!overrides.place);
        QCOMPARE(named<QLabel>(page, u"outputDirNote"_s).text(), u"Your own; detected: dist"_s);
    }

    void aSiteCanBeBuiltInAContainerFromTheFirstDeploymentOn() {
        NewProjectPage page;
        page.setState(sample::configuringPython());
        QVERIFY(!shows(page, u"buildPlace"_s));
        page.setState(sample::configuring());
        page.setAddressVerdict({{}, true});
        QVERIFY(shows(page, u"buildPlace"_s));
        QSignalSpy deploy(&page, &NewProjectPage::deployRequested);
        QTest::keyClick(&named<QComboBox>(page, u"buildPlace"_s), Qt::Key_Down);
        QVERIFY(named<QLabel>(page, u"buildPlaceNote"_s).text().contains(u"Docker or Podman"_s));
        named<QPushButton>(page, u"deployNew"_s).click();
        QCOMPARE(deploy.constFirst().at(3).value<BuildOverrides>().place, BuildPlace::Container);
    }

    void theDockerfileCanBeSeenAndSaved() {
        NewProjectPage page;
        page.setState(sample::configuring());
        QVERIFY(!shows(page, u"recipeCard"_s));
        NewProjectState state = sample::configuringPython();
        page.setState(state);
        QVERIFY(shows(page, u"recipeCard"_s));
        QVERIFY(!shows(page, u"dockerfile"_s));
        named<QPushButton>(page, u"showDockerfile"_s).click();
        QVERIFY(shows(page, u"dockerfile"_s));
        QSignalSpy save(&page, &NewProjectPage::dockerfileSaveRequested);
        named<QPushButton>(page, u"saveDockerfile"_s).click();
        QCOMPARE(save.constFirst().constFirst().toString(), state.recipe.dockerfile);
        state.recipe.ownFile = u"Dockerfile"_s;
        page.setState(state);
        QVERIFY(!shows(page, u"saveDockerfile"_s));
    }

    void oneOfSeveralAppsIsChosenNotGuessed() {
        NewProjectPage page;
        NewProjectState state = sample::configuringPython();
        state.plan.appCandidates = {u"admin:site"_s};
        page.setState(state);
        page.setAddressVerdict({{}, true});
        auto& deploy = named<QPushButton>(page, u"deployNew"_s);
        QVERIFY(!deploy.isEnabled());
        QVERIFY(named<QLineEdit>(page, u"appModule"_s).text().isEmpty());
        QVERIFY(named<QLabel>(page, u"appChoiceNote"_s).text().contains(u"2 apps"_s));
        auto& choice = named<QComboBox>(page, u"appChoice"_s);
        QCOMPARE(choice.count(), 2);
        QSignalSpy deployed(&page, &NewProjectPage::deployRequested);
        for (int index : {1, 0}) {
            choice.setCurrentIndex(index);
            emit choice.activated(index);
            QVERIFY(deploy.isEnabled());
            deploy.click();
            QCOMPARE(deployed.last().at(3).value<BuildOverrides>().appModule, choice.itemText(index));
        }
    }

    void theDockerfileFollowsWhatIsTyped() {
        NewProjectPage page;
        NewProjectState state = sample::configuringPython();
        page.setState(state);
        named<QPushButton>(page, u"showDockerfile"_s).click();
        QSignalSpy edited(&page, &NewProjectPage::buildEdited);
        auto& start = named<QLineEdit>(page, u"startCommand"_s);
        start.selectAll();
        QTest::keyClicks(&start, u"python serve.py"_s);
        QCOMPARE(edited.last().constFirst().value<BuildOverrides>().startCommand, u"python serve.py"_s);
        state.recipe.dockerfile = u"FROM python:3.12-slim\nCMD python serve.py\n"_s;
        page.setRecipe(state.recipe);
        QVERIFY(shows(page, u"dockerfile"_s));
        QCOMPARE(start.text(), u"python serve.py"_s);
        QSignalSpy save(&page, &NewProjectPage::dockerfileSaveRequested);
        named<QPushButton>(page, u"saveDockerfile"_s).click();
        QCOMPARE(save.constFirst().constFirst().toString(), state.recipe.dockerfile);
    }

    void aRefusedSourceOffersItsApps() {
        NewProjectPage page;
        page.setState(sample::refused());
        QVERIFY(shows(page, u"newProjectError"_s));
        QSignalSpy chosen(&page, &NewProjectPage::alternativeChosen);
        const auto buttons = named<QWidget>(page, u"newProjectChoices"_s).findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 3);
        buttons.at(1)->click();
        QCOMPARE(chosen.constFirst().constFirst().toString(), u"apps/admin"_s);
    }

    void anAddressThatCannotBeUsedIsNotDeployed() {
        NewProjectPage page;
        page.setState(sample::configuring());
        page.setAddressVerdict({u"my-blog is taken by another project"_s, false});
        QVERIFY(!named<QPushButton>(page, u"deployNew"_s).isEnabled());
        QCOMPARE(named<QLabel>(page, u"projectSlugNote"_s).text(), u"my-blog is taken by another project"_s);
    }

    void projectIsEmptyBusyFailedAndLive() {
        DeploymentListModel deployments;
        LogLines log;
        ProjectPage page(deployments, log);
        page.setState(sample::neverDeployed());
        QVERIFY(shows(page, u"overviewEmpty"_s));
        QVERIFY(!shows(page, u"openSite"_s));
        QVERIFY(!shows(page, u"rollBack"_s));

        page.setState(sample::building());
        QVERIFY(shows(page, u"overviewRun"_s));
        QVERIFY(!named<QPushButton>(page, u"deploy"_s).isEnabled());
        QCOMPARE(named<StageBar>(page, u"stageBar"_s).steps().size(), 5);
        QVERIFY(named<QPushButton>(page, u"cancelRun"_s).isEnabled());

        page.setState(sample::failed());
        QVERIFY(shows(page, u"overviewError"_s));
        auto& error = named<QWidget>(page, u"overviewError"_s);
        QVERIFY(!named<QLabel>(error, u"errorWhat"_s).text().isEmpty());
        QCOMPARE(named<Pill>(page, u"pagePill"_s).tone(), Tone::Failed);

        page.setState(sample::live());
        QVERIFY(!shows(page, u"overviewError"_s));
        QVERIFY(!shows(page, u"overviewRun"_s));
        QCOMPARE(named<Pill>(page, u"pagePill"_s).text(), u"Live"_s);
        QCOMPARE(named<QPushButton>(page, u"siteLink"_s).text(), u"http://my-blog.localhost:8480/"_s);
    }

    void routingCannotBeCancelled() {
        DeploymentListModel deployments;
        LogLines log;
        ProjectPage page(deployments, log);
        ProjectState state = sample::building();
        state.run.cancellable = false;
        page.setState(state);
        QVERIFY(!named<QPushButton>(page, u"cancelRun"_s).isEnabled());
    }

    void settingsKeepWhatIsBeingTyped() {
        DeploymentListModel deployments;
        LogLines log;
        ProjectPage page(deployments, log);
        page.setState(sample::live());
        auto& name = named<QLineEdit>(page, u"settingsName"_s);
        QTest::keyClicks(&name, u"!"_s);
        page.setState(sample::building());
        QCOMPARE(name.text(), u"my-blog!"_s);
        QSignalSpy applied(&page.intents(), &ProjectIntents::applySettings);
        named<QPushButton>(page, u"applySettings"_s).click();
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied.constFirst().constFirst().toString(), u"my-blog!"_s);
    }

    void removalNeedsTheSlug() {
        ConfirmDialog dialog(removalQuestion(sample::live().project));
        auto& remove = named<QPushButton>(dialog, u"confirmRemoval"_s);
        QVERIFY(!remove.isEnabled());
        QTest::keyClicks(&named<QLineEdit>(dialog, u"typedSlug"_s), u"my-blo"_s);
        QVERIFY(!remove.isEnabled());
        QTest::keyClicks(&named<QLineEdit>(dialog, u"typedSlug"_s), u"g"_s);
        QVERIFY(remove.isEnabled());
    }

    void anErrorIsSaidAnewInAnotherLanguage() {
        ErrorCard card;
        ErrorWords words = wordsFor(Error(ErrorKind::FolderMissing, u"/home/lina/gone"_s));
        words.action = ErrorAction::None;
        card.setError(words, u"said by the system"_s);
        auto& what = named<QLabel>(card, u"errorWhat"_s);
        const QString english = what.text();
        QVERIFY(english.contains(u"/home/lina/gone"_s));
        m_appearance->setLanguage(u"zh"_s);
        QTRY_VERIFY(what.text() != english);
        QVERIFY(what.text().contains(u"/home/lina/gone"_s));
        QVERIFY(!shows(card, u"errorAction"_s)); // What the place made of the error stays.
        m_appearance->setLanguage(u"en"_s);
        QTRY_COMPARE(what.text(), english);
    }

    void aButtonIsNamedInsteadOfACommand() {
        ErrorCard card;
        ErrorWords words = wordsFor(Error(ErrorKind::AccessKeyMissing, u"prod"_s));
        card.setError(words, {});
        QVERIFY(shows(card, u"errorAction"_s));
        QVERIFY(!named<QLabel>(card, u"errorNext"_s).text().contains(u"miaobu login"_s));
        words.action = ErrorAction::None;
        card.setError(words, {});
        QVERIFY(named<QLabel>(card, u"errorNext"_s).text().contains(u"miaobu login"_s));
    }

    void wordsFromOutsideAreNeverMarkup() {
        NewProjectPage page;
        NewProjectState state = sample::configuring();
        state.source.location = u"<img src=x><b>bold</b>"_s;
        page.setState(state);
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        }
        QCOMPARE(named<QLabel>(page, u"newProjectSource"_s).text().left(6), u"<img s"_s);
    }
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
