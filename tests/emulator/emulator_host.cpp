#include "aliyun/emulator/run_emulator.h"
#include "core/model/home.h"

#include <QCoreApplication>

#include <cstdio>

/// What `miaobu emulator run [--port N]` is, without the rest of miaobu.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) != QStringLiteral("emulator") || arguments.value(2) != QStringLiteral("run")) {
        std::fputs("usage: emulator_host emulator run [--port N]\n", stderr);
        return 2;
    }
    miaobu::emulator::EmulatorOptions options{miaobu::openHome().emulatorFolder(), std::nullopt};
    if (arguments.value(3) == QStringLiteral("--port")) {
        options.sitePort = arguments.value(4).toInt();
    }
    return miaobu::emulator::runEmulator(options);
}
