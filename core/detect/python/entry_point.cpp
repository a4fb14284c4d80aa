#include "core/detect/python/entry_point.h"

#include "core/detect/python/python_code.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The lines of the files that say how the application is started.
QList<std::pair<QString, QString>> startLines(const AppFolder& folder) {
    QList<std::pair<QString, QString>> lines;
    for (const QString& line : folder.text(u"Procfile"_s).split(u'\n')) {
        if (line.startsWith(u"web:"_s)) {
            lines.append({line.mid(4).trimmed(), u"web in Procfile"_s});
        }
    }
    static const QRegularExpression start(
        u"^\\s*startCommand:\\s*[\"']?(.+?)[\"']?\\s*$"_s, QRegularExpression::MultilineOption);
    const QString render = start.match(folder.text(u"render.yaml"_s)).captured(1);
    lines.append({render, u"startCommand in render.yaml"_s});
    static const QRegularExpression instruction(u"^\\s*(?:CMD|ENTRYPOINT)\\s+(.+?)\\s*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QString docker = folder.text(u"Dockerfile"_s);
    docker.replace(QRegularExpression(u"\\\\\\r?\\n"_s), u" "_s);
    QRegularExpressionMatchIterator commands = instruction.globalMatch(docker);
    while (commands.hasNext()) {
        const QString text = commands.next().captured(1);
        QStringList words;
        for (const QJsonValue& word : QJsonDocument::fromJson(text.toUtf8()).array()) {
            words.append(word.toString());
        }
        lines.append({words.isEmpty() ? text : words.join(u' '), u"Dockerfile"_s});
    }
    return lines;
}

QString flaskEnvironment(const AppFolder& folder) {
    static const QRegularExpression form(
        u"^\\s*FLASK_APP\\s*=\\s*[\"']?([\\w./:]+)"_s, QRegularExpression::MultilineOption);
    return form.match(folder.text(u".flaskenv"_s)).captured(1);
}

QString moduleName(const QString& path) {
    QString name = path.endsWith(u".py"_s) ? path.chopped(3) : path;
    if (name.endsWith(u"/__init__"_s)) {
        name.chop(9);
    }
    return name.replace(u'/', u'.');
}

/// Whether the code in a folder of this name only shows or tests what the project is.
bool isBesideTheApp(const QString& folder) {
    static const QRegularExpression name(
        u"^(?:\\.|tests?\\b|test_|examples?\\b|docs?\\b|demos?\\b|benchmarks?\\b|node_modules)"_s);
    return name.match(folder).hasMatch();
}

EntryPoint djangoEntry(const AppFolder& folder) {
    QStringList folders;
    for (const QString& entry : folder.entries()) {
        if (entry.endsWith(u'/') && !isBesideTheApp(entry)) {
            folders.append(entry.chopped(1));
        }
    }
    for (const QString& package : folders) {
        for (const QString& settings :
            {package + u"/settings.py"_s, package + u"/settings/base.py"_s, package + u"/settings/__init__.py"_s}) {
            const QString said = pythonText(folder.text(settings), u"WSGI_APPLICATION"_s);
            if (said.contains(u'.')) {
                return {
                    said.section(u'.', 0, -2) + u':' + said.section(u'.', -1), u"WSGI_APPLICATION in "_s + settings};
            }
        }
    }
    for (const QString& file : {u"wsgi.py"_s, u"asgi.py"_s}) {
        for (const QString& package : folders) {
            if (const QString path = package + u'/' + file; folder.has(path)) {
                return {moduleName(path) + u":application"_s, path, false, file == u"asgi.py"};
            }
        }
    }
    return {};
}

QStringList candidateFiles(const AppFolder& folder) {
    QStringList files;
    const QStringList stems{u"main"_s, u"app"_s, u"api"_s, u"wsgi"_s, u"asgi"_s, u"server"_s, u"application"_s,
        u"run"_s, u"manage"_s, u"index"_s, u"start"_s, u"__init__"_s};
    QStringList folders{QString(), u"app"_s, u"src"_s, u"src/app"_s, u"api"_s, u"backend"_s, u"server"_s};
    for (const QString& base : {QString(), u"src"_s}) {
        for (const QString& entry : folder.entries(base)) {
            const QString inner = base.isEmpty() ? entry.chopped(1) : base + u'/' + entry.chopped(1);
            if (entry.endsWith(u'/') && folder.has(inner + u"/__init__.py"_s) && !isBesideTheApp(entry)) {
                folders.append(inner);
            }
        }
    }
    folders.removeDuplicates();
    for (const QString& inner : folders.mid(0, 60)) {
        for (const QString& stem : stems) {
            const QString path = (inner.isEmpty() ? QString() : inner + u'/') + stem + u".py"_s;
            if (folder.has(path)) {
                files.append(path);
            }
        }
    }
    return files;
}

/// A source folder is not part of a module's name, unless it is a package itself.
QString importName(const AppFolder& folder, const QString& path) {
    const bool isSource = path.startsWith(u"src/"_s) && !folder.has(u"src/__init__.py"_s) && path.count(u'/') > 1;
    return moduleName(isSource ? path.mid(4) : path);
}

EntryPoint codeEntry(const AppFolder& folder) {
    const QStringList files = candidateFiles(folder);
    for (const bool isFactory : {false, true}) {
        for (const QString& path : files) {
            const PythonApplication application = pythonApplication(folder.text(path));
            const QString name = isFactory ? application.factory : application.instance;
            if (!name.isEmpty()) {
                return {importName(folder, path) + u':' + name + (isFactory ? u"()"_s : QString()), path, isFactory,
                    application.isAsgi};
            }
        }
    }
    return {};
}

} // namespace

EntryPoint findEntryPoint(const AppFolder& folder, const QString& framework) {
    for (const auto& [line, reason] : startLines(folder)) {
        EntryPoint entry = entryPointOfCommand(line);
        if (!entry.module.isEmpty()) {
            entry.reason = reason;
            return entry;
        }
    }
    if (framework == u"django") {
        return djangoEntry(folder);
    }
    if (const EntryPoint entry = codeEntry(folder); !entry.module.isEmpty()) {
        return entry;
    }
    if (const QString flask = flaskEnvironment(folder); framework == u"flask" && !flask.isEmpty()) {
        return {flask.contains(u':') ? flask : moduleName(flask) + u":app"_s, u"FLASK_APP in .flaskenv"_s};
    }
    // The code may be out of sight in a listing by a host: then the usual name is the best there is.
    const QString usual = folder.firstOf({u"main.py"_s, u"app.py"_s, u"app/main.py"_s, u"src/main.py"_s, u"wsgi.py"_s});
    return usual.isEmpty() ? EntryPoint() : EntryPoint{importName(folder, usual) + u":app"_s, usual + u" is there"_s};
}

} // namespace miaobu
