#include "core/detect/package_json.h"

#include "core/async/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QMap<QString, QString> texts(const QJsonValue& value) {
    QMap<QString, QString> result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isString()) {
            result.insert(it.key(), it.value().toString());
        }
    }
    return result;
}

QByteArray withoutMark(const QByteArray& content) {
    return content.startsWith("\xEF\xBB\xBF") ? content.mid(3) : content;
}

QString whereIn(const QByteArray& content, qsizetype offset) {
    const QByteArray before = content.left(offset);
    return u"line %1, column %2"_s.arg(before.count('\n') + 1).arg(before.size() - before.lastIndexOf('\n'));
}

Error broken(const AppFolder& folder, const QString& what) {
    return Error(ErrorKind::PackageJsonBroken,
        folder.root().isEmpty() ? u"package.json"_s : folder.root() + u"/package.json"_s, what);
}

/// Blanks out comments, and the commas before a closing bracket, outside of strings.
QByteArray relaxed(QByteArray json) {
    char* const data = json.data();
    qsizetype lastComma = -1;
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (data[i] == '"') {
            for (++i; i < json.size() && data[i] != '"'; ++i) {
                i += data[i] == '\\' ? 1 : 0;
            }
            lastComma = -1;
        } else if (data[i] == '/' && i + 1 < json.size() && (data[i + 1] == '/' || data[i + 1] == '*')) {
            const bool isLine = data[i + 1] == '/';
            qsizetype end = isLine ? json.indexOf('\n', i) : json.indexOf("*/", i + 2);
            end = end < 0 ? json.size() : end + (isLine ? 0 : 2);
            std::fill(data + i, data + end, ' ');
            i = end - 1;
        } else if (data[i] == ',') {
            lastComma = i;
        } else if ((data[i] == '}' || data[i] == ']') && lastComma >= 0) {
            data[lastComma] = ' ';
            lastComma = -1;
        } else if (!isspace(static_cast<unsigned char>(data[i]))) {
            lastComma = -1;
        }
    }
    return json;
}

} // namespace

bool PackageJson::has(const QString& package) const {
    return dependencies.contains(package) || developmentDependencies.contains(package);
}

QString PackageJson::range(const QString& package) const {
    return dependencies.value(package, developmentDependencies.value(package));
}

bool PackageJson::isPrivate() const {
    return json.value(u"private"_s).toBool();
}

bool PackageJson::isLibrary() const {
    const QStringList marks{
        u"module"_s, u"exports"_s, u"types"_s, u"typings"_s, u"files"_s, u"bin"_s, u"publishConfig"_s};
    // "main": "index.js" is what npm init writes into every package.json; a built file is a package's.
    static const QRegularExpression built(u"^(?:\\./)?(?:dist|lib|build|cjs|es|esm|umd|out)/"_s);
    const bool isBuilt = built.match(json.value(u"main"_s).toString()).hasMatch();
    return !isPrivate() && (isBuilt || std::any_of(marks.begin(), marks.end(), [this](const QString& mark) {
        return json.contains(mark);
    }));
}

QStringList PackageJson::workspaces() const {
    const QJsonValue value = json.value(u"workspaces"_s);
    QStringList patterns;
    const QJsonArray array = value.isObject() ? value.toObject().value(u"packages"_s).toArray() : value.toArray();
    for (const QJsonValue& pattern : array) {
        if (!pattern.toString().isEmpty()) {
            patterns.append(pattern.toString());
        }
    }
    return patterns;
}

std::optional<PackageJson> readPackageJson(const AppFolder& folder) {
    if (!folder.has(u"package.json"_s)) {
        return std::nullopt;
    }
    const std::optional<QByteArray> read = folder.read(u"package.json"_s);
    if (!read) {
        throw broken(folder, u"the file is too large to be one"_s);
    }
    const QByteArray content = withoutMark(*read);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (error.error != QJsonParseError::NoError) {
        throw broken(folder, u"%1 at %2"_s.arg(error.errorString(), whereIn(content, error.offset)));
    }
    if (!document.isObject()) {
        throw broken(folder, u"it holds a list instead of an object"_s);
    }
    PackageJson package;
    package.json = document.object();
    package.scripts = texts(package.json.value(u"scripts"_s));
    package.dependencies = texts(package.json.value(u"optionalDependencies"_s));
    package.dependencies.insert(texts(package.json.value(u"dependencies"_s)));
    package.developmentDependencies = texts(package.json.value(u"devDependencies"_s));
    return package;
}

std::optional<PackageJson> tryPackageJson(const AppFolder& folder) {
    try {
        return readPackageJson(folder);
    } catch (const Error&) {
        return std::nullopt;
    }
}

QJsonObject readRelaxedJson(const AppFolder& folder, const QString& name) {
    const QByteArray content = withoutMark(folder.read(name).value_or(QByteArray()));
    return QJsonDocument::fromJson(relaxed(content)).object();
}

} // namespace miaobu
