#include "core/github/gh_program.h"

#include "core/async/error.h"
#include "core/github/api_token.h"
#include "core/process/run_process.h"
#include "core/secrets/secret_bytes.h"

#include <QDir>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

/// What gh needs to find its configuration and the keyring, and none of the secrets that lie about in an environment.
QProcessEnvironment environmentFor(const QString& path) {
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const QString& name : {u"HOME"_s, u"USER"_s, u"LOGNAME"_s, u"LANG"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s,
             u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"DISPLAY"_s,
             u"WAYLAND_DISPLAY"_s, u"GH_CONFIG_DIR"_s, u"APPDATA"_s, u"LOCALAPPDATA"_s, u"SystemRoot"_s}) {
        if (own.contains(name)) {
            environment.insert(name, own.value(name));
        }
    }
    environment.insert(u"PATH"_s, path);
    environment.insert(u"NO_COLOR"_s, u"1"_s);
    environment.insert(u"GH_PROMPT_DISABLED"_s, u"1"_s);
    environment.insert(u"GH_NO_UPDATE_NOTIFIER"_s, u"1"_s);
    return environment;
}

} // namespace

QCoro::Task<QByteArray> tokenOfGh(GitHubHost host, QString path, std::stop_token stop) {
    Command command;
    command.program = QStandardPaths::findExecutable(u"gh"_s, path.split(u':', Qt::SkipEmptyParts));
    if (command.program.isEmpty()) {
        throw Error(ErrorKind::ProgramNotFound, u"gh"_s);
    }
    command.arguments = {u"auth"_s, u"token"_s, u"--hostname"_s, host.name};
    command.workingDirectory = QDir::homePath();
    command.environment = environmentFor(path);
    command.timeout = 20s;
    const auto output = std::make_shared<QByteArray>();
    const WipeAtEnd wiped(*output);
    const OutputHandler keep = [output](LogChannel channel, const QByteArray& bytes) {
        constexpr qsizetype longest = 4096;
        if (channel == LogChannel::Output && output->size() < longest) {
            output->append(bytes);
        }
    };
    const ProcessResult result = co_await runProcess(command, keep, stop);
    const QByteArray token = output->trimmed();
    if (result.exitCode != 0 || !looksLikeToken(token)) {
        throw Error(ErrorKind::TokenMissing, host.name, u"gh is not signed in there"_s);
    }
    co_return token;
}

} // namespace miaobu
