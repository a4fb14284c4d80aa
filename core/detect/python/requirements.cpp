#include "core/detect/python/requirements.h"

#include "core/detect/python/python_version.h"
#include "core/detect/toml_reading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString normalized(const QString& name) {
    static const QRegularExpression separators(u"[-_.]+"_s);
    return name.toLower().replace(separators, u"-"_s);
}

/// A requirements file with the files it includes.
void readRequirements(const AppFolder& folder, const QString& name, QSet<QString>& packages, QStringList& seen) {
    if (seen.contains(name) || seen.size() > 20) {
        return;
    }
    seen.append(name);
    static const QRegularExpression include(u"^\\s*(?:-r|--requirement)[\\s=]*(\\S+)"_s);
    for (const QString& line : folder.text(name).split(u'\n')) {
        if (const QRegularExpressionMatch match = include.match(line); match.hasMatch()) {
            const QString path = name.section(u'/', 0, -2);
            readRequirements(
                folder, tidyPath(path.isEmpty() ? match.captured(1) : path + u'/' + match.captured(1)), packages, seen);
        } else if (const QString package = requirementName(line); !package.isEmpty()) {
            packages.insert(package);
        }
    }
}

void addList(const toml::array* list, QSet<QString>& packages) {
    if (!list) {
        return;
    }
    for (const toml::node& item : *list) {
        packages.insert(requirementName(tomlText(item)));
    }
}

void addKeys(const toml::table* table, QSet<QString>& packages) {
    if (!table) {
        return;
    }
    for (const auto& [key, value] : *table) {
        const std::string_view name = key.str();
        packages.insert(normalized(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
    }
}

void readPyproject(const toml::table& table, PythonProject& project) {
    addList(table["project"]["dependencies"].as_array(), project.packages);
    addKeys(table["tool"]["poetry"]["dependencies"].as_table(), project.packages);
    const QString name = tomlText(table["project"]["name"]);
    project.name = normalized(name.isEmpty() ? tomlText(table["tool"]["poetry"]["name"]) : name);
}

void readSetup(const AppFolder& folder, PythonProject& project) {
    // setup.py is a program: only the texts in its install_requires list are looked at.
    static const QRegularExpression list(u"install_requires\\s*=\\s*\\[([^\\]]*)\\]"_s);
    static const QRegularExpression text(u"[\"']([^\"']+)[\"']"_s);
    QRegularExpressionMatchIterator texts = text.globalMatch(list.match(folder.text(u"setup.py"_s)).captured(1));
    while (texts.hasNext()) {
        project.packages.insert(requirementName(texts.next().captured(1)));
    }
    bool isInside = false;
    for (const QString& line : folder.text(u"setup.cfg"_s).split(u'\n')) {
        const bool isIndented = line.startsWith(u' ') || line.startsWith(u'\t');
        if (isInside && isIndented) {
            project.packages.insert(requirementName(line));
        }
        isInside = line.startsWith(u"install_requires"_s) || (isInside && (isIndented || line.trimmed().isEmpty()));
    }
}

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
    } else if (hasPyproject && folder.has(u"poetry.lock"_s)) {
        choose(project, u"poetry"_s, u"poetry install"_s, u"poetry.lock"_s);
    } else if (hasPyproject && folder.has(u"pdm.lock"_s)) {
        choose(project, u"pdm"_s, u"pdm install"_s, u"pdm.lock"_s);
    } else if (!requirements.isEmpty()) {
        choose(project, u"pip"_s, u"pip install -r "_s + requirements, requirements);
    } else if (folder.has(u"Pipfile"_s)) {
        choose(project, u"pipenv"_s, u"pipenv install"_s,
            folder.has(u"Pipfile.lock"_s) ? u"Pipfile.lock"_s : u"Pipfile"_s);
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

QString requirementName(const QString& line) {
    static const QRegularExpression name(u"^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[|[<>=!~;@ ,(#]|$|\\r)"_s);
    return normalized(name.match(line).captured(1));
}

PythonProject readPythonProject(const AppFolder& folder) {
    PythonProject project;
    const std::optional<toml::table> pyproject = parseToml(folder.text(u"pyproject.toml"_s));
    chooseManager(folder, pyproject, project);
    if (project.manager.isEmpty()) {
        return project;
    }
    QStringList seen;
    for (const QString& name : {u"requirements.txt"_s, u"requirements/base.txt"_s, u"requirements/prod.txt"_s,
             u"requirements/production.txt"_s, u"requirements/main.txt"_s}) {
        readRequirements(folder, name, project.packages, seen);
    }
    if (pyproject) {
        readPyproject(*pyproject, project);
    }
    if (const std::optional<toml::table> pipfile = parseToml(folder.text(u"Pipfile"_s))) {
        addKeys((*pipfile)["packages"].as_table(), project.packages);
    }
    readSetup(folder, project);
    project.packages.remove(QString());
    const PythonVersion version = findPythonVersion(folder);
    project.version = version.version;
    project.versionReason = version.reason;
    return project;
}

} // namespace miaobu
