#include "aliyun/emulator/container_plan.h"

#include "aliyun/emulator/container_engine.h"

#include <QString>

namespace miaobu::emulator {

namespace {

bool isOneLine(const std::string& value) {
    return value.find('\n') == std::string::npos;
}

} // namespace

std::vector<std::string> runArguments(const ContainerPlan& plan, int hostPort) {
    std::vector<std::string> arguments{"run", "--rm", "--name", plan.name, "--label", plan.label, "--publish",
        "127.0.0.1:" + std::to_string(hostPort) + ":" + std::to_string(plan.port), "--memory",
        std::to_string(plan.memory) + "m", "--cpus", QString::number(plan.cpu).toStdString(), "--env-file",
        "/dev/stdin"};
    const auto platform = ContainerEngine::platformArguments();
    arguments.insert(arguments.end(), platform.begin(), platform.end());
    for (const auto& [name, value] : carriedVariables(plan)) {
        arguments.insert(arguments.end(), {"--env", name});
    }
    if (!plan.entrypoint.empty()) {
        arguments.insert(arguments.end(), {"--entrypoint", plan.entrypoint.front()});
    }
    arguments.push_back(plan.image);
    if (!plan.entrypoint.empty()) {
        arguments.insert(arguments.end(), plan.entrypoint.begin() + 1, plan.entrypoint.end());
    }
    arguments.insert(arguments.end(), plan.command.begin(), plan.command.end());
    return arguments;
}

std::string environmentFile(const ContainerPlan& plan) {
    std::string file;
    for (const auto& [name, value] : plan.environment) {
        if (isOneLine(value)) {
            file += name + "=" + value + "\n";
        }
    }
    return file;
}

std::map<std::string, std::string> carriedVariables(const ContainerPlan& plan) {
    std::map<std::string, std::string> carried;
    for (const auto& [name, value] : plan.environment) {
        if (!isOneLine(value)) {
            carried.emplace(name, value);
        }
    }
    return carried;
}

} // namespace miaobu::emulator
