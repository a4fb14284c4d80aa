#include "aliyun/emulator/run_emulator.h"

#include <QCoreApplication>

/// The emulator as a program of its own, so that what is measured shares no process with it. Argument: the folder it keeps.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return miaobu::emulator::runEmulator({.folder = QCoreApplication::arguments().value(1), .sitePort = std::nullopt});
}
