#include "core/build/cache_key.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A length before each part keeps "ab", "c" and "a", "bc" apart.
void add(QCryptographicHash& hash, const QByteArray& part) {
    hash.addData(QByteArray::number(part.size()) + ':');
    hash.addData(part);
}

/// Git hooks are of no use in a checkout without Git, and many projects have nothing else to do at install.
bool isScript(const QString& script) {
    static const QRegularExpression idle(
        u"\\A(?:is-ci \\|\\| )?(?:husky(?: install)?|simple-git-hooks|lefthook install)(?: \\|\\| (?:true|exit 0))?\\z"_s);
    return !script.isEmpty() && !idle.match(script.simplified()).hasMatch();
}

bool hasInstallScripts(const QJsonObject& package) {
    const QJsonObject scripts = package.value(u"scripts"_s).toObject();
    for (const QString& name :
        {u"preinstall"_s, u"install"_s, u"postinstall"_s, u"preprepare"_s, u"prepare"_s, u"postprepare"_s}) {
        if (isScript(scripts.value(name).toString())) {
            return true;
        }
    }
    return false;
}

/// Yarn 2 and later note an install in .yarn and .pnp.cjs, and run no script of a project without these.
bool keepsStateElsewhere(const Toolchain& toolchain) {
    return toolchain.manager.name == u"yarn" && !toolchain.managerVersion.startsWith(u"1.");
}

/// What an install reads of a package.json: everything but scripts and the words for people.
QByteArray installPart(QJsonObject package) {
    for (const QString& name :
        {u"scripts"_s, u"description"_s, u"version"_s, u"keywords"_s, u"author"_s, u"homepage"_s}) {
        package.remove(name);
    }
    return QJsonDocument(package).toJson(QJsonDocument::Compact);
}

} // namespace

CacheKey cacheKey(const ProjectLayout& layout, const Toolchain& toolchain, const QString& installCommand) {
    CacheKey key;
    if (layout.lockfile.isEmpty()) {
        return key;
    }
    QCryptographicHash name(QCryptographicHash::Sha256);
    add(name, contentOf(layout.lockfile));
    add(name, QByteArray::number(toolchain.node.version.majorNumber));
    add(name, (toolchain.manager.name + u' ' + toolchain.managerVersion).toUtf8());
    add(name, (QSysInfo::kernelType() + u' ' + QSysInfo::currentCpuArchitecture()).toUtf8());
    add(name, layout.app.sliced(layout.source.size()).toUtf8());
    if (!toolchain.image.isEmpty()) {
        // Another libc, another architecture, other system packages.
        add(name, toolchain.image.toUtf8());
    }
    key.name = QString::fromLatin1(name.result().toHex().first(40));

    key.runsEachTime = keepsStateElsewhere(toolchain);

    QCryptographicHash inputs(QCryptographicHash::Sha256);
    add(inputs, installCommand.toUtf8());
    for (const QString& folder : packageFolders(layout.install)) {
        const QByteArray content = contentOf(folder + u"/package.json"_s);
        const QJsonObject package = QJsonDocument::fromJson(content).object();
        key.runsEachTime = key.runsEachTime || hasInstallScripts(package);
        add(inputs, folder.sliced(layout.install.size()).toUtf8());
        add(inputs, package.isEmpty() ? content : installPart(package));
        for (const QString& settings : {u".npmrc"_s, u".yarnrc"_s, u".yarnrc.yml"_s, u"pnpm-workspace.yaml"_s,
                 u".pnpmfile.cjs"_s, u"bunfig.toml"_s}) {
            add(inputs, contentOf(folder + u'/' + settings));
        }
    }
    key.inputs = QString::fromLatin1(inputs.result().toHex());
    return key;
}

} // namespace miaobu
