#include "core/detect/host_files.h"

#include "core/detect/toml_reading.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString pathOf(const AppFolder& folder, const QString& name) {
    return folder.root().isEmpty() ? name : folder.root() + u'/' + name;
}

QString outer(const QString& root, const QString& base) {
    return root.isEmpty() ? base : base.isEmpty() ? root : root + u'/' + base;
}

QString emptyWhenTop(const QString& path) {
    const QString tidy = tidyPath(path);
    return tidy == u"." ? QString() : tidy;
}

/// \a publish as seen from \a app: people write it from the top of the repository as often as from the base directory.
/// Nothing when it lies elsewhere.
QString publishFrom(const QString& publish, const QString& writtenIn, const QString& base, const QString& app) {
    if (publish.isEmpty()) {
        return {};
    }
    const QString fromTop = outer(writtenIn, emptyWhenTop(publish));
    if (!app.isEmpty() && fromTop.startsWith(app + u'/')) {
        return fromTop.mid(app.size() + 1);
    }
    return outer(writtenIn, base) == app ? tidyPath(publish) : QString();
}

std::optional<HostAdvice> readNetlify(const AppFolder& folder, const QString& app) {
    const QString text = folder.text(u"netlify.toml"_s);
    const std::optional<toml::table> table = text.isEmpty() ? std::nullopt : parseToml(text);
    if (!table) {
        return std::nullopt;
    }
    const auto build = (*table)["build"];
    const QString base = emptyWhenTop(tomlText(build["base"]));
    HostAdvice advice{.file = pathOf(folder, u"netlify.toml"_s)};
    advice.command = tomlText(build["command"]);
    advice.folder = outer(folder.root(), base);
    advice.publish = publishFrom(tomlText(build["publish"]), folder.root(), base, app);
    advice.nodeVersion = tomlText(build["environment"]["NODE_VERSION"]);
    if (advice.nodeVersion.isEmpty()) {
        advice.nodeVersion = tomlText((*table)["context"]["production"]["environment"]["NODE_VERSION"]);
    }
    return advice;
}

std::optional<HostAdvice> readVercel(const AppFolder& folder, const QString& app) {
    if (!folder.has(u"vercel.json"_s)) {
        return std::nullopt;
    }
    const QJsonObject object = readRelaxedJson(folder, u"vercel.json"_s);
    HostAdvice advice{.file = pathOf(folder, u"vercel.json"_s)};
    advice.command = object.value(u"buildCommand"_s).toString();
    advice.folder = folder.root();
    advice.framework = folder.root() == app ? object.value(u"framework"_s).toString() : QString();
    advice.installCommand = object.value(u"installCommand"_s).toString();
    advice.publish = publishFrom(object.value(u"outputDirectory"_s).toString(), folder.root(), {}, app);
    return advice;
}

} // namespace

QList<HostAdvice> hostAdviceFor(const AppFolder& folder) {
    QList<HostAdvice> advice;
    for (const AppFolder& at : folder.upwards()) {
        for (const auto& found : {readNetlify(at, folder.root()), readVercel(at, folder.root())}) {
            if (found) {
                advice.append(*found);
            }
        }
    }
    return advice;
}

std::optional<QJsonObject> readOwnFile(const AppFolder& folder) {
    const QJsonObject object = readRelaxedJson(folder, u"miaobu.json"_s);
    return object.isEmpty() ? std::nullopt : std::optional(object);
}

} // namespace miaobu
