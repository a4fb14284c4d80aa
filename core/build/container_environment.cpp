#include "core/build/container_environment.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// What stands where a host's environment would, and is looked through as that is.
QProcessEnvironment placesAndMirrors(const SiteBuild& build, const ImageSettings& settings) {
    QProcessEnvironment environment;
    const QHash<QString, QString> mirrors = mirrorVariables(settings);
    for (auto mirror = mirrors.begin(); mirror != mirrors.end(); ++mirror) {
        environment.insert(mirror.key(), mirror.value());
    }
    if (!settings.certificateFile.isEmpty()) {
        for (const QString& name : {u"NODE_EXTRA_CA_CERTS"_s, u"NPM_CONFIG_CAFILE"_s}) {
            environment.insert(name, containerCertificates);
        }
    }
    environment.insert(u"HOME"_s, containerCaches + u"/home"_s);
    if (build.toolchain.manager.name == u"pnpm") {
        // It would make one at the top of the checkout, which is another file system than HOME.
        environment.insert(u"NPM_CONFIG_STORE_DIR"_s, containerCaches + u"/pnpm-store"_s);
    }
    return environment;
}

QString pathFor(const SiteBuild& build) {
    QStringList folders;
    for (const QString& folder : programFolders(build.layout)) {
        folders.append(insideContainer(build.layout, folder));
    }
    return (folders << build.toolchain.path).join(u':');
}

} // namespace

QString insideContainer(const ProjectLayout& layout, const QString& path) {
    return containerSource + path.mid(layout.source.size());
}

BuildEnvironment containerEnvironment(const SiteBuild& build, const ImageSettings& settings,
    const QList<EnvironmentVariable>& variables, BuildPhase phase) {
    return buildEnvironment(placesAndMirrors(build, settings), pathFor(build), variables, phase);
}

QList<ContainerMount> certificateMounts(const ImageSettings& settings) {
    if (settings.certificateFile.isEmpty()) {
        return {};
    }
    if (!QFileInfo(settings.certificateFile).isFile()) {
        throw Error(ErrorKind::FileSystem, settings.certificateFile);
    }
    return {{QFileInfo(settings.certificateFile).absoluteFilePath(), containerCertificates, true}};
}

} // namespace miaobu
