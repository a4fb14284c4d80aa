#include "aliyun/emulator/process_plan.h"

#include "aliyun/emulator/encoding.h"
#include "core/process/leftovers.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

std::string replacedAll(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// A port that stands for itself: neither a part of a longer number nor of a name.
std::string withPort(const std::string& text, int from, int to) {
    const QRegularExpression whole(u"(?<![\\w.])%1(?![\\w.])"_s.arg(from));
    return QString::fromStdString(text).replace(whole, QString::number(to)).toStdString();
}

/// Nobody but this computer's edge is to reach the app.
std::string onLoopback(const std::string& text) {
    return replacedAll(replacedAll(text, "0.0.0.0", "127.0.0.1"), "[::]", "127.0.0.1");
}

/// "python3.12" of "/var/fc/lang/python3.12/bin/python3.12".
std::string fileNameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::string programHere(const std::string& program, const std::string& folder) {
    if (program.starts_with(folder + "/")) {
        return program;
    }
    const QString name = QString::fromStdString(program.starts_with("/") ? fileNameOf(program) : program);
    const QString found
        = name.contains(u'/') ? QString::fromStdString(folder) + u'/' + name : QStandardPaths::findExecutable(name);
    return QFile::encodeName(found).toStdString();
}

void takeOver(std::map<std::string, std::string>& environment, const char* name) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
        environment.emplace(name, value);
    }
}

} // namespace

std::string withCodeFolder(const std::string& text, const std::string& folder) {
    static const QRegularExpression code(u"(?<![^:=\\s\"'])/code(?=$|[/:\\s\"'])"_s);
    QString changed = QString::fromStdString(text);
    QString here = QString::fromStdString(folder);
    // A backslash would name a part of what was found.
    return changed.replace(code, here.replace(u'\\', u"\\\\"_s)).toStdString();
}

std::vector<std::string> commandHere(const ProcessPlan& plan, int port) {
    std::vector<std::string> command;
    for (const std::string& argument : plan.command) {
        command.push_back(withPort(onLoopback(withCodeFolder(argument, plan.folder)), plan.port, port));
    }
    if (!command.empty()) {
        command.front() = programHere(withCodeFolder(plan.command.front(), plan.folder), plan.folder);
        if (command.front().empty()) {
            command.clear();
        }
    }
    return command;
}

std::vector<std::string> environmentHere(const ProcessPlan& plan, int port) {
    std::map<std::string, std::string> environment;
    for (const auto& [name, value] : plan.environment) {
        environment.emplace(name, withCodeFolder(value, plan.folder));
    }
    const std::string number = std::to_string(port);
    for (const char* name : {"PORT", "FC_SERVER_PORT", "FC_CUSTOM_LISTEN_PORT"}) {
        environment.insert_or_assign(name, number);
    }
    environment.insert_or_assign(jobVariable.data(), plan.job);
    environment.insert_or_assign(stepVariable.data(), plan.mark);
    environment.emplace("HOME", plan.folder);
    environment.emplace("PYTHONUNBUFFERED", "1");
    for (const char* name : {"PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH"}) {
        takeOver(environment, name);
    }
    std::vector<std::string> lines;
    for (const auto& [name, value] : environment) {
        lines.push_back(name + "=" + value);
    }
    return lines;
}

} // namespace miaobu::emulator
