#include "core/detect/python/python_app.h"

#include "core/detect/python/entry_point.h"
#include "core/detect/python/project_reading.h"
#include "core/detect/python/python_frameworks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString serverCommand(const EntryPoint& entry, bool isAsgi, const QString& runner) {
    if (isAsgi) {
        const QString module = QString(entry.module).remove(u"()"_s);
        return runner
            + u"uvicorn %1%2 --host 0.0.0.0 --port 9000"_s.arg(module, entry.isFactory ? u" --factory"_s : QString());
    }
    const QString module = entry.module.contains(u'(') ? u'\'' + entry.module + u'\'' : entry.module;
    return runner + u"gunicorn --bind 0.0.0.0:9000 %1"_s.arg(module);
}

QString runnerOf(const QString& manager) {
    return manager == u"pip" ? QString() : manager + u" run "_s;
}

/// Whether something here starts a server, for projects whose framework nobody here knows by name.
bool isStartedByServer(const EntryPoint& entry) {
    return entry.reason.contains(u"Procfile"_s) || entry.reason.contains(u"render.yaml"_s)
        || entry.reason.contains(u"Dockerfile"_s);
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
    const EntryPoint entry = findEntryPoint(folder, slug);
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
        plan.reasons.insert(u"appModule"_s, entry.reason);
        plan.startCommand
            = serverCommand(entry, entry.isAsgi || (framework && framework->isAsgi), runnerOf(project.manager));
        plan.reasons.insert(u"startCommand"_s, u"starts %1 on the port the host expects"_s.arg(entry.module));
    }
    return plan;
}

bool servesPages(const BuildPlan& plan, const AppFolder& folder) {
    const bool isStarted = plan.reasons.value(u"appModule"_s).contains(u"Procfile"_s);
    return isStarted || (plan.framework == u"django" && folder.has(u"manage.py"_s)) || !folder.has(u"index.html"_s);
}

} // namespace miaobu
