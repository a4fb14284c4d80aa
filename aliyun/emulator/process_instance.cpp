#include "aliyun/emulator/process_instance.h"

#include "core/process/leftovers.h"

#include <QFile>
#include <QStandardPaths>

#include <signal.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

ProcessInstance::~ProcessInstance() {
    endStepLeftovers(QString::fromStdString(m_plan.mark));
    std::error_code ignored;
    std::filesystem::remove_all(m_plan.folder, ignored);
}

std::unique_ptr<ChildProcess> ProcessInstance::start(int port) {
    std::vector<std::string> command = commandHere(m_plan, port);
    if (command.empty()) {
        throw std::system_error(ENOENT, std::generic_category(), m_plan.command.front());
    }
    // Where the emulator is killed its apps end with it; without this tool the next emulator ends them.
    const QString tool = QStandardPaths::findExecutable(u"setpriv"_s);
    if (!tool.isEmpty()) {
        command.insert(command.begin(), {QFile::encodeName(tool).toStdString(), "--pdeathsig", "KILL", "--"});
    }
    return std::make_unique<ChildProcess>(
        std::move(command), environmentHere(m_plan, port), std::string_view(), m_plan.folder);
}

void ProcessInstance::stop(const ChildProcess& child) {
    ::kill(-child.pid(), SIGTERM);
}

} // namespace miaobu::emulator
