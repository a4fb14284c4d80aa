#include "app/window_start.h"

#include "app/services.h"
#include "app/shell/window_instance.h"
#include "app/shell/window_link.h"
#include "app/text/error_text.h"
#include "app/theme/appearance.h"
#include "app/widgets/error_card.h"
#include "app/window_main.h"
#include "core/deploy/deployer.h"
#include "core/domains/domain_service.h"

#include <QApplication>
#include <QFileInfo>
#include <QVBoxLayout>
#include <QWidget>

#include <cstdio>
#include <memory>

namespace miaobu::app {

namespace {

/// Shows why the program cannot start. True when the person wants to try again.
bool askAfterStartError(QApplication& application, const Error& error) {
    Appearance appearance(application);
    appearance.setLanguage({});
    QWidget page;
    page.setWindowTitle(QApplication::applicationDisplayName());
    page.resize(640, 320);
    auto* layout = new QVBoxLayout(&page);
    auto* card = new ErrorCard;
    card->setError(wordsFor(error), error.detail);
    layout->addWidget(card);
    layout->addStretch();
    bool again = false;
    QObject::connect(card, &ErrorCard::actionRequested, &page, [&again](ErrorAction action) {
        again = action == ErrorAction::Retry;
        QApplication::quit();
    });
    page.show();
    QApplication::exec();
    return again;
}

/// The lock on the folder of data, then everything over it. Services stay empty where another window has the lock.
struct Started {
    std::unique_ptr<WindowInstance> instance;
    std::unique_ptr<Services> services;
};

Started openServices(QApplication& application, const QString& program) {
    while (true) {
        try {
            const Home home = openHome();
            Started started{std::make_unique<WindowInstance>(home.data), nullptr};
            if (started.instance->isFirst()) {
                started.services = std::make_unique<Services>(home, program);
            }
            return started;
        } catch (const Error& error) {
            if (!askAfterStartError(application, error)) {
                return {};
            }
        }
    }
}

int handOver(const WindowInstance& instance, const QString& argument) {
    // A relative path means something here only.
    const bool isFolder = !isWindowLink(argument) && QFileInfo(argument).isDir();
    if (instance.handOver(isFolder ? QFileInfo(argument).absoluteFilePath() : argument)) {
        return 0;
    }
    std::fputs("Miaobu is open already, but its window does not answer. End it, then try again.\n", stderr);
    return 1;
}

} // namespace

int startWindow(QApplication& application, const QString& program, const QString& argument) {
    const Started started = openServices(application, program);
    if (!started.instance) {
        return 1;
    }
    if (!started.services) {
        return handOver(*started.instance, argument);
    }
    const std::unique_ptr<Services>& services = started.services;
    services->deployer().recover();
    services->domains().start();
    return runWindow(application, services->forWindow(), *started.instance, argument);
}

} // namespace miaobu::app
