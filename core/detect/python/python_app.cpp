#include "core/detect/python/python_app.h"

#include "core/detect/python/django_entry.h"
#include "core/detect/python/entry_point.h"
#include "core/detect/python/project_reading.h"
#include "core/detect/python/python_frameworks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString runnerOf(const QString& manager) {
    return manager == u"pip" ? QString() : manager + u" run "_s;
}

/// The folder that modules are found from, told to the server.
QString inFolder(const QString& command, const QString& folder) {
    const bool isUvicorn = command.startsWith(u"uvicorn "_s);
    return folder.isEmpty() ? command : command + (isUvicorn ? u" --app-dir "_s : u" --chdir "_s) + folder;
}

/// Whether an app of \a framework is run by a server that is a package of its own.
bool hasServersOfOthers(const QString& framework) {
    static const QStringList known{
        u"django"_s, u"fastapi"_s, u"flask"_s, u"starlette"_s, u"litestar"_s, u"quart"_s, u"pyramid"_s, u"falcon"_s};
    return known.contains(framework);
}

void sayStart(
    BuildPlan& plan, const AppFolder& folder, const PythonProject& project, const EntryPoint& entry, bool isAsgi) {
    QStringList said;
    if (entry.command.isEmpty()) {
        plan.startCommand = runnerOf(project.manager) + inFolder(serverCommand(entry.module, isAsgi), entry.folder);
        said.append(u"starts %1 on the port the host expects"_s.arg(entry.module));
    } else {
        plan.startCommand = entry.command.contains(u"&&"_s) ? entry.command : runnerOf(project.manager) + entry.command;
        said.append(entry.reason + u", on the port the host expects"_s);
    }
    if (const QStringList missing = missingServers(project, plan.startCommand); !missing.isEmpty()) {
        said.append(u"%1 is not among the dependencies and is added"_s.arg(missing.join(u", "_s)));
    }
    if (plan.framework == u"django") {
        const QString warning
            = djangoWarning(entry.folder.isEmpty() ? folder : folder.inside(entry.folder), entry.module);
        said += warning.isEmpty() ? QStringList() : QStringList{warning};
    }
    plan.reasons.insert(u"startCommand"_s, said.join(u"; "_s));
}

/// Frameworks that bring a server of their own are started by their program or by the file itself.
void sayScript(BuildPlan& plan, const AppFolder& folder, const PythonProject& project) {
    const QString file = folder.firstOf({u"streamlit_app.py"_s, u"main.py"_s, u"app.py"_s, u"server.py"_s, u"run.py"_s,
        u"Home.py"_s, u"src/main.py"_s, u"src/app.py"_s, u"app/main.py"_s});
    if (file.isEmpty()) {
        return;
    }
    if (plan.framework == u"streamlit") {
        plan.startCommand = runnerOf(project.manager)
            + u"streamlit run %1 --server.address 0.0.0.0 --server.port 9000 --server.headless true"_s.arg(file);
        plan.reasons.insert(u"startCommand"_s, u"%1 is there"_s.arg(file));
    } else if (!hasServersOfOthers(plan.framework)) {
        plan.startCommand = runnerOf(project.manager) + u"python "_s + file;
        plan.reasons.insert(
            u"startCommand"_s, u"%1 is there; it has to listen on 0.0.0.0 and the port in PORT, 9000"_s.arg(file));
    }
}

/// Whether something here starts a server, for projects whose framework nobody here knows by name.
bool isStartedByServer(const EntryPoint& entry) {
    static const QStringList places{u"Procfile"_s, u"render.yaml"_s, u"Dockerfile"_s, u"railway."_s, u"nixpacks.toml"_s,
        u"fly.toml"_s, u"app.yaml"_s, u"pyproject.toml"_s};
    return std::any_of(
        places.begin(), places.end(), [&](const QString& place) { return entry.reason.contains(place); });
}

/// "flask-login" and "pytest-django" work with the framework, they are no applications of it.
bool isExtension(const PythonProject& project, const QString& framework) {
    const QStringList parts = project.name.split(u'-');
    return parts.size() > 1 && (parts.first() == framework || parts.last() == framework || parts.first() == u"pytest");
}

/// Whether this is an application, and not a package that merely works with the framework: something starts it or is
/// installed to run, or it is a package whose code is out of sight.
bool isApplication(
    const AppFolder& folder, const EntryPoint& entry, const PythonProject& project, const QString& framework) {
    if (!entry.module.isEmpty() || folder.has(u"manage.py"_s) || project.installCommand.contains(u" -r "_s)) {
        return true;
    }
    const QString module = QString(project.name).replace(u'-', u'_');
    const QString package = folder.firstOf({module + u"/__init__.py"_s, u"src/"_s + module + u"/__init__.py"_s});
    return !module.isEmpty() && !package.isEmpty() && folder.text(package).isEmpty()
        && !isExtension(project, framework);
}

/// Django shows itself by its layout where its requirements are out of sight.
bool isDjangoLayout(const AppFolder& folder) {
    if (!folder.has(u"manage.py"_s)) {
        return false;
    }
    const QString code = folder.text(u"manage.py"_s);
    if (!code.isEmpty()) {
        return code.contains(u"DJANGO_SETTINGS_MODULE"_s);
    }
    const QStringList entries = folder.entries();
    return std::any_of(entries.begin(), entries.end(), [&](const QString& entry) {
        return entry.endsWith(u'/') && folder.has(entry + u"wsgi.py"_s) && folder.has(entry + u"__init__.py"_s);
    });
}

} // namespace

BuildPlan planPython(const AppFolder& folder) {
    const PythonProject project = readPythonProject(folder);
    BuildPlan plan;
    if (project.manager.isEmpty()) {
        return plan;
    }
    plan.packageManager = project.manager;
    plan.installCommand = project.installCommand;
    plan.reasons.insert(u"packageManager"_s, project.reason);
    plan.reasons.insert(u"installCommand"_s, project.reason);
    const PythonFramework* const declared = pythonFramework(project);
    const PythonFramework* const framework
        = !declared && isDjangoLayout(folder) ? pythonFrameworkNamed(u"django"_s) : declared;
    const QString slug = framework ? QString::fromLatin1(framework->slug) : QString();
    const EntryPoint entry = findEntryPoint(folder, project, slug);
    if (!(framework && isApplication(folder, entry, project, slug)) && !isStartedByServer(entry)) {
        return plan;
    }
    plan.kind = ProjectKind::Python;
    plan.reasons.insert(u"kind"_s,
        declared        ? u"%1 is a dependency"_s.arg(QString::fromLatin1(declared->package))
            : framework ? u"manage.py is Django's"_s
                        : entry.reason);
    plan.framework = slug;
    plan.reasons.insert(u"framework"_s, plan.reasons.value(u"kind"_s));
    plan.pythonVersion = project.version;
    plan.reasons.insert(u"pythonVersion"_s, project.versionReason);
    if (!entry.module.isEmpty()) {
        plan.appModule = entry.module;
        plan.appCandidates = entry.others;
        plan.reasons.insert(u"appModule"_s, entry.reason);
        sayStart(plan, folder, project, entry, entry.isAsgi || (framework && framework->isAsgi));
    } else if (framework) {
        sayScript(plan, folder, project);
    }
    return plan;
}

bool servesPages(const BuildPlan& plan, const AppFolder& folder) {
    const bool isStarted = plan.reasons.value(u"appModule"_s).contains(u"Procfile"_s);
    return isStarted || (plan.framework == u"django" && folder.has(u"manage.py"_s)) || !folder.has(u"index.html"_s);
}

} // namespace miaobu
