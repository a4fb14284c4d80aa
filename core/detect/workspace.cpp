#include "core/detect/workspace.h"

#include "core/detect/detection.h"
#include "core/detect/package_json.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype mostFolders = 200;

/// The list under "packages:" of a pnpm-workspace.yaml. Flat enough to be read by line, which no hostile YAML can slow
/// down.
QStringList pnpmPatterns(const AppFolder& top) {
    QStringList patterns;
    bool isInside = false;
    for (const QString& line : top.text(u"pnpm-workspace.yaml"_s).split(u'\n')) {
        static const QRegularExpression item(u"^\\s*-\\s*[\"']?([^\"'#]+?)[\"']?\\s*(?:#.*)?$"_s);
        const QRegularExpressionMatch match = item.match(line);
        if (line.startsWith(u"packages:"_s)) {
            isInside = true;
        } else if (isInside && match.hasMatch()) {
            patterns.append(match.captured(1));
        } else if (!line.isEmpty() && !line.front().isSpace() && !line.startsWith(u'#')) {
            isInside = false;
        }
    }
    return patterns;
}

QStringList patternsOf(const AppFolder& top) {
    QStringList patterns = pnpmPatterns(top);
    if (const std::optional<PackageJson> package = tryPackageJson(top)) {
        patterns += package->workspaces();
    }
    for (const QJsonValue& pattern : readRelaxedJson(top, u"lerna.json"_s).value(u"packages"_s).toArray()) {
        patterns.append(pattern.toString());
    }
    for (const QJsonValue& project : readRelaxedJson(top, u"rush.json"_s).value(u"projects"_s).toArray()) {
        patterns.append(project.toObject().value(u"projectFolder"_s).toString());
    }
    return patterns;
}

QStringList foldersIn(const AppFolder& top, const QString& folder) {
    QStringList names;
    for (const QString& entry : top.entries(folder)) {
        if (entry.endsWith(u'/') && !entry.startsWith(u'.') && entry != u"node_modules/") {
            names.append(folder.isEmpty() ? entry.chopped(1) : folder + u'/' + entry.chopped(1));
        }
    }
    return names;
}

/// Follows \a segments ("packages", "*", "**") from \a folder.
void expand(const AppFolder& top, const QString& folder, const QStringList& segments, QStringList& found) {
    if (found.size() >= mostFolders) {
        return;
    }
    if (segments.isEmpty()) {
        found.append(folder);
        return;
    }
    const QString& segment = segments.first();
    const QStringList rest = segments.mid(1);
    if (segment == u"**") {
        expand(top, folder, rest, found);
        for (const QString& inner : foldersIn(top, folder)) {
            expand(top, inner, folder.count(u'/') < 4 ? segments : rest, found);
        }
    } else if (segment.contains(u'*')) {
        const QRegularExpression form(QRegularExpression::wildcardToRegularExpression(segment));
        for (const QString& inner : foldersIn(top, folder)) {
            if (form.match(inner.section(u'/', -1)).hasMatch()) {
                expand(top, inner, rest, found);
            }
        }
    } else if (const QString inner = folder.isEmpty() ? segment : folder + u'/' + segment; top.hasFolder(inner)) {
        expand(top, inner, rest, found);
    }
}

QStringList candidates(const AppFolder& top) {
    QStringList found;
    for (QString pattern : patternsOf(top)) {
        if (pattern.startsWith(u"./"_s)) {
            pattern.remove(0, 2);
        }
        if (!pattern.startsWith(u'!') && !pattern.contains(u".."_s)) {
            expand(top, {}, pattern.split(u'/', Qt::SkipEmptyParts), found);
        }
    }
    for (const QString& place : foldersIn(top, {})) {
        static const QStringList groups{
            u"apps"_s, u"packages"_s, u"sites"_s, u"projects"_s, u"services"_s, u"examples"_s};
        // Pages in these are a part of what lies around them.
        static const QStringList parts{u"src"_s, u"app"_s, u"public"_s, u"static"_s, u"assets"_s, u"dist"_s, u"build"_s,
            u"out"_s, u"test"_s, u"tests"_s, u"e2e"_s, u"templates"_s, u"coverage"_s, u"lib"_s, u"vendor"_s,
            u"components"_s};
        const QStringList manifests{
            place + u"/package.json"_s, place + u"/requirements.txt"_s, place + u"/pyproject.toml"_s};
        if (!parts.contains(place) || !top.firstOf(manifests).isEmpty()) {
            found += groups.contains(place) ? foldersIn(top, place) : QStringList{place};
        }
    }
    found.removeAll(QString());
    found.removeDuplicates();
    return found.mid(0, mostFolders);
}

} // namespace

QStringList listApps(const FileTree& tree) {
    const AppFolder top(tree, {});
    QStringList apps;
    for (const QString& folder : candidates(top)) {
        if (isApp(top.inside(folder))) {
            apps.append(folder);
        }
    }
    apps.sort();
    return apps;
}

} // namespace miaobu
