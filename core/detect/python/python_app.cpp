#include "core/detect/python/python_app.h"

#include "core/detect/python/entry_point.h"
#include "core/detect/python/requirements.h"

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct PythonFramework {
    const char* package;
    const char* slug; ///< Empty for those that have no name of their own in plans.
    bool isAsgi;
};

/// The first that is a dependency wins. Django first: an API beside it may bring FastAPI.
constexpr std::array frameworks {
    PythonFramework {"django", "django", false},
    PythonFramework {"fastapi", "fastapi", true},
    PythonFramework {"fastapi-slim", "fastapi", true},
    PythonFramework {"flask", "flask", false},
    PythonFramework {"python-fasthtml", "fasthtml", true},
    PythonFramework {"apiflask", "flask", false},
    PythonFramework {"starlette", "starlette", true},
    PythonFramework {"litestar", "litestar", true},
    PythonFramework {"sanic", "sanic", true},
    PythonFramework {"quart", "quart", true},
    PythonFramework {"pyramid", "pyramid", false},
    PythonFramework {"bottle", "bottle", false},
    PythonFramework {"falcon", "falcon", false},
    PythonFramework {"aiohttp", "", true},
    PythonFramework {"tornado", "", true},
    PythonFramework {"streamlit", "streamlit", false},
    PythonFramework {"gradio", "gradio", true},
    PythonFramework {"dash", "dash", false},
};

const PythonFramework* frameworkOf(const PythonProject& project) {
    for (const PythonFramework& framework : frameworks) {
        const QString package = QString::fromLatin1(framework.package);
        // A framework's own repository has its name, and is no application.
        if (project.packages.contains(package) && project.name != package) {
            return &framework;
        }
    }
    return nullptr;
}

QString serverCommand(const EntryPoint& entry, bool isAsgi, const QString& runner) {
    if (isAsgi) {
        const QString module = QString(entry.module).remove(u"()"_s);
        return runner + u"uvicorn %1%2 --host 0.0.0.0 --port 9000"_s.arg(module, entry.isFactory ? u" --factory"_s : QString());
    }
    const QString module = entry.module.contains(u'(') ? u'\'' + entry.module + u'\'' : entry.module;
    return runner + u"gunicorn --bind 0.0.0.0:9000 %1"_s.arg(module);
}

QString runnerOf(const QString& manager) {
    return manager == u"pip" ? QString() : manager + u" run "_s;
}

/// Whether something here starts a server, for projects whose framework nobody here knows by name.
bool isStartedByServer(const EntryPoint& entry) {
    return entry.reason.contains(u"Procfile"_s) || entry.reason.contains(u"render.yaml"_s) || entry.reason.contains(u"Dockerfile"_s);
}

/// Whether the code of an application can be seen: a package that merely works with a framework has none.
bool isApplication(const AppFolder& folder, const EntryPoint& entry, const PythonProject& project) {
    return !entry.module.isEmpty() || folder.has(u"manage.py"_s) || project.installCommand.contains(u" -r "_s);
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
    const PythonFramework* const framework = frameworkOf(project);
    const QString slug = framework ? QString::fromLatin1(framework->slug) : QString();
    const EntryPoint entry = findEntryPoint(folder, slug);
    if (!(framework && isApplication(folder, entry, project)) && !(isStartedByServer(entry) && project.name != u"flask")) {
        return plan;
    }
    plan.kind = ProjectKind::Python;
    plan.reasons.insert(u"kind"_s, framework ? u"%1 is a dependency"_s.arg(QString::fromLatin1(framework->package)) : entry.reason);
    plan.framework = slug;
    plan.reasons.insert(u"framework"_s, plan.reasons.value(u"kind"_s));
    plan.pythonVersion = project.version;
    plan.reasons.insert(u"pythonVersion"_s, project.versionReason);
    if (!entry.module.isEmpty()) {
        plan.appModule = entry.module;
        plan.reasons.insert(u"appModule"_s, entry.reason);
        plan.startCommand = serverCommand(entry, entry.isAsgi || (framework && framework->isAsgi), runnerOf(project.manager));
        plan.reasons.insert(u"startCommand"_s, u"starts %1 on the port the host expects"_s.arg(entry.module));
    }
    return plan;
}

bool servesPages(const BuildPlan& plan, const AppFolder& folder) {
    const bool isStarted = plan.reasons.value(u"appModule"_s).contains(u"Procfile"_s);
    return isStarted || (plan.framework == u"django" && folder.has(u"manage.py"_s)) || !folder.has(u"index.html"_s);
}

} // namespace miaobu
