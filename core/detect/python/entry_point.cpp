#include "core/detect/python/entry_point.h"

#include "core/detect/python/django_entry.h"
#include "core/detect/python/python_code.h"
#include "core/detect/python/start_lines.h"
#include "core/detect/shell_words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString flaskEnvironment(const AppFolder& folder) {
    static const QRegularExpression form(
        u"^\\s*(?:export\\s+)?FLASK_APP\\s*=\\s*[\"']?([\\w./:]+)"_s, QRegularExpression::MultilineOption);
    return form.match(folder.text(u".flaskenv"_s)).captured(1);
}

/// The folders that an application's own code lies in, the project's first.
QStringList codeFolders(const AppFolder& folder) {
    QStringList folders{
        QString(), u"app"_s, u"src"_s, u"src/app"_s, u"api"_s, u"backend"_s, u"server"_s, u"backend/app"_s};
    for (const QString& base : {QString(), u"src"_s, u"backend"_s}) {
        for (const QString& entry : folder.entries(base)) {
            const QString inner = base.isEmpty() ? entry.chopped(1) : base + u'/' + entry.chopped(1);
            if (entry.endsWith(u'/') && folder.has(inner + u"/__init__.py"_s) && !isBesideTheApp(entry)) {
                folders.append(inner);
            }
        }
    }
    folders.removeDuplicates();
    return folders.mid(0, 60);
}

/// Files that may hold the application, the likeliest first.
QStringList candidateFiles(const AppFolder& folder, const PythonProject& project) {
    QStringList files;
    const QStringList stems{u"main"_s, u"app"_s, u"api"_s, u"wsgi"_s, u"asgi"_s, u"server"_s, u"application"_s,
        u"run"_s, u"manage"_s, u"index"_s, u"start"_s, u"web"_s, u"site"_s, u"__init__"_s};
    const QStringList folders = codeFolders(folder);
    for (const QString& inner : folders) {
        for (const QString& stem : stems) {
            const QString path = (inner.isEmpty() ? QString() : inner + u'/') + stem + u".py"_s;
            if (folder.has(path)) {
                files.append(path);
            }
        }
    }
    // What a script of the project runs may make the application.
    for (const QString& target : project.scripts) {
        const QString path = QString(target.section(u':', 0, 0)).replace(u'.', u'/');
        const QString file = folder.firstOf({path + u".py"_s, u"src/"_s + path + u".py"_s});
        if (!file.isEmpty()) {
            files.append(file);
        }
    }
    // Whatever the file is called: the only one that makes an application is it.
    for (const QString& entry : folder.entries()) {
        if (entry.endsWith(u".py"_s) && !entry.startsWith(u"test"_s) && entry != u"setup.py"
            && entry != u"conftest.py") {
            files.append(entry);
        }
    }
    files.removeDuplicates();
    return files.mid(0, 200);
}

/// A source folder is not part of a module's name, unless it is a package itself.
QString importName(const AppFolder& folder, const QString& path) {
    const bool isSource = path.startsWith(u"src/"_s) && !folder.has(u"src/__init__.py"_s) && path.count(u'/') > 1;
    return pythonModule(isSource ? path.mid(4) : path);
}

/// The folder that \a path has to be run in: its own, when it imports its neighbours by their bare names.
QString neighbourhood(const AppFolder& folder, const QString& path, const QString& source) {
    const QString around = path.section(u'/', 0, -2);
    if (around.isEmpty() || folder.has(around + u"/__init__.py"_s)) {
        return {};
    }
    const QStringList modules = importedModules(source);
    const bool isNeighbour = std::any_of(modules.begin(), modules.end(), [&](const QString& name) {
        const auto isIn = [&](const QString& where) {
            return folder.has(where + name + u".py"_s) || folder.hasFolder(where + name);
        };
        return isIn(around + u'/') && !isIn(QString());
    });
    return isNeighbour ? around : QString();
}

EntryPoint entryIn(const AppFolder& folder, const QString& path, bool isFactory) {
    const QString source = folder.text(path);
    const PythonApplication application = pythonApplication(source);
    EntryPoint entry;
    const QString name = isFactory ? application.factory : application.instance;
    if (name.isEmpty()) {
        return entry;
    }
    entry.folder = neighbourhood(folder, path, source);
    const QString module
        = entry.folder.isEmpty() ? importName(folder, path) : pythonModule(path.mid(entry.folder.size() + 1));
    entry.module = module + u':' + name + (isFactory ? u"()"_s : QString());
    entry.reason
        = path + (isFactory && application.needsArguments ? u", whose %1 asks for arguments"_s.arg(name) : QString());
    entry.isFactory = isFactory;
    entry.isAsgi = application.isAsgi;
    return entry;
}

EntryPoint codeEntry(const AppFolder& folder, const PythonProject& project) {
    const QStringList files = candidateFiles(folder, project);
    EntryPoint found;
    for (const bool isFactory : {false, true}) {
        for (const QString& path : files) {
            const EntryPoint entry = entryIn(folder, path, isFactory);
            if (entry.module.isEmpty()) {
                continue;
            }
            if (found.module.isEmpty()) {
                found = entry;
            } else if (!isFactory && entry.module != found.module && found.others.size() < 10) {
                found.others.append(entry.module);
            }
        }
        if (!found.module.isEmpty()) {
            return found;
        }
    }
    return found;
}

/// What may be run as a repository's file of a host says it: servers, and Python before them.
bool isPlainCommand(const QString& command) {
    static const QRegularExpression program(
        u"\\A(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|python3?|fastapi|flask|alembic|streamlit)\\z"_s);
    const QList<QStringList> commands = shellCommands(command);
    return !commands.isEmpty() && std::all_of(commands.begin(), commands.end(), [](const QStringList& words) {
        return program.match(words.value(0)).hasMatch();
    });
}

QString commandOf(const StartLine& line) {
    if (!line.isHosts || !isPlainCommand(line.command)) {
        return {};
    }
    static const QRegularExpression workers(u"\\$(?:WEB_CONCURRENCY\\b|\\{WEB_CONCURRENCY\\})"_s);
    return onExpectedPort(line.command).replace(workers, u"${WEB_CONCURRENCY:-2}"_s);
}

/// "fastapi run app/main.py", "flask --app shop run": the module the tool would look in.
EntryPoint entryOfTool(const AppFolder& folder, const QString& command) {
    static const QRegularExpression fastApi(u"\\bfastapi run(?:\\s+--\\S+(?:[ =]\\S+)?)*\\s+([\\w./-]+\\.py)\\b"_s);
    static const QRegularExpression flask(u"\\bflask\\s.*?--app[ =]([\\w.]+)"_s);
    static const QRegularExpression python(u"\\bpython3?\\s+(?:-u\\s+)?([\\w./-]+\\.py)\\b"_s);
    QString path = fastApi.match(command).captured(1);
    if (path.isEmpty()) {
        const QString module = flask.match(command).captured(1);
        const QString base = QString(module).replace(u'.', u'/');
        path = module.isEmpty() ? python.match(command).captured(1)
                                : folder.firstOf({base + u".py"_s, base + u"/__init__.py"_s});
    }
    if (path.isEmpty() || !folder.has(tidyPath(path))) {
        return {};
    }
    const EntryPoint instance = entryIn(folder, tidyPath(path), false);
    return instance.module.isEmpty() ? entryIn(folder, tidyPath(path), true) : instance;
}

EntryPoint entryOfHosts(const AppFolder& folder) {
    for (const StartLine& line : startLines(folder)) {
        EntryPoint entry = entryPointOfCommand(line.command);
        if (entry.module.isEmpty()) {
            entry = entryOfTool(folder, line.command);
        } else {
            entry.command = commandOf(line);
        }
        if (!entry.module.isEmpty()) {
            entry.reason = line.reason;
            return entry;
        }
    }
    return {};
}

/// A package whose code is out of sight, in a listing by a host: Flask's own documentation puts create_app() there.
EntryPoint guessedEntry(const AppFolder& folder, const PythonProject& project, const QString& framework) {
    const QString usual = folder.firstOf({u"main.py"_s, u"app.py"_s, u"app/main.py"_s, u"src/main.py"_s, u"wsgi.py"_s});
    EntryPoint entry;
    if (!usual.isEmpty()) {
        entry.module = importName(folder, usual) + u":app"_s;
        entry.reason = usual + u" is there"_s;
        return entry;
    }
    const QString package = QString(project.name).replace(u'-', u'_');
    const QString file = folder.firstOf({package + u"/__init__.py"_s, u"src/"_s + package + u"/__init__.py"_s});
    const bool isExtension = project.name.startsWith(u"flask-"_s) || project.name.endsWith(u"-flask"_s);
    if (framework == u"flask" && !isExtension && !package.isEmpty() && !file.isEmpty() && folder.text(file).isEmpty()) {
        entry.module = package + u":create_app()"_s;
        entry.reason = file + u" is there, whose code could not be read"_s;
        entry.isFactory = true;
    }
    return entry;
}

} // namespace

EntryPoint findEntryPoint(const AppFolder& folder, const PythonProject& project, const QString& framework) {
    if (const EntryPoint entry = entryOfHosts(folder); !entry.module.isEmpty()) {
        return entry;
    }
    if (!project.entryPoint.isEmpty()) {
        EntryPoint entry;
        entry.module = project.entryPoint;
        entry.reason = project.entryReason;
        return entry;
    }
    if (framework == u"django") {
        const bool prefersAsgi = project.packages.contains(u"channels"_s) || project.packages.contains(u"daphne"_s);
        if (const EntryPoint entry = djangoEntry(folder, prefersAsgi); !entry.module.isEmpty()) {
            return entry;
        }
        for (const QString& name : folder.entries()) {
            if (!name.endsWith(u'/') || isBesideTheApp(name) || !folder.has(name + u"manage.py"_s)) {
                continue;
            }
            EntryPoint entry = djangoEntry(folder.inside(name.chopped(1)), prefersAsgi);
            if (!entry.module.isEmpty()) {
                entry.folder = name.chopped(1);
                return entry;
            }
        }
        return {};
    }
    if (const EntryPoint entry = codeEntry(folder, project); !entry.module.isEmpty()) {
        return entry;
    }
    if (const QString flask = flaskEnvironment(folder); framework == u"flask" && !flask.isEmpty()) {
        EntryPoint entry;
        entry.module = flask.contains(u':') ? flask : pythonModule(flask) + u":app"_s;
        entry.reason = u"FLASK_APP in .flaskenv"_s;
        return entry;
    }
    // Their files are programs, there is no application in them to be named.
    static const QStringList programs{QString(), u"streamlit"_s, u"gradio"_s};
    return programs.contains(framework) ? EntryPoint() : guessedEntry(folder, project, framework);
}

} // namespace miaobu
