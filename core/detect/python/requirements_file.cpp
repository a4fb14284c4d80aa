#include "core/detect/python/requirements_file.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype mostFiles = 20;
constexpr qsizetype mostLines = 20'000;

QString beside(const QString& file, const QString& path) {
    const QString folder = file.section(u'/', 0, -2);
    return tidyPath(folder.isEmpty() ? path : folder + u'/' + path);
}

/// As pip reads it: PowerShell's "pip freeze > requirements.txt" writes UTF-16.
QString textOf(const AppFolder& folder, const QString& name) {
    const QByteArray bytes = folder.read(name).value_or(QByteArray());
    const std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(bytes);
    return QStringDecoder(encoding.value_or(QStringConverter::Utf8)).decode(bytes);
}

void read(const AppFolder& folder, const QString& name, bool isConstraint, RequirementsFile& file) {
    if (file.files.contains(name) || file.files.size() >= mostFiles || name.startsWith(u".."_s) || !folder.has(name)) {
        return;
    }
    file.files.append(name);
    static const QRegularExpression include(u"\\A(-r|--requirement|-c|--constraint)(?:\\s*=\\s*|\\s*)(\\S+)"_s);
    const QStringList lines = requirementLines(textOf(folder, name));
    for (const QString& line : lines) {
        if (const QRegularExpressionMatch match = include.match(line); match.hasMatch()) {
            const bool constrains = match.captured(1) == u"-c" || match.captured(1) == u"--constraint";
            read(folder, beside(name, match.captured(2)), isConstraint || constrains, file);
            continue;
        }
        file.hasHashes = file.hasHashes || line.contains(u"--hash="_s);
        Requirement requirement = parseRequirement(line);
        if (!requirement.path.isEmpty()) {
            requirement.path = beside(name, requirement.path);
        }
        if (!isConstraint && (!requirement.name.isEmpty() || !requirement.path.isEmpty())) {
            file.requirements.append(requirement);
        }
    }
}

} // namespace

QSet<QString> RequirementsFile::packages() const {
    QSet<QString> packages;
    for (const Requirement& requirement : requirements) {
        packages.unite(packagesOf(requirement));
    }
    return packages;
}

QStringList RequirementsFile::paths() const {
    QStringList paths;
    for (const Requirement& requirement : requirements) {
        if (!requirement.path.isEmpty()) {
            paths.append(requirement.path);
        }
    }
    return paths;
}

bool RequirementsFile::needsGit() const {
    return std::any_of(
        requirements.begin(), requirements.end(), [](const Requirement& each) { return each.needsGit(); });
}

RequirementsFile readRequirementsFile(const AppFolder& folder, const QString& name) {
    RequirementsFile file;
    read(folder, name, false, file);
    return file;
}

QStringList requirementLines(const QString& text) {
    QStringList lines;
    QString begun;
    for (const QString& raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.endsWith(u'\\')) {
            begun += line.chopped(1) + u' ';
            continue;
        }
        if (const QString whole = (begun + line).trimmed(); !whole.isEmpty() && lines.size() < mostLines) {
            lines.append(whole);
        }
        begun.clear();
    }
    if (!begun.trimmed().isEmpty()) {
        lines.append(begun.trimmed());
    }
    return lines;
}

} // namespace miaobu
