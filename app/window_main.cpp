#include "app/window_main.h"

#include "app/emulator_control.h"
#include "app/shell/desktop_prompt.h"
#include "app/shell/presence.h"
#include "app/shell/window_controller.h"
#include "app/shell/window_instance.h"
#include "core/build/engine_watch.h"
#include "core/deploy/deployer.h"
#include "core/domains/domain_service.h"
#include "core/github/deployment_reporter.h"
#include "core/github/repository_service.h"
#include "core/github/sign_in_service.h"
#include "core/picture/site_pictures.h"
#include "core/purge/purge_service.h"
#include "core/reality/reality_service.h"
#include "core/targets/target_service.h"
#include "core/update/update_check.h"
#include "core/watch/push_watcher.h"

#include <QApplication>
#include <QNetworkInformation>
#include <QTimer>

namespace miaobu::app {

namespace {

/// Where the system tells whether the network is there, what waits for it goes on at once.
void listenToNetwork(PushWatcher& pushes) {
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &pushes,
        [&pushes](QNetworkInformation::Reachability reachability) {
            if (reachability == QNetworkInformation::Reachability::Online) {
                pushes.wake();
            }
        });
}

} // namespace

int runWindow(
    QApplication& application, const WindowServices& services, WindowInstance& instance, const QString& argument) {
    // Closing the window cancels what runs and waits until it is gone.
    QApplication::setQuitOnLastWindowClosed(false);
    Appearance appearance(application);
    DesktopPrompt prompt;
    WindowController window(services, appearance, prompt);
    prompt.setParent(&window.frame());
    Presence presence(services, window, prompt);
    const auto quitWhenIdle = [&window, &services] {
        const bool isBusy = services.deployer.isBusy() || services.targetService.isBusy() || services.purging.isBusy()
            || services.reality.isBusy() || services.emulator.isBusy() || services.domains.isBusy()
            || services.pictures.isBusy() || services.engines.isBusy() || services.pushes.isBusy()
            || services.updates.isBusy() || services.reporter.isBusy() || services.gitHub.signIn.isBusy()
            || services.gitHub.repositories.isBusy();
        if (!window.frame().isVisible() && !isBusy) {
            QApplication::quit();
        }
    };
    QObject::connect(&services.deployer, &Deployer::idle, &application, quitWhenIdle);
    QObject::connect(&services.domains, &DomainService::idle, &application, quitWhenIdle);
    QObject::connect(&services.targetService, &TargetService::idle, &application, quitWhenIdle);
    QObject::connect(&services.purging, &PurgeService::idle, &application, quitWhenIdle);
    QObject::connect(&services.reality, &RealityService::idle, &application, quitWhenIdle);
    QObject::connect(&services.engines, &EngineWatch::idle, &application, quitWhenIdle);
    QObject::connect(&services.updates, &UpdateCheck::idle, &application, quitWhenIdle);
    QObject::connect(&services.pictures, &SitePictures::idle, &application, quitWhenIdle);
    QObject::connect(&services.emulator, &EmulatorControl::idle, &application, quitWhenIdle);
    QObject::connect(&services.pushes, &PushWatcher::idle, &application, quitWhenIdle);
    QObject::connect(&services.reporter, &DeploymentReporter::idle, &application, quitWhenIdle);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.pushes, &PushWatcher::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.reporter, &DeploymentReporter::shutDown);
    QObject::connect(&services.gitHub.signIn, &SignInService::idle, &application, quitWhenIdle);
    QObject::connect(&services.gitHub.repositories, &RepositoryService::idle, &application, quitWhenIdle);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.deployer, &Deployer::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.domains, &DomainService::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.targetService, &TargetService::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.purging, &PurgeService::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.reality, &RealityService::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.engines, &EngineWatch::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.updates, &UpdateCheck::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.pictures, &SitePictures::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.emulator, &EmulatorControl::shutDown);
    QObject::connect(&window.frame(), &WindowFrame::closing, &services.gitHub.signIn, &SignInService::shutDown);
    QObject::connect(
        &window.frame(), &WindowFrame::closing, &services.gitHub.repositories, &RepositoryService::shutDown);
    QObject::connect(&instance, &WindowInstance::asked, &window, [&window](const QString& asked) {
        window.comeToFront();
        window.openArgument(asked);
    });
    listenToNetwork(services.pushes);
    services.reporter.catchUp();
    services.pushes.start();
    window.frame().QWidget::show();
    // Not while the window is made: programs are started for it.
    QTimer::singleShot(1500, &services.engines, &EngineWatch::look);
    QTimer::singleShot(5000, &services.updates, &UpdateCheck::start);
    window.openArgument(argument);
    return QApplication::exec();
}

} // namespace miaobu::app
