#include "aliyun/emulator/container_engine.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/small_file.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/utsname.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::chrono::seconds answerPatience{10};
constexpr std::chrono::seconds pullPatience{900};

bool isForEngines(std::string_view variable) {
    constexpr std::array<std::string_view, 5> names{"PATH=", "HOME=", "LANG=", "TMPDIR=", "DBUS_SESSION_BUS_ADDRESS="};
    constexpr std::array<std::string_view, 4> prefixes{"DOCKER_", "CONTAINER", "XDG_", "LC_"};
    const auto begins = [variable](std::string_view start) { return variable.starts_with(start); };
    return std::any_of(names.begin(), names.end(), begins) || std::any_of(prefixes.begin(), prefixes.end(), begins);
}

std::vector<std::string> engineEnvironment() {
    std::vector<std::string> chosen;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (isForEngines(*variable)) {
            chosen.emplace_back(*variable);
        }
    }
    return chosen;
}

/// The file with a login, as docker and podman read it. \returns its path
std::string writeLogin(const QString& folder, const PullLogin& login) {
    const std::string path = QFile::encodeName(folder).toStdString() + "/config.json";
    const QJsonObject auth{{u"auth"_s, toQt(toBase64(login.user + ":" + login.password))}};
    static_cast<void>(replaceFile(path, jsonText({{u"auths"_s, QJsonObject{{toQt(login.host), auth}}}})));
    return path;
}

} // namespace

std::optional<ContainerEngine> ContainerEngine::find() {
    const QString wanted = qEnvironmentVariable("MIAOBU_CONTAINER_ENGINE");
    if (wanted == "none"_L1) {
        return std::nullopt;
    }
    for (const QString& name : wanted.isEmpty() ? QStringList{u"docker"_s, u"podman"_s} : QStringList{wanted}) {
        const QString path = QStandardPaths::findExecutable(name);
        if (path.isEmpty()) {
            continue;
        }
        const ContainerEngine engine(QFile::encodeName(path).toStdString());
        if (engine.run({"ps", "--quiet"}, answerPatience).exitCode == 0) {
            return engine;
        }
    }
    return std::nullopt;
}

ChildResult ContainerEngine::run(
    std::vector<std::string> arguments, std::chrono::seconds patience, const std::function<bool()>& cancelled) const {
    arguments.insert(arguments.begin(), m_program);
    return runChild(std::move(arguments), engineEnvironment(), {}, patience, cancelled);
}

std::unique_ptr<ChildProcess> ContainerEngine::start(std::vector<std::string> arguments,
    const std::map<std::string, std::string>& variables, std::string_view input) const {
    arguments.insert(arguments.begin(), m_program);
    std::vector<std::string> environment = engineEnvironment();
    for (const auto& [name, value] : variables) {
        environment.push_back(name + "=" + value);
    }
    return std::make_unique<ChildProcess>(std::move(arguments), std::move(environment), input);
}

std::string ContainerEngine::pull(const std::string& image, const std::optional<PullLogin>& login, bool always,
    const std::function<bool()>& cancelled) const {
    if (!always && run({"image", "inspect", image}, answerPatience).exitCode == 0) {
        return {};
    }
    const QTemporaryDir folder;
    std::vector<std::string> arguments;
    if (login && !isPodman()) {
        writeLogin(folder.path(), *login);
        arguments = {"--config", QFile::encodeName(folder.path()).toStdString()};
    }
    arguments.insert(arguments.end(), {"pull", "--quiet"});
    if (login && isPodman()) {
        arguments.insert(arguments.end(), {"--authfile", writeLogin(folder.path(), *login)});
    }
    // Docker expects no TLS of this computer's own registry; Podman has to be told.
    if (isPodman() && image.starts_with("127.0.0.1:")) {
        arguments.emplace_back("--tls-verify=false");
    }
    const auto platform = platformArguments();
    arguments.insert(arguments.end(), platform.begin(), platform.end());
    arguments.push_back(image);
    const ChildResult result = run(std::move(arguments), pullPatience, cancelled);
    return result.exitCode == 0 ? std::string() : std::string(trimmed(result.errors + " "));
}

void ContainerEngine::removeAll(const std::string& label) const {
    const ChildResult found = run({"ps", "--all", "--quiet", "--filter", "label=" + label}, answerPatience);
    std::vector<std::string> arguments{"rm", "--force"};
    for (const std::string_view line : split(found.output, '\n')) {
        if (!trimmed(line).empty()) {
            arguments.emplace_back(trimmed(line));
        }
    }
    if (arguments.size() > 2) {
        static_cast<void>(run(std::move(arguments), std::chrono::seconds(60)));
    }
}

std::vector<std::string> ContainerEngine::platformArguments() {
    utsname names{};
    ::uname(&names);
    return std::string_view(names.machine) == "x86_64" ? std::vector<std::string>{}
                                                       : std::vector<std::string>{"--platform", "linux/amd64"};
}

} // namespace miaobu::emulator
