#include "core/detect/node_version.h"

#include "core/detect/toml_reading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// nodejs.org/en/about/previous-releases
const QHash<QString, int>& codenames() {
    static const QHash<QString, int> names{{u"argon"_s, 4}, {u"boron"_s, 6}, {u"carbon"_s, 8}, {u"dubnium"_s, 10},
        {u"erbium"_s, 12}, {u"fermium"_s, 14}, {u"gallium"_s, 16}, {u"hydrogen"_s, 18}, {u"iron"_s, 20}, {u"jod"_s, 22},
        {u"krypton"_s, 24}};
    return names;
}

QString firstLine(const QString& text) {
    for (const QString& line : text.split(u'\n')) {
        const QString content = line.section(u'#', 0, 0).trimmed();
        if (!content.isEmpty()) {
            return content;
        }
    }
    return {};
}

QString toolVersion(const AppFolder& folder) {
    static const QRegularExpression line(u"^\\s*node(?:js)?\\s+(\\S+)"_s, QRegularExpression::MultilineOption);
    return line.match(folder.text(u".tool-versions"_s)).captured(1);
}

QString miseVersion(const AppFolder& folder) {
    const QString name = folder.firstOf({u"mise.toml"_s, u".mise.toml"_s});
    const std::optional<toml::table> table = name.isEmpty() ? std::nullopt : parseToml(folder.text(name));
    if (!table) {
        return {};
    }
    const QString node = tomlText((*table)["tools"]["node"]);
    return node.isEmpty() ? tomlText((*table)["tools"]["nodejs"]) : node;
}

NodeVersion versionIn(const AppFolder& folder) {
    const auto named = [&](const QString& value, const QString& source) {
        return NodeVersion{value, folder.root().isEmpty() ? source : source + u" of "_s + folder.root()};
    };
    for (const QString& name : {u".nvmrc"_s, u".node-version"_s}) {
        if (const QString version = firstLine(folder.text(name)); nodeVersionRange(version)) {
            return named(version, name);
        }
    }
    const PackageJson package = tryPackageJson(folder).value_or(PackageJson());
    for (const QString& section : {u"engines"_s, u"volta"_s}) {
        const QString version = package.json.value(section).toObject().value(u"node"_s).toString().trimmed();
        if (!version.isEmpty() && nodeVersionRange(version)) {
            return named(version, section + u".node in package.json"_s);
        }
    }
    if (const QString version = toolVersion(folder); !version.isEmpty() && nodeVersionRange(version)) {
        return named(version, u".tool-versions"_s);
    }
    if (const QString version = miseVersion(folder); !version.isEmpty() && nodeVersionRange(version)) {
        return named(version, u"mise.toml"_s);
    }
    return {};
}

} // namespace

NodeVersion findNodeVersion(const AppFolder& folder, const QList<HostAdvice>& advice) {
    for (const AppFolder& at : folder.upwards()) {
        if (const NodeVersion version = versionIn(at); !version.declared.isEmpty()) {
            return version;
        }
    }
    for (const HostAdvice& host : advice) {
        if (!host.nodeVersion.isEmpty() && nodeVersionRange(host.nodeVersion)) {
            return {host.nodeVersion, u"NODE_VERSION in "_s + host.file};
        }
    }
    return {};
}

std::optional<VersionRange> nodeVersionRange(const QString& declared) {
    const QString text = declared.trimmed().toLower();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    if (text == u"node" || text == u"latest" || text == u"stable" || text == u"current") {
        return parseRange(u"*"_s);
    }
    if (text == u"lts/*" || text == u"lts" || text == u"lts/latest" || text == u"--lts") {
        return parseRange(u"18 || 20 || 22 || 24 || 26"_s);
    }
    const QString codename = text.startsWith(u"lts/"_s) || text.startsWith(u"lts-"_s) ? text.mid(4) : text;
    if (codenames().contains(codename)) {
        return parseRange(QString::number(codenames().value(codename)));
    }
    return parseRange(text);
}

QString nodeMajor(const QString& declared) {
    const std::optional<VersionRange> range = nodeVersionRange(declared);
    for (const int major : {24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 25, 23, 21, 19, 17, 15, 13, 11, 9, 7}) {
        // "20.11.1" or ">=20.5 <20.9" lies somewhere inside its major: its last possible version need not be in the
        // range.
        const auto within = parseRange(QString::number(major));
        const Version last{major, 999'999, 999'999, {}};
        const bool isInside
            = range && std::any_of(range->sets.begin(), range->sets.end(), [&](const QList<Comparator>& set) {
                  const VersionRange single{{set}};
                  return satisfies(last, single) || std::any_of(set.begin(), set.end(), [&](const Comparator& bound) {
                      return satisfies(bound.version, *within) && satisfies(bound.version, single);
                  });
              });
        if (isInside) {
            return QString::number(major);
        }
    }
    return {};
}

} // namespace miaobu
