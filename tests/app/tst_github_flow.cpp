#include "app/screens/project/project_page.h"
#include "app/services.h"
#include "app/services_github.h"
#include "app/shell/window_controller.h"
#include "app/widgets/pill.h"
#include "core/build/engine_watch.h"
#include "core/deploy/deployer.h"
#include "core/domains/domain_service.h"
#include "core/github/deployment_reporter.h"
#include "core/github/github_access.h"
#include "core/github/repository_service.h"
#include "core/github/sign_in_service.h"
#include "core/picture/site_pictures.h"
#include "core/purge/purge_service.h"
#include "core/reality/reality_service.h"
#include "core/store/deployment_table.h"
#include "core/store/project_repository_table.h"
#include "core/store/project_table.h"
#include "core/targets/target_service.h"
#include "core/variables/variable_service.h"
#include "core/watch/push_watcher.h"
#include "tests/app/willing.h"
#include "tests/github/shelf.h"
#include "tests/support/fake_github.h"

#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::FakeGitHub;
using miaobu::test::readFile;
using miaobu::test::Shelf;

namespace {

/// The whole program in a window, a GitHub of the test's own, and no keychain.
class Person {
public:
    Person() {
        qputenv("MIAOBU_HOME", m_home.path().toUtf8());
        qputenv("MIAOBU_GITHUB_WEB_BASE", gitHub.webBase());
        qputenv("MIAOBU_GITHUB_API_BASE", gitHub.apiBase());
        services.emplace(openHome(), QStringLiteral(MIAOBU_PROGRAM));
        appearance.emplace(*qApp);
        appearance->setLanguage(u"en"_s);
        window.emplace(services->forWindow(), *appearance, prompt);
        window->frame().resize(1280, 800);
        window->frame().QWidget::show();
    }
    ~Person() {
        end(services->gitHub().signIn);
        end(services->gitHub().repositories);
        end(services->targetService());
        end(services->variableService());
        end(services->purging());
        end(services->reality());
        end(services->domains());
        const WindowServices all = services->forWindow();
        end(all.pushes);
        end(all.reporter);
        end(all.pictures);
        end(all.engines);
        end(services->deployer());
        window.reset();
        services.reset();
        QProcess::execute(QStringLiteral(MIAOBU_PROGRAM), {u"emulator"_s, u"stop"_s});
    }
    Person(const Person&) = delete;
    Person& operator=(const Person&) = delete;

    template <typename Widget> Widget* shown(const QString& name) {
        for (Widget* widget : window->frame().findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    template <typename Widget> Widget& named(const QString& name) {
        Widget* const widget = shown<Widget>(name);
        if (!widget) {
            qFatal("%s is not to be seen", qPrintable(name));
        }
        return *widget;
    }
    bool sees(const QString& name) { return shown<QWidget>(name) != nullptr; }
    void click(const QString& name) { QTest::mouseClick(&named<QPushButton>(name), Qt::LeftButton); }
    void type(const QString& name, const QString& text) {
        auto& field = named<QLineEdit>(name);
        field.setFocus();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }
    /// What the page says went wrong; for a test that did not expect it.
    QString words() {
        QStringList words;
        for (const QString& name : {u"errorWhat"_s, u"errorWhy"_s, u"errorDetails"_s}) {
            for (const QWidget* part : window->frame().findChildren<QWidget*>(name)) {
                if (part->isVisible()) {
                    words.append(part->property(part->inherits("QLabel") ? "text" : "plainText").toString());
                }
            }
        }
        return words.join(u' ');
    }
    /// Files below the folder of the program that have \a text in them.
    [[nodiscard]] QStringList filesWith(const QByteArray& text) const {
        QStringList found;
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (const QString path = files.next(); readFile(path).contains(text)) {
                found.append(path);
            }
        }
        return found;
    }

    Shelf shelf;
    FakeGitHub gitHub{shelf.root()};
    miaobu::test::Willing prompt;
    std::optional<Services> services;
    std::optional<Appearance> appearance;
    std::optional<WindowController> window;

private:
    template <typename Service> static void end(Service& service) {
        const QSignalSpy idle(&service, &Service::idle);
        service.shutDown();
        QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), 20'000);
    }

    QTemporaryDir m_home;
};

} // namespace

class GitHubFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aPrivateRepositoryIsSignedInToChosenAndDeployed() {
        Person person;
        person.shelf.add(u"li/site"_s, {{u"id"_s, 11}, {u"private"_s, true}});
        person.shelf.add(u"acme/shop"_s, {{u"id"_s, 12}});

        // Sign in, by a code. There is no keychain here, so it is kept for the session.
        person.click(u"signInWithGitHub"_s);
        person.type(u"clientId"_s, u"Ov23liFakeClient"_s);
        QTRY_VERIFY(person.named<QPushButton>(u"signInByCode"_s).isEnabled());
        person.click(u"signInByCode"_s);
        QTRY_VERIFY2(person.sees(u"deviceCode"_s), qPrintable(person.words()));
        QCOMPARE(person.named<QLabel>(u"deviceCode"_s).text(), u"FAKE-CODE"_s);
        person.click(u"openGitHub"_s);
        QCOMPARE(person.prompt.opened, QUrl(QString::fromUtf8(person.gitHub.webBase() + "/login/device")));
        person.gitHub.allow();
        QTRY_VERIFY_WITH_TIMEOUT(person.sees(u"errorAction"_s), 20'000);
        person.click(u"errorAction"_s);

        // Choose the private one.
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"repositoryList"_s), qPrintable(person.words()), 20'000);
        QTRY_COMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 2);
        person.named<QLineEdit>(u"repositoryFilter"_s).setText(u"li/"_s);
        auto& list = person.named<QListView>(u"repositoryList"_s);
        QCOMPARE(list.model()->rowCount(), 1);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"deployNew"_s), qPrintable(person.words()), 20'000);
        QCOMPARE(person.named<QLineEdit>(u"projectSlug"_s).text(), u"site"_s);
        QTRY_VERIFY(person.sees(u"sourceBranch"_s));

        // Deploy.
        person.click(u"deployNew"_s);
        const DeploymentTable deployments(person.services->database());
        const QList<Project> projects = ProjectTable(person.services->database()).all();
        QCOMPARE(projects.size(), 1);
        QTRY_VERIFY2_WITH_TIMEOUT(
            deployments.live(projects.first().id, localTargetName), qPrintable(person.words()), 120'000);
        QCOMPARE(ProjectRepositoryTable(person.services->database()).ofProject(projects.first().id)->repository, 11);
        QCOMPARE(person.filesWith("gho_fake"), QStringList());
    }

    void aSignInThatEndsIsSaidAndHarmsNothing() {
        Person person;
        person.shelf.add(u"li/site"_s, {{u"id"_s, 11}});
        person.click(u"signInWithGitHub"_s);
        person.type(u"gitHubToken"_s, u"gho_fake"_s);
        QTRY_VERIFY_WITH_TIMEOUT(person.sees(u"errorAction"_s), 20'000);
        person.click(u"errorAction"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"repositoryList"_s), qPrintable(person.words()), 20'000);
        QTRY_COMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 1);
        QTRY_VERIFY(person.named<QPushButton>(u"refreshRepositories"_s).isEnabled());
        QVERIFY(!person.sees(u"signInNotice"_s));
        person.gitHub.revokeToken("gho_fake");
        person.click(u"refreshRepositories"_s);
        QTRY_VERIFY(person.sees(u"signInNotice"_s));
        QTRY_VERIFY(person.sees(u"repositoryNotice"_s));
        QCOMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 1);
        QVERIFY(person.named<QAbstractButton>(u"accountSwitch"_s).text().contains(u"again"_s));
    }
};

QTEST_MAIN(GitHubFlowTest)
#include "tst_github_flow.moc"
