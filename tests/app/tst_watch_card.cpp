#include "app/models/deployment_list_model.h"
#include "app/models/log_lines.h"
#include "app/screens/project/project_page.h"
#include "app/theme/appearance.h"
#include "app/widgets/label.h"
#include "tests/app/sample_states.h"
#include "tests/app/sample_watches.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

class WatchCardTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void init() {
        m_page = std::make_unique<ProjectPage>(m_deployments, m_log);
        m_page->setState(sample::live());
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void whatIsSaidOfAPush_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("begun") << u"begun"_s << u"Begun at a1b2c3d"_s;
        QTest::newRow("deployed") << u"deployed"_s << u"“Fix header” (a1b2c3d) was deployed by itself, 12 min ago."_s;
        QTest::newRow("skipped") << u"skipped"_s << u"its message asks to skip it"_s;
        QTest::newRow("set back") << u"set-back"_s << u"so it was not deployed"_s;
        QTest::newRow("elsewhere") << u"nothing-changed"_s << u"it changed nothing in apps/web"_s;
        QTest::newRow("waiting") << u"waiting"_s << u"once the deployment under way has ended"_s;
    }

    void whatIsSaidOfAPush() {
        QFETCH(QString, name);
        QFETCH(QString, said);
        m_page->setWatch(viewCalled(name));
        QVERIFY2(text(u"watchOutcome"_s).contains(said), qPrintable(text(u"watchOutcome"_s)));
        QVERIFY(part<QCheckBox>(u"watchSwitch"_s).isChecked());
    }

    void whatIsInTheWay_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("limited") << u"limited"_s << u"left alone until"_s;
        QTest::newRow("offline") << u"offline"_s << u"cannot be reached"_s;
        QTest::newRow("sign in") << u"sign-in"_s << u"sign in again"_s;
        QTest::newRow("keychain") << u"keychain"_s << u"keyring"_s;
        QTest::newRow("branch") << u"branch-gone"_s << u"no branch main"_s;
    }

    void whatIsInTheWay() {
        QFETCH(QString, name);
        QFETCH(QString, said);
        m_page->setWatch(viewCalled(name));
        QVERIFY2(text(u"watchProblem"_s).contains(said), qPrintable(text(u"watchProblem"_s)));
        QVERIFY(text(u"headerWatch"_s).startsWith(u"Looked 15 min ago"_s));
    }

    void whenItWasLooked() {
        WatchView view = sample::watching();
        m_page->setWatch(view);
        QCOMPARE(text(u"headerWatch"_s), u"Looked 20 s ago  ·  main  ·  a1b2c3d"_s);
        view.now = view.now.addSecs(3600);
        m_page->setWatch(view);
        QCOMPARE(text(u"watchLine"_s), u"Looked 1 h ago  ·  main  ·  a1b2c3d"_s);
        m_page->setWatch(viewCalled(u"off"_s));
        QVERIFY(!part<QWidget>(u"headerWatch"_s).isVisibleTo(m_page.get()));
        QVERIFY(!part<QCheckBox>(u"watchSwitch"_s).isChecked());
        // A folder has no pushes.
        m_page->setWatch({});
        QVERIFY(!part<QWidget>(u"watchCard"_s).isVisibleTo(m_page.get()));
    }

    void whereASignInIsAskedForThereIsAWayToIt() {
        QSignalSpy asked(&m_page->intents(), &ProjectIntents::signIn);
        m_page->setWatch(viewCalled(u"sign-in"_s));
        QCOMPARE(seen(u"watchSignIn"_s).size(), 1);
        seen(u"watchSignIn"_s).first()->click();
        QCOMPARE(asked.size(), 1);
        for (const QString& name : {u"keychain"_s, u"offline"_s, u"deployed"_s}) {
            m_page->setWatch(viewCalled(name));
            QVERIFY2(seen(u"watchSignIn"_s).isEmpty(), qPrintable(name));
        }
    }

    void whatAPersonAsksFor() {
        QSignalSpy watched(&m_page->intents(), &ProjectIntents::watch);
        QSignalSpy looked(&m_page->intents(), &ProjectIntents::lookForPushes);
        QSignalSpy paths(&m_page->intents(), &ProjectIntents::watchPaths);
        m_page->setWatch(viewCalled(u"off"_s));
        part<QCheckBox>(u"watchSwitch"_s).click();
        QCOMPARE(watched.last().first().toBool(), true);
        m_page->setWatch(viewCalled(u"nothing-changed"_s));
        part<QCheckBox>(u"watchSwitch"_s).click();
        QCOMPARE(watched.last().first().toBool(), false);
        part<QPushButton>(u"watchLook"_s).click();
        part<QToolButton>(u"headerLook"_s).click();
        QCOMPARE(looked.size(), 2);
        m_page->showTab(ProjectPage::Tab::Settings);
        QLineEdit* shown = nullptr;
        for (QLineEdit* field : m_page->findChildren<QLineEdit*>(u"watchPaths"_s)) {
            shown = field->isVisible() ? field : shown;
        }
        QVERIFY(shown);
        QCOMPARE(shown->text(), u"packages/ui, content"_s);
        shown->setText(u" libs/a ,, docs"_s);
        QTest::keyClick(shown, Qt::Key_Return);
        QCOMPARE(paths.size(), 1);
        QCOMPARE(paths.first().first().toStringList(), QStringList({u"libs/a"_s, u"docs"_s}));
    }

private:
    static WatchView viewCalled(const QString& name) {
        for (const auto& [called, view] : sample::watches()) {
            if (called == name) {
                return view;
            }
        }
        qFatal("there is no view %s", qPrintable(name));
    }

    template <typename Widget> Widget& part(const QString& name) {
        auto* const found = m_page->findChild<Widget*>(name);
        if (!found) {
            qFatal("there is no %s", qPrintable(name));
        }
        return *found;
    }

    /// The overview and the settings both have the card; one of them is shown.
    [[nodiscard]] QList<QPushButton*> seen(const QString& name) const {
        QList<QPushButton*> buttons = m_page->findChildren<QPushButton*>(name);
        buttons.removeIf([](const QPushButton* button) { return !button->isVisible(); });
        return buttons;
    }

    QString text(const QString& name) { return part<QLabel>(name).text(); }

    std::optional<Appearance> m_appearance;
    DeploymentListModel m_deployments;
    LogLines m_log;
    std::unique_ptr<ProjectPage> m_page;
};

QTEST_MAIN(WatchCardTest)
#include "tst_watch_card.moc"
