#include "core/detect/python/project_reading.h"

#include "core/detect/python/python_manifests.h"
#include "core/detect/python/python_version.h"
#include "core/detect/python/requirements_file.h"
#include "core/detect/toml_reading.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

void choose(PythonProject& project, const QString& manager, const QString& command, const QString& reason) {
    project.manager = manager;
    project.installCommand = command;
    project.reason = reason;
}

/// Whether \a folder is a member of a uv workspace, which has one lockfile at its top.
bool isInUvWorkspace(const AppFolder& folder) {
    for (const AppFolder& at : folder.upwards()) {
        if (at.has(u"uv.lock"_s)) {
            const std::optional<toml::table> table = parseToml(at.text(u"pyproject.toml"_s));
            return table && (*table)["tool"]["uv"]["workspace"].is_table();
        }
    }
    return false;
}

/// The tool: its lockfile says it; then a requirements.txt, which hosts expect; then what pyproject.toml is written
/// for.
void chooseManager(const AppFolder& folder, const std::optional<toml::table>& pyproject, PythonProject& project) {
    const bool hasPyproject = folder.has(u"pyproject.toml"_s);
    const QString requirements
        = folder.firstOf({u"requirements.txt"_s, u"requirements/prod.txt"_s, u"requirements/production.txt"_s,
            u"requirements/base.txt"_s, u"requirements/main.txt"_s, u"requirements/requirements.txt"_s});
    if (hasPyproject && (folder.has(u"uv.lock"_s) || isInUvWorkspace(folder))) {
        choose(project, u"uv"_s, u"uv sync"_s, u"uv.lock"_s);
        project.lockfile = folder.firstOf({u"uv.lock"_s});
    } else if (hasPyproject && folder.has(u"poetry.lock"_s)) {
        choose(project, u"poetry"_s, u"poetry install"_s, u"poetry.lock"_s);
        project.lockfile = u"poetry.lock"_s;
    } else if (hasPyproject && folder.has(u"pdm.lock"_s)) {
        choose(project, u"pdm"_s, u"pdm install"_s, u"pdm.lock"_s);
        project.lockfile = u"pdm.lock"_s;
    } else if (!requirements.isEmpty()) {
        choose(project, u"pip"_s, u"pip install -r "_s + requirements, requirements);
        project.requirements = requirements;
    } else if (folder.has(u"Pipfile"_s)) {
        project.lockfile = folder.firstOf({u"Pipfile.lock"_s});
        choose(project, u"pipenv"_s, u"pipenv install"_s, project.lockfile.isEmpty() ? u"Pipfile"_s : project.lockfile);
    } else if (hasPyproject && pyproject && (*pyproject)["tool"]["poetry"]["dependencies"].is_table()) {
        choose(project, u"poetry"_s, u"poetry install"_s, u"tool.poetry in pyproject.toml"_s);
    } else if (hasPyproject && pyproject && (*pyproject)["tool"]["pdm"].is_table()
        && !(*pyproject)["project"].is_table()) {
        choose(project, u"pdm"_s, u"pdm install"_s, u"tool.pdm in pyproject.toml"_s);
    } else if (hasPyproject && pyproject
        && ((*pyproject)["project"].is_table() || (*pyproject)["build-system"].is_table())) {
        choose(project, u"pip"_s, u"pip install ."_s, u"pyproject.toml"_s);
    } else if (const QString setup = folder.firstOf({u"setup.py"_s, u"setup.cfg"_s}); !setup.isEmpty()) {
        choose(project, u"pip"_s, u"pip install ."_s, setup);
    }
}

} // namespace

PythonProject readPythonProject(const AppFolder& folder) {
    PythonProject project;
    const std::optional<toml::table> pyproject = parseToml(folder.text(u"pyproject.toml"_s));
    chooseManager(folder, pyproject, project);
    if (project.manager.isEmpty()) {
        return project;
    }
    for (const QString& name : {u"requirements.txt"_s, u"requirements/base.txt"_s, u"requirements/prod.txt"_s,
             u"requirements/production.txt"_s, u"requirements/main.txt"_s}) {
        project.packages.unite(readRequirementsFile(folder, name).packages());
    }
    if (pyproject) {
        readPyproject(*pyproject, project);
    }
    if (const std::optional<toml::table> pipfile = parseToml(folder.text(u"Pipfile"_s))) {
        readPipfile(*pipfile, project);
    }
    readSetup(folder, project);
    // Most files named setup.cfg only hold the settings of linters.
    project.isPackage
        = project.isPackage || folder.has(u"setup.py"_s) || folder.text(u"setup.cfg"_s).contains(u"[options]"_s);
    const PythonVersion version = findPythonVersion(folder);
    project.version = version.version;
    project.versionReason = version.reason;
    return project;
}

} // namespace miaobu
