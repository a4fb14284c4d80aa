#include "core/detect/python/start_lines.h"

#include "core/detect/toml_reading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

void add(QList<StartLine>& lines, const QString& command, const QString& reason, bool isHosts = true) {
    if (!command.trimmed().isEmpty()) {
        lines.append({command.trimmed(), reason, isHosts});
    }
}

QString yamlValue(const AppFolder& folder, const QString& file, const QString& key) {
    const QRegularExpression form(
        u"^\\s*%1:\\s*[\"']?(.+?)[\"']?\\s*$"_s.arg(key), QRegularExpression::MultilineOption);
    return form.match(folder.text(file)).captured(1);
}

QString fromProcfile(const AppFolder& folder) {
    static const QRegularExpression web(u"^web\\s*:(.*)$"_s, QRegularExpression::MultilineOption);
    return web.match(folder.text(u"Procfile"_s)).captured(1);
}

void addRailway(const AppFolder& folder, QList<StartLine>& lines) {
    if (const std::optional<toml::table> railway = parseToml(folder.text(u"railway.toml"_s))) {
        add(lines, tomlText((*railway)["deploy"]["startCommand"]), u"startCommand in railway.toml"_s);
    }
    const QJsonObject railway = QJsonDocument::fromJson(folder.text(u"railway.json"_s).toUtf8()).object();
    add(lines, railway.value(u"deploy"_s).toObject().value(u"startCommand"_s).toString(),
        u"startCommand in railway.json"_s);
    if (const std::optional<toml::table> nixpacks = parseToml(folder.text(u"nixpacks.toml"_s))) {
        add(lines, tomlText((*nixpacks)["start"]["cmd"]), u"start in nixpacks.toml"_s);
    }
    if (const std::optional<toml::table> fly = parseToml(folder.text(u"fly.toml"_s))) {
        for (const char* process : {"app", "web"}) {
            add(lines, tomlText((*fly)["processes"][process]), u"processes in fly.toml"_s);
        }
    }
}

void addDockerfile(const AppFolder& folder, QList<StartLine>& lines) {
    static const QRegularExpression instruction(u"^\\s*(?:CMD|ENTRYPOINT)\\s+(.+?)\\s*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression continued(u"\\\\\\r?\\n"_s);
    const QString docker = folder.text(u"Dockerfile"_s).replace(continued, u" "_s);
    QRegularExpressionMatchIterator commands = instruction.globalMatch(docker);
    while (commands.hasNext()) {
        const QString text = commands.next().captured(1);
        QStringList words;
        for (const QJsonValue& word : QJsonDocument::fromJson(text.toUtf8()).array()) {
            words.append(word.toString());
        }
        add(lines, words.isEmpty() ? text : words.join(u' '), u"Dockerfile"_s, false);
    }
}

/// How a server is told its address, and what it was told before.
struct Server {
    const char* program; ///< A pattern of the word in a command
    const char* address;
    const char* old; ///< A pattern of the options that say another one
};

constexpr std::array servers{
    Server{"(?:gunicorn(?:\\.app\\.wsgiapp)?)", " --bind 0.0.0.0:9000", "\\s(?:-b|--bind)[ =]\\S+"},
    Server{"uvicorn", " --host 0.0.0.0 --port 9000", "\\s--(?:host|port|uds)[ =]\\S+"},
    Server{"hypercorn", " --bind 0.0.0.0:9000", "\\s(?:-b|--bind)[ =]\\S+"},
    Server{"daphne", " -b 0.0.0.0 -p 9000", "\\s(?:-b|-p|--bind|--port)[ =]\\S+"},
    Server{"granian", " --host 0.0.0.0 --port 9000", "\\s--(?:host|port)[ =]\\S+"},
    Server{"waitress-serve", " --listen=0.0.0.0:9000", "\\s--(?:listen|host|port)[ =]\\S+"},
    Server{"(?:fastapi run)", " --host 0.0.0.0 --port 9000", "\\s--(?:host|port)[ =]\\S+"},
    Server{"(?:streamlit run)", " --server.address 0.0.0.0 --server.port 9000 --server.headless true",
        "\\s--server\\.(?:address|port|headless)[ =]\\S+"},
};

} // namespace

QList<StartLine> startLines(const AppFolder& folder) {
    QList<StartLine> lines;
    add(lines, fromProcfile(folder), u"web in Procfile"_s);
    add(lines, yamlValue(folder, u"render.yaml"_s, u"startCommand"_s), u"startCommand in render.yaml"_s);
    addRailway(folder, lines);
    add(lines, yamlValue(folder, u"app.yaml"_s, u"entrypoint"_s), u"entrypoint in app.yaml"_s);
    addDockerfile(folder, lines);
    return lines;
}

QString onExpectedPort(const QString& command) {
    for (const Server& server : servers) {
        // Not a part of another word, such as the file gunicorn.conf.py.
        const QRegularExpression program(
            u"(?<![\\w./-])(\\S*/)?(%1)(?![\\w.-])"_s.arg(QString::fromLatin1(server.program)));
        const QRegularExpressionMatch match = program.match(command);
        if (!match.hasMatch()) {
            continue;
        }
        QString line = command;
        const qsizetype end = match.capturedEnd(2);
        // Only in the server's own part: what follows may be another program's.
        static const QRegularExpression next(u"[;&|]"_s);
        const qsizetype stop = line.indexOf(next, end);
        QString options = line.mid(end, stop < 0 ? -1 : stop - end);
        options.remove(QRegularExpression(QString::fromLatin1(server.old)));
        return line.first(end) + QString::fromLatin1(server.address) + options
            + (stop < 0 ? QString() : line.mid(stop));
    }
    return {};
}

} // namespace miaobu
