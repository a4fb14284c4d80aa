#pragma once

#include <QJsonObject>

#include <map>
#include <string>
#include <vector>

namespace miaobu::emulator {

/// A function's container, before it is started.
struct ContainerPlan {
    std::string name;
    std::string label; ///< "miaobu.emulator=…", which the leftovers of a killed emulator are found by
    std::string image;
    std::vector<std::string> entrypoint; ///< Empty: the image's own
    std::vector<std::string> command;
    std::map<std::string, std::string> environment;
    double cpu = 0;
    int memory = 0; ///< MB
    int port = 9000; ///< Of the app, inside
};

/// What the engine's `run` is told. No value of the environment is among them.
[[nodiscard]] std::vector<std::string> runArguments(const ContainerPlan& plan, int hostPort);
/// The environment as the file the engine reads from its standard input: variables of one line.
[[nodiscard]] std::string environmentFile(const ContainerPlan& plan);
/// Those of several lines, which no such file can hold: the engine's own environment carries them.
[[nodiscard]] std::map<std::string, std::string> carriedVariables(const ContainerPlan& plan);

} // namespace miaobu::emulator
