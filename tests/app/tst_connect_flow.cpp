#include "app/shell/sidebar.h"
#include "tests/aliyun/account.h"
#include "tests/app/desk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// The window of somebody with an account in a cloud of the test's own.
struct Account {
    miaobu::test::Cloud cloud{emulator::Emulator::Sites::Served};
    Desk desk{Desk::Cloud::Aliyun};

    Account() { desk.world.write(u"index.html"_s, "<h1>hello</h1>"); }

    [[nodiscard]] const emulator::EmulatorInfo& info() const { return cloud.emulator.info(); }
    QLineEdit& field(const QString& name) { return desk.named<QLineEdit>(name); }
    QPushButton& next() { return desk.named<QPushButton>(u"connectNext"_s); }

    void type(const QString& name, const QString& text) {
        field(name).selectAll();
        QTest::keyClicks(&field(name), text);
    }
    /// As the console hands it out, into the field for the id.
    void pasteKey(const QString& secret) {
        field(u"accessKeyId"_s).setText(u"AccessKey ID,AccessKey Secret\n%1,%2"_s.arg(info().accessKeyId, secret));
        emit field(u"accessKeyId"_s).textEdited(field(u"accessKeyId"_s).text());
    }
    void enterEndpoints() {
        desk.click(u"endpointsFold"_s);
        type(u"ossEndpoint"_s, info().ossEndpoint.toString());
        for (const QString& name : {u"esaEndpoint"_s, u"fcEndpoint"_s, u"acrEndpoint"_s, u"stsEndpoint"_s}) {
            type(name, info().apiEndpoint.toString());
        }
    }
    /// From the start of the page until the choices are there.
    void identify() {
        enterEndpoints();
        pasteKey(info().accessKeySecret);
        next().click();
        QTRY_VERIFY2_WITH_TIMEOUT(isShown(u"targetName"_s), qPrintable(error()), 20'000);
    }
    void choose(const QString& name) {
        type(u"targetName"_s, name);
        type(u"baseDomain"_s, u"localhost:%1"_s.arg(info().sitePort));
        QTRY_VERIFY(next().isEnabled());
        next().click();
    }
    [[nodiscard]] bool isShown(const QString& name) {
        for (const QWidget* widget : desk.window.frame().findChildren<QWidget*>(name)) {
            if (widget->isVisible()) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] QString error() {
        QStringList words;
        for (const QLabel* label : desk.window.frame().findChildren<QLabel*>()) {
            if (label->isVisible() && label->objectName().startsWith(u"error"_s)) {
                words.append(label->text());
            }
        }
        return words.join(u' ');
    }
    [[nodiscard]] QString pill() {
        for (const Pill* pill : desk.window.frame().findChildren<Pill*>(u"pagePill"_s)) {
            if (pill->isVisible()) {
                return pill->text();
            }
        }
        return {};
    }
    /// Whether any file the program wrote holds \a secret.
    [[nodiscard]] bool isWritten(const QByteArray& secret) const {
        for (const QString& folder : {desk.kept.folder.path(), desk.world.home.data}) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret)) {
                    return true;
                }
            }
        }
        return false;
    }
};

} // namespace

class ConnectFlowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        // No desktop's keychain is asked.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    void anAccountBecomesATargetAndASite() {
        Account account;
        Desk& desk = account.desk;
        desk.click(u"openFolder"_s);
        QTRY_VERIFY(account.isShown(u"target"_s));
        auto& targets = desk.named<QComboBox>(u"target"_s);
        emit targets.activated(targets.count() - 1);
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::Connect);
        account.identify();
        QCOMPARE(desk.named<QComboBox>(u"bucket"_s).currentText(), account.info().bucket);
        QVERIFY(desk.store->names().size() == 1);
        account.choose(u"near"_s);
        // There is no keychain here: the key is kept for the session, once that was agreed to.
        QTRY_VERIFY2(account.isShown(u"connectError"_s), "the keychain took the key");
        QVERIFY(desk.store->names().size() == 1);
        desk.named<QWidget>(u"connectError"_s).findChild<QPushButton*>(u"errorAction"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(account.next().text() == u"Set up for me", qPrintable(account.error()), 20'000);
        QTRY_VERIFY(account.next().isEnabled());
        account.next().click();
        QTRY_VERIFY2_WITH_TIMEOUT(account.isShown(u"connectDone"_s), qPrintable(account.error()), 60'000);
        account.next().click();
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::NewProject);
        QCOMPARE(desk.named<QComboBox>(u"target"_s).currentData().toString(), u"near"_s);
        desk.click(u"deployNew"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(desk.pill() == u"Live", qPrintable(desk.error()), 30'000);
        desk.click(u"openSite"_s);
        QVERIFY(desk.prompt.opened.toString().endsWith(u".localhost:%1/"_s.arg(account.info().sitePort)));
        QVERIFY(!account.isWritten(account.info().accessKeySecret.toUtf8()));

        desk.named<QAbstractButton>(u"target-near"_s).click();
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::Target);
        QTRY_VERIFY2_WITH_TIMEOUT(account.pill() == u"Ready", qPrintable(account.error()), 20'000);
        QTRY_VERIFY(desk.named<QPushButton>(u"checkPermissions"_s).isEnabled());
        desk.named<QPushButton>(u"checkPermissions"_s).click();
        QTRY_VERIFY2_WITH_TIMEOUT(account.pill() == u"Ready", qPrintable(account.error()), 30'000);
        QVERIFY(!account.isShown(u"missingPermissions"_s));
        QVERIFY(account.isShown(u"otherPermissions"_s));
        QCOMPARE(desk.named<QLabel>(u"keyText"_s).text(), u"Its secret is kept until Miaobu is closed."_s);
        desk.named<QPushButton>(u"removeTarget"_s).click();
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        QCOMPARE(desk.store->names(), QStringList{u"local"_s});
        QCOMPARE(desk.prompt.targetRemovalsAsked, 1);
    }

    void aDomainIsAddedProvenAndChosen() {
        Account account;
        Desk& desk = account.desk;
        desk.window.beginConnecting();
        account.identify();
        auto& site = desk.named<QComboBox>(u"site"_s);
        QCOMPARE(site.currentText(), u"localhost"_s);
        account.type(u"targetName"_s, u"kept"_s);
        site.setCurrentIndex(site.count() - 1);
        emit site.activated(site.count() - 1);
        QVERIFY(account.isShown(u"newSiteDomain"_s) && !account.isShown(u"targetName"_s));
        QVERIFY(!account.next().isEnabled());
        desk.click(u"cancelNewSite"_s);
        QVERIFY(account.isShown(u"targetName"_s) && site.currentText() == "localhost"_L1);

        site.setCurrentIndex(site.count() - 1);
        emit site.activated(site.count() - 1);
        auto& add = desk.named<QPushButton>(u"addNewSite"_s);
        QVERIFY(!add.isEnabled());
        account.type(u"newSiteDomain"_s, u"com.cn"_s);
        QVERIFY(!add.isEnabled());
        account.type(u"newSiteDomain"_s, u"https://Example.com/"_s);
        QCOMPARE(add.text(), u"Add example.com"_s);
        test::order(account.cloud, "/emulator/esa", R"({"pace":3600000})");
        account.cloud.emulator.faults().add({.action = "CreateSite", .times = 1, .status = 403, .code = "Forbidden"});
        add.click();
        QTRY_VERIFY(account.isShown(u"connectError"_s));
        QCOMPARE(account.field(u"newSiteDomain"_s).text(), u"https://Example.com/"_s);
        QTRY_VERIFY(add.isEnabled());
        account.cloud.emulator.faults().add(
            {.action = "CheckSiteName", .times = 100, .effect = emulator::Fault::Effect::CutBefore});
        add.click();
        QTRY_VERIFY_WITH_TIMEOUT(add.isEnabled() && account.isShown(u"connectError"_s), 20'000);
        QVERIFY(!account.isShown(u"errorAction"_s));
        account.cloud.emulator.faults().clear();
        add.click();
        QTRY_VERIFY2(account.isShown(u"siteProof"_s), qPrintable(account.error()));
        QCOMPARE(desk.named<QComboBox>(u"site"_s).currentText(), u"example.com – not active yet"_s);
        QVERIFY(!account.next().isEnabled());
        desk.click(u"lookAtSite"_s);
        QTRY_COMPARE(desk.named<Pill>(u"siteProofPill"_s).text(), u"Not to be seen yet"_s);
        test::order(account.cloud, "/emulator/esa", R"({"pace":0})");
        desk.click(u"lookAtSite"_s);
        QTRY_VERIFY2(!account.isShown(u"siteProof"_s), qPrintable(account.error()));
        QCOMPARE(desk.named<QComboBox>(u"site"_s).currentText(), u"example.com"_s);
        QCOMPARE(account.field(u"baseDomain"_s).text(), u"example.com"_s);
        QCOMPARE(account.field(u"targetName"_s).text(), u"kept"_s);
        QVERIFY(account.next().isEnabled());

        // One more begins with an empty form.
        site.setCurrentIndex(site.count() - 1);
        emit site.activated(site.count() - 1);
        QVERIFY(account.field(u"newSiteDomain"_s).text().isEmpty());
    }

    void aWrongSecretIsSaidAndNothingIsKept() {
        Account account;
        account.desk.window.beginConnecting();
        account.enterEndpoints();
        account.pasteKey(u"wrong0Secret0Of0Thirty0Letters"_s);
        account.next().click();
        QTRY_VERIFY(account.isShown(u"connectError"_s));
        QVERIFY(account.isShown(u"accessKeySecret"_s));
        QVERIFY(account.field(u"accessKeySecret"_s).text().isEmpty());
        QCOMPARE(account.field(u"accessKeyId"_s).text(), account.info().accessKeyId);
        account.pasteKey(account.info().accessKeySecret);
        account.next().click();
        QTRY_VERIFY2_WITH_TIMEOUT(account.isShown(u"targetName"_s), qPrintable(account.error()), 20'000);
        account.desk.click(u"connectBack"_s);
        QCOMPARE(account.desk.window.frame().page(), WindowFrame::Page::Welcome);
        QCOMPARE(account.desk.store->names(), QStringList{u"local"_s});
    }

    void aSetupThatFailsGoesOn() {
        Account account;
        account.desk.window.beginConnecting();
        account.identify();
        account.cloud.emulator.faults().add(
            {.action = "CreateRoutine", .times = 1, .status = 403, .code = "Forbidden.RAM"});
        account.choose(u"near"_s);
        QTRY_VERIFY(account.isShown(u"connectError"_s));
        account.desk.named<QWidget>(u"connectError"_s).findChild<QPushButton*>(u"errorAction"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(account.next().text() == u"Set up for me" && account.next().isEnabled(),
            qPrintable(account.error()), 20'000);
        account.next().click();
        QTRY_VERIFY2_WITH_TIMEOUT(account.next().text() == u"Go on", qPrintable(account.error()), 60'000);
        QVERIFY(account.isShown(u"connectError"_s));
        account.next().click();
        QTRY_VERIFY2_WITH_TIMEOUT(account.isShown(u"connectDone"_s), qPrintable(account.error()), 60'000);
        account.next().click();
        QCOMPARE(account.desk.window.frame().page(), WindowFrame::Page::Target);
        QTRY_VERIFY2_WITH_TIMEOUT(account.pill() == u"Ready", qPrintable(account.error()), 20'000);
    }
};

QTEST_MAIN(ConnectFlowTest)
#include "tst_connect_flow.moc"
