#pragma once

#include "app/screens/project/project_page.h"
#include "app/services.h"
#include "app/services_github.h"
#include "app/shell/window_controller.h"
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
#include "core/targets/target_service.h"
#include "core/update/update_check.h"
#include "core/variables/variable_service.h"
#include "core/watch/push_watcher.h"
#include "tests/app/willing.h"
#include "tests/github/shelf.h"
#include "tests/support/fake_github.h"

#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QtTest>

namespace miaobu::test {

using namespace Qt::StringLiterals;
using namespace miaobu::app;

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
        services->pushes().start();
    }
    ~Person() { leave(); }
    Person(const Person&) = delete;
    Person& operator=(const Person&) = delete;

    /// Ends the program, and what it has started. What it leaves on the disk is there still.
    void leave() {
        if (!services) {
            return;
        }
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
        end(all.updates);
        end(services->deployer());
        window.reset();
        services.reset();
        QProcess::execute(QStringLiteral(MIAOBU_PROGRAM), {u"emulator"_s, u"stop"_s});
    }

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
    /// Empty where it is not to be seen.
    QString text(const QString& name) {
        const auto* const label = shown<QLabel>(name);
        return label ? label->text() : QString();
    }
    void click(const QString& name) { QTest::mouseClick(&named<QPushButton>(name), Qt::LeftButton); }
    void type(const QString& name, const QString& text) {
        auto& field = named<QLineEdit>(name);
        field.setFocus();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }
    /// Clicks a row of a list.
    void choose(const QString& list, int row) {
        auto& view = named<QListView>(list);
        const QModelIndex index = view.model()->index(row, 0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
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
    Willing prompt;
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

} // namespace miaobu::test
