#include "app/cli/command_line.h"
#include "app/cli/command_table.h"
#include "app/memory_protection.h"
#include "app/services_emulator.h"
#include "app/shell/window_link.h"
#include "app/text/language.h"
#include "app/window_start.h"
#include "core/git/git_worker.h"

#include <QApplication>
#include <QFileInfo>

#include <cstdio>
#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

void nameApplication() {
    QCoreApplication::setApplicationName(u"miaobu"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MIAOBU_VERSION));
}

bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Whether the program is asked for its window: without a word, with a link of its own, or with a folder.
bool opensWindow(const QString& first) {
    return first.isEmpty() || miaobu::app::isWindowLink(first)
        || (!miaobu::app::commandNamed(first) && QFileInfo(first).isDir());
}

int runWindow(int argc, char* argv[]) {
#ifdef Q_OS_LINUX
    if (!hasDisplay()) {
        std::fputs("There is no display, so the window cannot open. On the command line: miaobu --help\n", stderr);
        return 1;
    }
#endif
    QApplication application(argc, argv);
    nameApplication();
    QApplication::setApplicationDisplayName(u"Miaobu"_s);
    QGuiApplication::setDesktopFileName(u"com.miaobu.Desktop"_s);
    return miaobu::app::startWindow(
        application, QApplication::applicationFilePath(), QApplication::arguments().value(1));
}

int runEmulatorForeground(const QStringList& arguments) {
    std::optional<int> port;
    const qsizetype option = arguments.indexOf(u"--port"_s);
    if (option >= 0) {
        bool isNumber = false;
        port = arguments.value(option + 1).toInt(&isNumber);
        if (!isNumber || *port < 1 || *port > 65535) {
            std::fputs("--port takes a number from 1 to 65535\n", stderr);
            return 2;
        }
    }
    return miaobu::app::runEmulatorHere(miaobu::openHome(), port);
}

} // namespace

int main(int argc, char* argv[]) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first != "--git-worker") {
        // The worker has to be found by its environment when its parent was killed.
        miaobu::app::protectMemory();
    }
    if (opensWindow(QString::fromLocal8Bit(first.data()))) {
        return runWindow(argc, argv);
    }
    QCoreApplication application(argc, argv);
    nameApplication();
    if (first == "--git-worker") {
        return miaobu::runGitWorker();
    }
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == "emulator"_L1 && arguments.value(1) == "run"_L1) {
        return runEmulatorForeground(arguments);
    }
    miaobu::app::Language language;
    language.set({});
    return miaobu::app::runCommandLine(arguments, QCoreApplication::applicationFilePath());
}
