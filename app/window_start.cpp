#include "app/window_start.h"

#include "app/services.h"
#include "app/text/error_text.h"
#include "app/theme/appearance.h"
#include "app/widgets/error_card.h"
#include "app/window_main.h"
#include "core/deploy/deployer.h"

#include <QApplication>
#include <QVBoxLayout>
#include <QWidget>

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

std::unique_ptr<Services> openServices(QApplication& application, const QString& program) {
    while (true) {
        try {
            return std::make_unique<Services>(openHome(), program);
        } catch (const Error& error) {
            if (!askAfterStartError(application, error)) {
                return nullptr;
            }
        }
    }
}

} // namespace

int startWindow(QApplication& application, const QString& program) {
    const std::unique_ptr<Services> services = openServices(application, program);
    if (!services) {
        return 1;
    }
    services->deployer().recover();
    return runWindow(application,
        {services->deployer(), services->purging(), services->reality(), services->inspector(), services->database(),
            services->targets(), services->targetStore(), services->targetService(), services->emulator(),
            services->variableService(), services->changes(), services->clock(), services->home()});
}

} // namespace miaobu::app
