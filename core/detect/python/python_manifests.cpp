#include "core/detect/python/python_manifests.h"

#include "core/detect/python/requirement.h"
#include "core/detect/toml_reading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString keyText(const toml::key& key) {
    const std::string_view text = key.str();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList textsOf(const toml::array* list) {
    QStringList texts;
    if (list) {
        for (const toml::node& item : *list) {
            if (const QString text = tomlText(item); !text.isEmpty()) {
                texts.append(text);
            }
        }
    }
    return texts;
}

QSet<QString> packagesIn(const QStringList& texts) {
    QSet<QString> packages;
    for (const QString& text : texts) {
        packages.unite(packagesOf(parseRequirement(text)));
    }
    return packages;
}

/// A table of name = version or name = { version = …, extras = […], markers = … }, as Poetry and Pipenv write it.
QSet<QString> packagesIn(const toml::table* table) {
    QSet<QString> packages;
    if (!table) {
        return packages;
    }
    for (const auto& [key, value] : *table) {
        Requirement requirement;
        requirement.name = normalizedPackage(keyText(key));
        const toml::table* const details = value.as_table();
        if (details && (*details)["optional"].value_or(false)) {
            continue;
        }
        if (details) {
            for (const QString& extra : textsOf((*details)["extras"].as_array())) {
                requirement.extras.append(normalizedPackage(extra));
            }
            requirement.marker = tomlText((*details)["markers"]);
        }
        packages.unite(packagesOf(requirement));
    }
    return packages;
}

bool isForDevelopment(const QString& group) {
    static const QRegularExpression name(
        u"\\A(?:dev|develop|development|tests?|testing|lint|linting|format|docs?|documentation|typing|types|mypy|"
        u"ci|build|release|notebooks?|jupyter|examples?|benchmarks?|debug)(?:[-_].*)?\\z"_s);
    return name.match(group.toLower()).hasMatch();
}

void addGroup(PythonProject& project, const QString& name, bool isExtra, const QStringList& texts) {
    if (!isForDevelopment(name)) {
        project.groups.append({name, isExtra, packagesIn(texts), texts});
    }
}

void readScripts(const toml::table* scripts, PythonProject& project) {
    if (!scripts) {
        return;
    }
    for (const auto& [name, value] : *scripts) {
        const toml::table* const details = value.as_table();
        const QString target = details ? tomlText((*details)["callable"]) : tomlText(value);
        if (!target.isEmpty()) {
            project.scripts.insert(keyText(name), target);
        }
    }
}

void readGroups(const toml::table& table, PythonProject& project) {
    if (const toml::table* const extras = table["project"]["optional-dependencies"].as_table()) {
        for (const auto& [name, list] : *extras) {
            addGroup(project, keyText(name), true, textsOf(list.as_array()));
        }
    }
    if (const toml::table* const groups = table["dependency-groups"].as_table()) {
        for (const auto& [name, list] : *groups) {
            addGroup(project, keyText(name), false, textsOf(list.as_array()));
        }
    }
    if (const toml::table* const groups = table["tool"]["poetry"]["group"].as_table()) {
        for (const auto& [name, group] : *groups) {
            const toml::table* const details = group.as_table();
            if (details && !isForDevelopment(keyText(name))) {
                const toml::table* const dependencies = (*details)["dependencies"].as_table();
                project.groups.append({keyText(name), false, packagesIn(dependencies), {}});
            }
        }
    }
}

/// The [tool] tables in which a host or a framework is told what the app is.
void readToolEntry(const toml::table& table, PythonProject& project) {
    static const QRegularExpression form(u"\\A[A-Za-z_][\\w.]*:[A-Za-z_]\\w*\\z"_s);
    const auto take = [&project](const QString& text, const QString& reason) {
        if (project.entryPoint.isEmpty() && form.match(text).hasMatch()) {
            project.entryPoint = text;
            project.entryReason = reason;
        }
    };
    take(tomlText(table["tool"]["fastapi"]["entrypoint"]), u"tool.fastapi in pyproject.toml"_s);
    take(tomlText(table["tool"]["vercel"]["entrypoint"]), u"tool.vercel in pyproject.toml"_s);
    take(tomlText(table["tool"]["uvicorn"]["app"]), u"tool.uvicorn in pyproject.toml"_s);
    take(tomlText(table["tool"]["flask"]["app"]), u"tool.flask in pyproject.toml"_s);
}

} // namespace

void readPyproject(const toml::table& table, PythonProject& project) {
    project.dependencies = textsOf(table["project"]["dependencies"].as_array());
    project.packages.unite(packagesIn(project.dependencies));
    project.packages.unite(packagesIn(table["tool"]["poetry"]["dependencies"].as_table()));
    project.packages.remove(u"python"_s);
    const QString name = tomlText(table["project"]["name"]);
    project.name = normalizedPackage(name.isEmpty() ? tomlText(table["tool"]["poetry"]["name"]) : name);
    project.isPackage = table["build-system"].is_table() && table["tool"]["poetry"]["package-mode"].value_or(true)
        && table["tool"]["uv"]["package"].value_or(true);
    project.isDynamic = textsOf(table["project"]["dynamic"].as_array()).contains(u"dependencies"_s);
    readGroups(table, project);
    readScripts(table["project"]["scripts"].as_table(), project);
    readScripts(table["tool"]["poetry"]["scripts"].as_table(), project);
    readToolEntry(table, project);
}

void readPipfile(const toml::table& table, PythonProject& project) {
    project.packages.unite(packagesIn(table["packages"].as_table()));
}

void readSetup(const AppFolder& folder, PythonProject& project) {
    static const QRegularExpression list(u"install_requires\\s*=\\s*\\[([^\\]]*)\\]"_s);
    static const QRegularExpression text(u"[\"']([^\"']+)[\"']"_s);
    QRegularExpressionMatchIterator texts = text.globalMatch(list.match(folder.text(u"setup.py"_s)).captured(1));
    while (texts.hasNext()) {
        project.packages.unite(packagesOf(parseRequirement(texts.next().captured(1))));
    }
    bool isInside = false;
    for (const QString& line : folder.text(u"setup.cfg"_s).split(u'\n')) {
        const bool isIndented = line.startsWith(u' ') || line.startsWith(u'\t');
        if (isInside && isIndented) {
            project.packages.unite(packagesOf(parseRequirement(line)));
        }
        const bool begins = line.startsWith(u"install_requires"_s);
        if (begins && line.contains(u'=')) {
            project.packages.unite(packagesOf(parseRequirement(line.section(u'=', 1))));
        }
        isInside = begins || (isInside && (isIndented || line.trimmed().isEmpty()));
    }
}

} // namespace miaobu
