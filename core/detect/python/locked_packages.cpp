#include "core/detect/python/locked_packages.h"

#include "core/detect/python/requirement.h"
#include "core/detect/toml_reading.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// One package of a lockfile: what it is locked to, and what it asks for.
struct Locked {
    QString requirement; ///< "flask==3.0.2"; empty for the project itself
    QSet<QString> needs;
};

using Lock = QHash<QString, Locked>;

QString keyText(const toml::key& key) {
    const std::string_view text = key.str();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The names in a list of texts ("x>=1 ; marker") or of tables ({ name = "x", marker = "…" }).
QSet<QString> namesIn(const toml::array* list) {
    QSet<QString> names;
    if (!list) {
        return names;
    }
    for (const toml::node& item : *list) {
        const toml::table* const table = item.as_table();
        const Requirement requirement = table
            ? Requirement{normalizedPackage(tomlText((*table)["name"])), {}, tomlText((*table)["marker"]), {}, {}}
            : parseRequirement(tomlText(item));
        if (!requirement.name.isEmpty() && appliesOnLinux(requirement.marker)) {
            names.insert(requirement.name);
        }
    }
    return names;
}

/// The names in Poetry's [package.dependencies]: name = "version", or a table with markers and "optional".
QSet<QString> namesIn(const toml::table* table) {
    QSet<QString> names;
    if (!table) {
        return names;
    }
    for (const auto& [key, value] : *table) {
        const toml::table* const details = value.as_table();
        const bool isOptional = details && (*details)["optional"].value_or(false);
        if (!isOptional && (!details || appliesOnLinux(tomlText((*details)["markers"])))) {
            names.insert(normalizedPackage(keyText(key)));
        }
    }
    return names;
}

Lock readLock(const QString& text) {
    Lock lock;
    const std::optional<toml::table> table = parseToml(text);
    const toml::array* const packages = table ? (*table)["package"].as_array() : nullptr;
    if (!packages) {
        return lock;
    }
    for (const toml::node& item : *packages) {
        const toml::table* const package = item.as_table();
        if (!package) {
            continue;
        }
        const QString name = normalizedPackage(tomlText((*package)["name"]));
        const QString version = tomlText((*package)["version"]);
        const bool isProject
            = (*package)["source"]["virtual"].is_string() || (*package)["source"]["editable"].is_string();
        Locked& locked = lock[name];
        if (!isProject && !version.isEmpty()) {
            locked.requirement = name + u"=="_s + version;
        }
        locked.needs.unite(namesIn((*package)["dependencies"].as_array()));
        locked.needs.unite(namesIn((*package)["dependencies"].as_table()));
    }
    return lock;
}

/// Everything that \a wanted leads to.
QStringList closure(const Lock& lock, QSet<QString> wanted) {
    QStringList open(wanted.begin(), wanted.end());
    QStringList requirements;
    while (!open.isEmpty()) {
        const auto found = lock.constFind(open.takeLast());
        if (found == lock.constEnd()) {
            continue;
        }
        if (!found->requirement.isEmpty()) {
            requirements.append(found->requirement);
        }
        for (const QString& name : found->needs) {
            if (!wanted.contains(name)) {
                wanted.insert(name);
                open.append(name);
            }
        }
    }
    requirements.sort();
    return requirements;
}

QStringList fromPipfileLock(const QString& text) {
    QStringList requirements;
    const QJsonObject packages = QJsonDocument::fromJson(text.toUtf8()).object().value(u"default"_s).toObject();
    for (auto package = packages.begin(); package != packages.end(); ++package) {
        const QJsonObject details = package.value().toObject();
        const QString version = details.value(u"version"_s).toString();
        if (version.startsWith(u"=="_s) && appliesOnLinux(details.value(u"markers"_s).toString())) {
            requirements.append(normalizedPackage(package.key()) + version);
        }
    }
    requirements.sort();
    return requirements;
}

/// name = "version" or name = { version = …, extras = […] } for pip.
QStringList fromTable(const toml::table* table) {
    QStringList requirements;
    if (!table) {
        return requirements;
    }
    for (const auto& [key, value] : *table) {
        const QString name = normalizedPackage(keyText(key));
        const toml::table* const details = value.as_table();
        if (name == u"python" || (details && (*details)["optional"].value_or(false))) {
            continue;
        }
        QStringList extras;
        if (const toml::array* const list = details ? (*details)["extras"].as_array() : nullptr) {
            for (const toml::node& extra : *list) {
                extras.append(normalizedPackage(tomlText(extra)));
            }
        }
        const QString version = pipVersion(details ? tomlText((*details)["version"]) : tomlText(value));
        requirements.append(name + (extras.isEmpty() ? QString() : u'[' + extras.join(u',') + u']') + version);
    }
    requirements.sort();
    return requirements;
}

QStringList fromManifest(const AppFolder& folder, const PythonProject& project) {
    if (!project.dependencies.isEmpty()) {
        return project.dependencies;
    }
    const bool isPipenv = project.manager == u"pipenv";
    const std::optional<toml::table> table = parseToml(folder.text(isPipenv ? u"Pipfile"_s : u"pyproject.toml"_s));
    if (!table) {
        return {};
    }
    return fromTable(
        isPipenv ? (*table)["packages"].as_table() : (*table)["tool"]["poetry"]["dependencies"].as_table());
}

} // namespace

QStringList lockedRequirements(const AppFolder& folder, const PythonProject& project) {
    if (project.manager.isEmpty() || project.manager == u"pip") {
        return {};
    }
    if (project.lockfile == u"Pipfile.lock") {
        return fromPipfileLock(folder.text(project.lockfile));
    }
    if (!project.lockfile.isEmpty() && project.manager != u"pipenv") {
        const Lock lock = readLock(folder.text(project.lockfile));
        QSet<QString> wanted = project.packages;
        wanted.insert(project.name);
        const QStringList locked = closure(lock, wanted);
        if (!locked.isEmpty()) {
            return locked;
        }
    }
    return fromManifest(folder, project);
}

QString pipVersion(const QString& poetry) {
    const QString text = poetry.trimmed();
    if (text.isEmpty() || text == u"*") {
        return {};
    }
    static const QRegularExpression range(u"\\A([\\^~])\\s*(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?"_s);
    const QRegularExpressionMatch match = range.match(text);
    if (!match.hasMatch() || text.startsWith(u"~="_s)) {
        static const QRegularExpression bare(u"\\A\\d"_s);
        return bare.match(text).hasMatch() ? u"=="_s + text : text;
    }
    const int major = match.captured(2).toInt();
    const int minor = match.captured(3).toInt();
    const QString lowest = text.mid(1).trimmed();
    // "^0.2" stays below 0.3, "^1.2" below 2, "~1.2" below 1.3, "~1" below 2.
    const bool byMinor = match.captured(1) == u"~" ? !match.captured(3).isEmpty() : major == 0 && minor > 0;
    const QString above = byMinor ? u"%1.%2"_s.arg(major).arg(minor + 1) : QString::number(major + 1);
    return u">=%1,<%2"_s.arg(lowest, above);
}

} // namespace miaobu
