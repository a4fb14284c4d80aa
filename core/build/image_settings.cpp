#include "core/build/image_settings.h"

#include "core/detect/node_version.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr QLatin1StringView usualPython("3.12");
constexpr QLatin1StringView usualNode("22");

/// The first number of "3.12", ">=20 <23", "v22.1".
QString firstNumber(const QString& text) {
    static const QRegularExpression number(u"\\d+"_s);
    return number.match(text).captured();
}

QString nodeOf(const QString& declared) {
    // A version that is newer than this program is taken at its word.
    for (const QString& version : {nodeMajor(declared), firstNumber(declared)}) {
        if (!version.isEmpty()) {
            return version;
        }
    }
    return usualNode;
}

} // namespace

QString nodeImage(const QString& declared, const ImageSettings& settings) {
    return QString(settings.nodeImage).replace(u"%1"_s, nodeOf(declared));
}

QString baseImage(const BuildPlan& plan, const ImageSettings& settings) {
    if (plan.kind == ProjectKind::NodeServer) {
        return nodeImage(plan.nodeVersion, settings);
    }
    return QString(settings.pythonImage)
        .replace(u"%1"_s, plan.pythonVersion.isEmpty() ? QString(usualPython) : plan.pythonVersion);
}

QHash<QString, QString> mirrorVariables(const ImageSettings& settings) {
    QHash<QString, QString> variables;
    const auto add = [&variables](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            variables.insert(name, value);
        }
    };
    add(u"PIP_INDEX_URL"_s, settings.pipIndexUrl);
    add(u"UV_DEFAULT_INDEX"_s, settings.pipIndexUrl);
    add(u"POETRY_PYPI_MIRROR_URL"_s, settings.pipIndexUrl);
    for (const QString& name : {u"NPM_CONFIG_REGISTRY"_s, u"YARN_NPM_REGISTRY_SERVER"_s, u"COREPACK_NPM_REGISTRY"_s}) {
        add(name, settings.npmRegistry);
    }
    for (const QString& name : {u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s, u"http_proxy"_s, u"https_proxy"_s}) {
        add(name, settings.proxy);
    }
    return variables;
}

} // namespace miaobu
