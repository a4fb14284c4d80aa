#include "core/picture/browser.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// What the browser needs of the person's environment; tokens and keys are not among it.
QProcessEnvironment browserEnvironment() {
    const QProcessEnvironment whole = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment needed;
    for (const QString& name : whole.keys()) {
        const bool isProxy = name.endsWith("_proxy"_L1, Qt::CaseInsensitive);
        const bool isPlace = name == "PATH"_L1 || name == "HOME"_L1 || name == "LANG"_L1 || name == "TZ"_L1
            || name.startsWith("LC_"_L1) || name.startsWith("FONTCONFIG_"_L1);
        if (isProxy || isPlace) {
            needed.insert(name, whole.value(name));
        }
    }
    return needed;
}

} // namespace

QString installedBrowser() {
    for (const QString& name : {u"chromium"_s, u"chromium-browser"_s, u"google-chrome-stable"_s, u"google-chrome"_s,
             u"microsoft-edge-stable"_s, u"microsoft-edge"_s, u"brave-browser"_s}) {
        if (const QString found = QStandardPaths::findExecutable(name); !found.isEmpty()) {
            return found;
        }
    }
    for (const QString& application : {u"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"_s,
             u"/Applications/Chromium.app/Contents/MacOS/Chromium"_s}) {
        if (QFileInfo(application).isExecutable()) {
            return application;
        }
    }
    return {};
}

Command pictureCommand(
    const QString& browser, const QUrl& page, const QString& imageFile, const QString& profileFolder) {
    Command command;
    command.program = browser;
    command.arguments = {u"--headless=new"_s, u"--disable-gpu"_s, u"--disable-extensions"_s,
        u"--disable-background-networking"_s, u"--disable-component-update"_s, u"--disable-sync"_s,
        u"--disable-dev-shm-usage"_s, u"--no-first-run"_s, u"--no-default-browser-check"_s, u"--mute-audio"_s,
        u"--hide-scrollbars"_s, u"--password-store=basic"_s, u"--window-size=1280,720"_s,
        // Animations and what is loaded later come to rest in time that need not pass.
        u"--virtual-time-budget=5000"_s, u"--user-data-dir="_s + profileFolder, u"--screenshot="_s + imageFile};
    if (geteuid() == 0) {
        command.arguments.append(u"--no-sandbox"_s); // There is none for root, and without this it refuses to start.
    }
    command.arguments += {u"--"_s, QString::fromUtf8(page.toEncoded())};
    command.workingDirectory = profileFolder;
    command.environment = browserEnvironment();
    command.timeout = std::chrono::seconds(20);
    return command;
}

} // namespace miaobu
