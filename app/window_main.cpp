#include "app/window_main.h"

#include "app/shell/desktop_prompt.h"
#include "app/shell/window_controller.h"
#include "core/deploy/deployer.h"

#include <QApplication>

namespace miaobu::app {

int runWindow(QApplication& application, const WindowServices& services) {
    // Closing the window cancels what runs and waits until it is gone.
    QApplication::setQuitOnLastWindowClosed(false);
    Appearance appearance(application);
    DesktopPrompt prompt;
    WindowController window(services, appearance, prompt);
    prompt.setParent(&window.frame());
    QObject::connect(&services.deployer, &Deployer::idle, &application, [&window] {
        if (!window.frame().isVisible()) {
            QApplication::quit();
        }
    });
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.deployer, &Deployer::shutDown);
    window.frame().QWidget::show();
    return QApplication::exec();
}

} // namespace miaobu::app
