#include "core/build/python_recipe.h"

#include "core/build/program_run.h"
#include "core/build/recipe_lines.h"
#include "core/detect/python/project_reading.h"
#include "core/detect/python/python_frameworks.h"
#include "core/detect/python/requirements_file.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Debian packages that a Python package is compiled with, because there is no wheel of it.
struct SystemPackages {
    const char* package;
    const char* debian;
};

constexpr std::array systemPackages{
    SystemPackages{"psycopg2", "gcc libc6-dev libpq-dev"},
    SystemPackages{"mysqlclient", "gcc libc6-dev pkg-config default-libmysqlclient-dev"},
    SystemPackages{"python-ldap", "gcc libc6-dev libldap2-dev libsasl2-dev"},
    SystemPackages{"pyodbc", "unixodbc"},
    SystemPackages{"uwsgi", "gcc libc6-dev"},
    SystemPackages{"weasyprint", "libpango-1.0-0 libpangoft2-1.0-0"},
};

/// What the install of a project is written from.
struct Install {
    QStringList files; ///< To copy before it, so that its layer is kept while they are the same
    QStringList commands; ///< Before the source is there
    QStringList afterwards; ///< That need the source
    bool hasVenv = false; ///< In /app/.venv
};

QString group(const QString& flag, const PythonGroup& each) {
    return u' ' + flag + u' ' + shellWord(each.name);
}

Install uvInstall(const PythonProject& project, const QList<PythonGroup>& groups) {
    QString sync = project.lockfile.isEmpty() ? u"uv sync --no-dev"_s : u"uv sync --locked --no-dev"_s;
    for (const PythonGroup& each : groups) {
        sync += group(each.isExtra ? u"--extra"_s : u"--group"_s, each);
    }
    Install install{{u"pyproject.toml"_s}, {u"pip install uv"_s, sync + u" --no-install-project"_s}, {}, true};
    if (!project.lockfile.isEmpty()) {
        install.files.append(project.lockfile);
    }
    if (project.isPackage) {
        install.afterwards.append(sync + u" --inexact"_s);
    }
    return install;
}

Install poetryInstall(const PythonProject& project, const QList<PythonGroup>& groups, bool isMirrored) {
    // What --only does not name stays out, whatever else is asked for.
    QString only = u"main"_s;
    QString extras;
    for (const PythonGroup& each : groups) {
        (each.isExtra ? extras : only) += each.isExtra ? group(u"--extras"_s, each) : u',' + shellWord(each.name);
    }
    const QString command = u"poetry install --no-interaction --no-ansi --only "_s + only + extras;
    // Of itself it asks its usual index, whatever pip is told.
    const QString program = isMirrored ? u"pip install poetry poetry-plugin-pypi-mirror"_s : u"pip install poetry"_s;
    Install install{{u"pyproject.toml"_s}, {program, command + u" --no-root"_s}, {}};
    if (!project.lockfile.isEmpty()) {
        install.files.append(project.lockfile);
    }
    return install;
}

Install pdmInstall(const PythonProject& project, const QList<PythonGroup>& groups) {
    QString command = project.lockfile.isEmpty() ? u"pdm install --prod --no-self"_s : u"pdm sync --prod --no-self"_s;
    for (const PythonGroup& each : groups) {
        command += group(u"-G"_s, each);
    }
    Install install{{u"pyproject.toml"_s}, {u"pip install pdm"_s, command}, {}, true};
    if (!project.lockfile.isEmpty()) {
        install.files.append(project.lockfile);
    }
    return install;
}

Install pipenvInstall(const PythonProject& project) {
    if (project.lockfile.isEmpty()) {
        return {{u"Pipfile"_s}, {u"pip install pipenv"_s, u"pipenv install --system --skip-lock"_s}, {}};
    }
    return {{u"Pipfile"_s, project.lockfile}, {u"pip install pipenv"_s, u"pipenv install --system --deploy"_s}, {}};
}

/// The dependencies of a pyproject.toml written out, so that their layer does not hang on the source.
Install projectInstall(const PythonProject& project, const QList<PythonGroup>& groups) {
    QStringList words;
    for (const QString& dependency : project.dependencies) {
        words.append(shellWord(dependency));
    }
    for (const PythonGroup& each : groups) {
        for (const QString& dependency : each.texts) {
            words.append(shellWord(dependency));
        }
    }
    const bool isReadable = !project.isDynamic && !words.isEmpty();
    Install install;
    if (isReadable) {
        install.commands.append(u"pip install "_s + words.join(u' '));
    }
    if (project.isPackage || !isReadable) {
        install.afterwards.append(isReadable ? u"pip install --no-deps ."_s : u"pip install ."_s);
    }
    return install;
}

Install requirementsInstall(const AppFolder& folder, const QString& name) {
    const RequirementsFile file = readRequirementsFile(folder, name);
    const QString command = u"pip install -r "_s + shellWord(name);
    if (!file.paths().isEmpty()) {
        return {{}, {}, {command}}; // Parts of the repository are among them.
    }
    return {file.files, {command}, {}};
}

Install installOf(
    const AppFolder& folder, const BuildPlan& plan, const PythonProject& project, const ImageSettings& settings) {
    const bool isOwn = !plan.installCommand.isEmpty() && plan.installCommand != project.installCommand;
    if (isOwn || project.manager.isEmpty()) {
        return {{}, {}, {plan.installCommand}};
    }
    const QList<PythonGroup> groups = neededGroups(project, plan.startCommand);
    if (project.manager == u"uv") {
        // The lockfile of a workspace lies above this folder, where no build of the folder reaches it.
        return uvInstall(project, groups);
    }
    if (project.manager == u"poetry") {
        return poetryInstall(project, groups, !settings.pipIndexUrl.isEmpty());
    }
    if (project.manager == u"pdm") {
        return pdmInstall(project, groups);
    }
    if (project.manager == u"pipenv") {
        return pipenvInstall(project);
    }
    return project.requirements.isEmpty() ? projectInstall(project, groups)
                                          : requirementsInstall(folder, project.requirements);
}

QStringList debianPackages(const AppFolder& folder, const PythonProject& project) {
    QStringList packages;
    for (const SystemPackages& known : systemPackages) {
        if (project.packages.contains(QString::fromLatin1(known.package))) {
            packages += QString::fromLatin1(known.debian).split(u' ');
        }
    }
    if (!project.requirements.isEmpty() && readRequirementsFile(folder, project.requirements).needsGit()) {
        packages.append(u"git"_s);
    }
    packages.removeDuplicates();
    return packages;
}

bool collectsStatic(const AppFolder& folder, const BuildPlan& plan) {
    if (plan.framework != u"django" || !folder.has(u"manage.py"_s)) {
        return false;
    }
    const QString package = plan.appModule.section(u'.', 0, 0);
    static const QRegularExpression root(u"^STATIC_ROOT\\s*="_s, QRegularExpression::MultilineOption);
    for (const QString& name :
        {u"/settings.py"_s, u"/settings/base.py"_s, u"/settings/__init__.py"_s, u"/settings/production.py"_s}) {
        if (root.match(folder.text(package + name)).hasMatch()) {
            return true;
        }
    }
    return false;
}

QStringList head(const BuildPlan& plan, const ImageSettings& settings, const Install& install) {
    QStringList lines{u"FROM "_s + baseImage(plan, settings), QString(), u"ENV PYTHONUNBUFFERED=1 \\"_s,
        u"    PYTHONDONTWRITEBYTECODE=1 \\"_s, u"    PIP_NO_CACHE_DIR=1 \\"_s,
        u"    PIP_DISABLE_PIP_VERSION_CHECK=1 \\"_s, u"    PIP_ROOT_USER_ACTION=ignore \\"_s,
        u"    PIP_BREAK_SYSTEM_PACKAGES=1"_s, u"WORKDIR /app"_s};
    if (plan.packageManager == u"poetry") {
        lines.append(u"ENV POETRY_VIRTUALENVS_CREATE=false"_s);
    }
    if (install.hasVenv) {
        lines.append(u"ENV PATH=/app/.venv/bin:$PATH"_s);
    }
    return lines;
}

} // namespace

QStringList pythonDockerfile(const AppFolder& folder, const BuildPlan& plan, const ImageSettings& settings,
    const BuildVariableNames& variables, const QString& command, QStringList& notes) {
    const PythonProject project = readPythonProject(folder);
    const Install install = installOf(folder, plan, project, settings);
    QStringList lines = head(plan, settings, install);
    lines += argumentLines(settings, variables, {u"PIP_CERT"_s, u"SSL_CERT_FILE"_s, u"REQUESTS_CA_BUNDLE"_s});
    if (const QStringList packages = debianPackages(folder, project); !packages.isEmpty()) {
        lines += systemPackageLines(packages);
        notes.append(systemPackageNote(packages));
    }
    if (!install.commands.isEmpty()) {
        lines << QString() << u"# In layers of their own: they are kept until the dependencies change."_s;
        lines += copyLines(install.files);
        for (const QString& each : install.commands) {
            lines.append(runLine(each, variables.secret));
        }
    }
    const QStringList missing = missingServers(project, plan.startCommand);
    if (!missing.isEmpty()) {
        lines.append(runLine((install.hasVenv ? u"pip --python /app/.venv/bin/python install "_s : u"pip install "_s)
                + missing.join(u' '),
            variables.secret));
        notes.append(u"%1 is not among the dependencies: it is added to the image."_s.arg(missing.join(u", "_s)));
    }
    lines << QString() << u"COPY --chown=10001:10001 . ."_s;
    for (const QString& each : install.afterwards) {
        if (!each.isEmpty()) {
            lines.append(runLine(each, variables.secret));
        }
    }
    if (!plan.buildCommand.isEmpty()) {
        lines.append(runLine(plan.buildCommand, variables.secret));
    }
    if (collectsStatic(folder, plan)) {
        // Settings that want a running app's variables must not keep it from being built.
        lines.append(runLine(
            u"python3 manage.py collectstatic --noinput || echo 'collectstatic failed: static files may be missing'"_s,
            variables.secret));
    }
    if (folder.hasFolder(u"src"_s) && !folder.has(u"src/__init__.py"_s)) {
        lines.append(u"ENV PYTHONPATH=/app/src"_s);
    }
    return lines
        + endLines({u"FORWARDED_ALLOW_IPS=*"_s,
                       u"GUNICORN_CMD_ARGS=\"--workers=2 --threads=4 --timeout=120 --access-logfile=-\""_s},
            command);
}

} // namespace miaobu
