// The first five minutes of a person with the program, by clicks and keys alone: everything behind the window is
// real, and the site is visited over HTTP.
#include "app/emulator_control.h"
#include "app/models/log_lines.h"
#include "app/screens/project/project_page.h"
#include "app/services.h"
#include "app/shell/window_controller.h"
#include "app/theme/appearance.h"
#include "app/widgets/label.h"
#include "app/widgets/log_view.h"
#include "app/widgets/pill.h"
#include "core/build/engine_watch.h"
#include "core/deploy/deployer.h"
#include "core/net/http_client.h"
#include "core/picture/site_pictures.h"
#include "core/purge/purge_service.h"
#include "core/reality/reality_service.h"
#include "core/targets/target_service.h"
#include "core/variables/variable_service.h"
#include "tests/app/willing.h"
#include "tests/support/await.h"
#include "tests/support/own_vite.h"

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

constexpr int patience = 60'000;

/// The program from its start to its end.
class Sitting {
public:
    Sitting()
        : services(openHome(), QStringLiteral(MIAOBU_PROGRAM)), appearance(*qApp),
          window(services.forWindow(), appearance, prompt) {
        appearance.setLanguage(u"en"_s);
        services.deployer().recover();
        QObject::connect(&window.frame(), &WindowFrame::closing, &services.deployer(), &Deployer::shutDown);
        window.frame().QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&window.frame()));
        window.frame().activateWindow();
        QApplication::setActiveWindow(&window.frame());
    }
    ~Sitting() {
        end(services.engines());
        end(services.pictures());
        end(services.purging());
        end(services.reality());
        end(services.targetService());
        end(services.variableService());
        end(services.emulator());
        end(services.deployer());
    }
    Sitting(const Sitting&) = delete;
    Sitting& operator=(const Sitting&) = delete;

    template <typename Widget> [[nodiscard]] Widget* seen(const QString& name) {
        for (Widget* widget : window.frame().findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool clicks(const QString& name) {
        auto* const button = seen<QAbstractButton>(name);
        if (!button || !button->isEnabled()) {
            return false;
        }
        QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
        return true;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&window.frame(), key, modifiers);
    }
    [[nodiscard]] QString text(const QString& name) {
        const auto* const label = seen<QLabel>(name);
        return label ? label->text() : QString();
    }
    [[nodiscard]] QString pill() {
        const auto* const pill = seen<Pill>(u"pagePill"_s);
        return pill ? pill->text() : QString();
    }
    /// What is said on the page, for a test that waits in vain.
    [[nodiscard]] const char* said() {
        QStringList words;
        for (const QLabel* label : window.frame().pages().findChildren<QLabel*>()) {
            if (label->isVisible()) {
                words.append(label->text());
            }
        }
        m_said = words.join(u" | "_s).toUtf8();
        return m_said.constData();
    }
    void drop(const QString& folder) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder)});
        const QPoint middle = window.frame().rect().center();
        QDragEnterEvent entering(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window.frame(), &entering);
        QVERIFY(entering.isAccepted());
        QVERIFY(seen<QWidget>(u"dropOverlay"_s));
        QDropEvent dropping(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window.frame(), &dropping);
    }

private:
    template <typename Service> static void end(Service& service) {
        const QSignalSpy idle(&service, &Service::idle);
        service.shutDown();
        QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), 30'000);
    }

    QByteArray m_said;

public:
    Services services;
    Appearance appearance;
    miaobu::test::Willing prompt;
    WindowController window;
};

QByteArray visited(const QUrl& url) {
    HttpRequest request;
    request.url = url.toEncoded();
    HttpClient client;
    return test::await(client.send(request, {})).body;
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("%s cannot be written", qPrintable(path));
    }
}

void writeSite(const QString& folder) {
    QDir().mkpath(folder + u"/tools/vite"_s);
    const QHash<QString, QByteArray> files = test::siteWithOwnVite("<title>Shop</title><h1>first</h1>");
    for (auto file = files.begin(); file != files.end(); ++file) {
        write(folder + u'/' + file.key(), file.value());
    }
    QFile::setPermissions(folder + u"/tools/vite/vite.mjs"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

class FirstMinutesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qputenv("MIAOBU_HOME", m_home.path().toUtf8());
        m_site = m_home.filePath(u"work/shop"_s);
        writeSite(m_site);
    }

    void aFolderIsDroppedAndGoesLive() {
        Sitting sitting;
        QCOMPARE(sitting.window.frame().page(), WindowFrame::Page::Welcome);
        sitting.drop(m_site);
        QTRY_VERIFY2_WITH_TIMEOUT(sitting.seen<QPushButton>(u"deployNew"_s), sitting.said(), patience);
        QCOMPARE(sitting.seen<QLineEdit>(u"buildCommand"_s)->text(), u"npm run build"_s);
        QCOMPARE(sitting.seen<QLineEdit>(u"outputDir"_s)->text(), u"dist"_s);
        QVERIFY2(QByteArray(sitting.said()).contains("package.json"), sitting.said()); // Why it says so
        QTRY_VERIFY_WITH_TIMEOUT(sitting.seen<QPushButton>(u"deployNew"_s)->isEnabled(), patience);
        QVERIFY(sitting.clicks(u"deployNew"_s));
        QCOMPARE(sitting.window.frame().page(), WindowFrame::Page::Project);

        sitting.press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(sitting.seen<LogView>(u"logView"_s), patience);
        // Lines come in while the build is still at work.
        QTRY_VERIFY2_WITH_TIMEOUT(logText(sitting).contains(u"part 3 of 20"_s), sitting.said(), patience);
        QVERIFY(!logText(sitting).contains(u"part 20 of 20"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(sitting.pill() == u"Live"_s, sitting.said(), patience);
        QVERIFY(logText(sitting).contains(u"part 20 of 20"_s));

        sitting.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        m_url = sitting.prompt.opened;
        QVERIFY(visited(m_url).contains("first"));
    }

    void aChangeIsDeployedComparedAndRolledBack() {
        Sitting sitting; // Started again: everything is there.
        QCOMPARE(sitting.text(u"pageTitle"_s), u"shop"_s);
        QCOMPARE(sitting.pill(), u"Live"_s);
        write(m_site + u"/page.html"_s, "<title>Shop</title><h1>second</h1>");
        sitting.press(Qt::Key_1, Qt::AltModifier);
        sitting.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY2_WITH_TIMEOUT(sitting.pill() != u"Live"_s, sitting.said(), patience);
        // The first one has shown how long this takes.
        QTRY_VERIFY2_WITH_TIMEOUT(!sitting.text(u"timeLeft"_s).isEmpty(), sitting.said(), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(sitting.pill() == u"Live"_s, sitting.said(), patience);
        QVERIFY(visited(m_url).contains("second"));

        sitting.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(sitting.text(u"compareCounts"_s), u"~1"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(sitting.text(u"filePath"_s), u"index.html"_s, patience);
        QTest::keyClick(sitting.seen<QWidget>(u"changeRows"_s), Qt::Key_Escape);
        QTRY_COMPARE(sitting.window.frame().page(), WindowFrame::Page::Project);

        QVERIFY(sitting.clicks(u"rollBack"_s));
        QTRY_VERIFY_WITH_TIMEOUT(sitting.text(u"rollBackChanges"_s).contains(u"~1"_s), patience);
        QVERIFY(sitting.clicks(u"confirmRollBack"_s));
        QTRY_VERIFY_WITH_TIMEOUT(visited(m_url).contains("first"), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(!sitting.services.deployer().isBusy(), sitting.said(), patience);
        sitting.press(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!sitting.window.frame().isVisible());
    }

    void everythingIsThereAfterTheNextStart() {
        Sitting sitting;
        QCOMPARE(sitting.window.frame().page(), WindowFrame::Page::Project);
        QCOMPARE(sitting.text(u"pageTitle"_s), u"shop"_s);
        sitting.press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(sitting.window.frame().project().tab(), ProjectPage::Tab::Deployments);
        const auto* const rows = sitting.seen<QListView>(u"deploymentRows"_s);
        QVERIFY(rows);
        QCOMPARE(rows->model()->rowCount(), 2);
        sitting.press(Qt::Key_3, Qt::AltModifier);
        QVERIFY(logText(sitting).contains(u"part 20 of 20"_s));
        QVERIFY(visited(m_url).contains("first"));
    }

    void cleanupTestCase() {
        QProcess stop;
        stop.start(QStringLiteral(MIAOBU_PROGRAM), {u"emulator"_s, u"stop"_s});
        QVERIFY(stop.waitForFinished(60'000));
    }

private:
    /// What the log view holds, from its first line to its last.
    static QString logText(Sitting& sitting) {
        auto* const view = sitting.seen<LogView>(u"logView"_s);
        if (!view) {
            return {};
        }
        view->selectAll();
        return view->selectedText();
    }

    QTemporaryDir m_home;
    QString m_site;
    QUrl m_url;
};

QTEST_MAIN(FirstMinutesTest)
#include "tst_first_minutes.moc"
