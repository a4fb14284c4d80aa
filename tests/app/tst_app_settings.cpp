#include "app/screens/settings/app_settings_page.h"
#include "app/widgets/log_view.h"
#include "core/github/sign_in_service.h"
#include "tests/app/desk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

struct SettingsDesk : Desk {
    explicit SettingsDesk(const GitHubHost& publisher = {}) : Desk(Cloud::InMemory, publisher) {
        QApplication::setActiveWindow(&window.frame());
        QTest::keyClick(&window.frame(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE(window.frame().page(), WindowFrame::Page::AppSettings);
    }
    QVariant stored(const Setting& setting) { return SettingsTable(*world.database).value(setting); }
    void type(const QString& field, const QString& text) {
        auto& line = named<QLineEdit>(field);
        line.selectAll();
        QTest::keyClicks(&line, text);
        QTest::keyClick(&line, Qt::Key_Return);
    }
};

} // namespace

class AppSettingsTest : public QObject {
    Q_OBJECT

private slots:
    void choicesAreTakenAtOnceAndShownInTheMenuToo() {
        SettingsDesk desk;
        auto& theme = desk.named<QComboBox>(u"settingsTheme"_s);
        QTest::keyClick(&theme, Qt::Key_End);
        QTRY_COMPARE(desk.stored(settings::theme()).toString(), u"dark"_s);
        QVERIFY(desk.window.actions().themes().at(2)->isChecked());
        desk.window.actions().themes().at(1)->trigger();
        QCOMPARE(theme.currentIndex(), 1);

        auto& language = desk.named<QComboBox>(u"settingsLanguage"_s);
        QTest::keyClick(&language, Qt::Key_End);
        QTRY_COMPARE(desk.stored(settings::language()).toString(), u"zh"_s);
        QCOMPARE(language.currentData().toString(), u"zh"_s);
        QTest::keyClick(&language, Qt::Key_Up);
        QTRY_COMPARE(desk.stored(settings::language()).toString(), u"en"_s);

        desk.named<QCheckBox>(u"settingsNotify"_s).click();
        QVERIFY(!desk.window.actions()[Actions::Act::Notify].isChecked()
            == !desk.named<QCheckBox>(u"settingsNotify"_s).isChecked());
        desk.type(u"settingsEditor"_s, u"sh -c"_s);
        QCOMPARE(desk.stored(settings::editor()).toString(), u"sh -c"_s);
    }

    void aProxyThatCannotBeUsedIsNotTaken() {
        SettingsDesk desk;
        for (const QString& wrong : {u"ftp://here:1"_s, u"http://me:secret@here:1"_s, u"nonsense"_s, u"http://"_s}) {
            desk.type(u"settingsProxy"_s, wrong);
            QVERIFY2(desk.stored(settings::proxy()).toString().isEmpty(), qPrintable(wrong));
        }
        desk.type(u"settingsProxy"_s, u"http://127.0.0.1:7890"_s);
        QCOMPARE(desk.stored(settings::proxy()).toString(), u"http://127.0.0.1:7890"_s);
    }

    void theAppAtGitHubIsNamedAndItsSecretGoesNowhereButToTheKeychain() {
        SettingsDesk desk;
        SignInService& signIn = desk.services().gitHub.signIn;
        QVERIFY(!desk.named<QLineEdit>(u"oauthSecret"_s).isEnabled());
        desk.type(u"oauthClientId"_s, u"no id"_s);
        QVERIFY(!signIn.canUseCode(u"github.com"_s));
        QCOMPARE(desk.named<QLineEdit>(u"oauthClientId"_s).text(), u"no id"_s);
        desk.type(u"oauthClientId"_s, u"Ov23liOfMine"_s);
        QCOMPARE(signIn.clientId(u"github.com"_s), u"Ov23liOfMine"_s);
        desk.type(u"oauthHost"_s, u"git.example.com"_s);
        QCOMPARE(desk.named<QLineEdit>(u"oauthClientId"_s).text(), QString());
        desk.named<QPushButton>(u"registerApp"_s).click();
        QCOMPARE(desk.prompt.opened, QUrl(u"https://git.example.com/settings/applications/new"_s));
        desk.type(u"oauthHost"_s, u"github.com"_s);
        QCOMPARE(desk.named<QLineEdit>(u"oauthClientId"_s).text(), u"Ov23liOfMine"_s);

        desk.type(u"oauthSecret"_s, u"planted0secret"_s);
        auto& secret = desk.named<QLineEdit>(u"oauthSecret"_s);
        QCOMPARE(secret.text(), QString());
        secret.undo();
        QCOMPARE(secret.text(), QString());
        // There is no keychain here, which is said.
        QTRY_VERIFY(desk.named<QLabel>(u"oauthSecretNote"_s).text().contains(u"keyring"_s));
        QTRY_VERIFY(!signIn.isBusy());
        QFile database(desk.world.database->file());
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(!database.readAll().contains("planted0secret"));
    }

    void whetherLogsFollowIsRemembered() {
        Desk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        desk.world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"}})");
        const Project project = desk.world.addProject();
        static_cast<void>(desk.world.deploy(project.id));
        desk.world.write(u"index.html"_s, "<h1>again</h1>");
        const Deployment second = desk.world.deploy(project.id);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        auto& intents = desk.window.frame().project().intents();
        emit intents.showLog(second.id);
        auto& view = desk.named<LogView>(u"logView"_s);
        QVERIFY(view.isFollowing());
        desk.click(u"follow"_s);
        QVERIFY(!SettingsTable(*desk.world.database).value(settings::followLog()).toBool());
        emit intents.showLog(DeploymentTable(*desk.world.database).findByNumber(project.id, 1)->id);
        QVERIFY(!view.isFollowing());
        desk.named<QAbstractButton>(u"openLogFolder"_s).click();
        QCOMPARE(desk.prompt.opened.toLocalFile(), project.source.location);
    }

    void lookingForUpdatesNeedsSomebodyToAsk() {
        {
            SettingsDesk desk;
            QVERIFY(!desk.named<QCheckBox>(u"settingsUpdates"_s).isEnabled());
        }
        SettingsDesk desk({gitHubCom, "https://github.com", "http://127.0.0.1:1/api"});
        auto& look = desk.named<QCheckBox>(u"settingsUpdates"_s);
        QVERIFY(look.isEnabled() && look.isChecked());
        look.click();
        QCOMPARE(desk.stored(settings::lookForUpdates()).toBool(), false);
        QVERIFY(!desk.updates.lookWhenDue());
    }

    void thereIsAWayBack() {
        SettingsDesk desk;
        desk.click(u"leaveSettings"_s);
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::Welcome);
    }
};

QTEST_MAIN(AppSettingsTest)
#include "tst_app_settings.moc"
