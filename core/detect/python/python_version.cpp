#include "core/detect/python/python_version.h"

#include "core/detect/toml_reading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString firstMinor(const QString& text, const QString& before = {}) {
    const QRegularExpression form(before + u"(3\\.\\d{1,2})"_s, QRegularExpression::MultilineOption);
    return form.match(text).captured(1);
}

/// The lowest version that a range lets in: of ">=3.10,<3.13", "^3.11", "~=3.9", "==3.12.*", "<3.13,>=3.10". Of one that
/// only says what is too new, the one before that.
QString lowestIn(const QString& range) {
    static const QRegularExpression least(u"(?:>=|==|~=|(?<![<>!~=])=|\\^|~|>|^)\\s*v?(3\\.\\d{1,2})"_s);
    if (const QRegularExpressionMatch match = least.match(range.trimmed()); match.hasMatch()) {
        return match.captured(1);
    }
    static const QRegularExpression below(u"(<=?)\\s*3\\.(\\d{1,2})"_s);
    const QRegularExpressionMatch match = below.match(range);
    const int minor = match.captured(2).toInt() - (match.captured(1) == u"<" ? 1 : 0);
    return match.hasMatch() && minor > 0 ? u"3.%1"_s.arg(minor) : QString();
}

PythonVersion versionIn(const AppFolder& folder) {
    const std::optional<toml::table> pyproject = parseToml(folder.text(u"pyproject.toml"_s));
    const auto declared = [&](const QString& name, const QString& before) {
        return PythonVersion{firstMinor(folder.text(name), before), name};
    };
    QList<PythonVersion> found{declared(u".python-version"_s, u"^\\s*(?:python-|cpython-)?"_s),
        declared(u"runtime.txt"_s, u"python-"_s), declared(u".tool-versions"_s, u"^python\\s+"_s),
        declared(u"mise.toml"_s, u"^python\\s*=\\s*\\[?\\s*[\"']"_s),
        declared(u"Pipfile"_s, u"^python_(?:full_)?version\\s*=\\s*[\"']"_s)};
    if (pyproject) {
        found.append(
            {lowestIn(tomlText((*pyproject)["project"]["requires-python"])), u"requires-python in pyproject.toml"_s});
        found.append({lowestIn(tomlText((*pyproject)["tool"]["poetry"]["dependencies"]["python"])),
            u"tool.poetry in pyproject.toml"_s});
    }
    found.append(declared(u"Dockerfile"_s, u"^FROM\\s+\\S*python:?\\S*?"_s));
    for (const PythonVersion& version : found) {
        if (!version.version.isEmpty()) {
            return version;
        }
    }
    return {};
}

} // namespace

PythonVersion findPythonVersion(const AppFolder& folder) {
    for (const AppFolder& at : folder.upwards()) {
        if (const PythonVersion version = versionIn(at); !version.version.isEmpty()) {
            return version;
        }
    }
    return {};
}

} // namespace miaobu
