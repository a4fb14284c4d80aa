#include "core/build/image_commands.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Builder = ContainerEngine::Builder;

bool isPodman(const ContainerEngine& engine) {
    return engine.kind == ContainerEngine::Kind::Podman;
}

QStringList beginning(Builder builder) {
    switch (builder) {
    case Builder::Buildx:
        // Without --provenance=false the result is an index, which some runtimes do not take.
        return {u"buildx"_s, u"build"_s, u"--load"_s, u"--progress=plain"_s, u"--provenance=false"_s};
    case Builder::BuildKit:
        return {u"build"_s, u"--progress=plain"_s};
    case Builder::Legacy:
        return {u"build"_s, u"--force-rm"_s};
    case Builder::Podman:
        return {u"build"_s, u"--force-rm"_s, u"--format=docker"_s};
    }
    return {};
}

QStringList withoutTls(const QString& host) {
    return isLoopbackRegistry(host) ? QStringList{u"--tls-verify=false"_s} : QStringList();
}

} // namespace

QStringList buildArguments(const ContainerEngine& engine, const ImageBuildCall& call) {
    QStringList arguments = beginning(engine.builder);
    arguments << u"--platform=linux/amd64"_s << u"--iidfile"_s << call.idFile << u"--tag"_s << call.reference
              << u"--file"_s << call.dockerfile;
    if (!call.network.isEmpty()) {
        arguments << u"--network"_s << call.network;
    }
    for (const QString& label : call.labels) {
        arguments << u"--label"_s << label;
    }
    for (const QString& name : call.buildArguments) {
        arguments << u"--build-arg"_s << name;
    }
    for (const auto& [name, file] : call.secrets) {
        arguments << u"--secret"_s << u"id=%1,src=%2"_s.arg(name, file);
    }
    return arguments << call.context;
}

QProcessEnvironment buildVariables(const ContainerEngine& engine) {
    QProcessEnvironment variables;
    if (engine.builder == Builder::BuildKit) {
        variables.insert(u"DOCKER_BUILDKIT"_s, u"1"_s);
    } else if (engine.builder == Builder::Legacy) {
        variables.insert(u"DOCKER_BUILDKIT"_s, u"0"_s);
    }
    return variables;
}

QStringList loginArguments(
    const ContainerEngine& engine, const QString& folder, const QString& host, const QString& user) {
    if (isPodman(engine)) {
        return QStringList{
                   u"login"_s, u"--authfile"_s, folder + u"/auth.json"_s, u"--username"_s, user, u"--password-stdin"_s}
        + withoutTls(host) + QStringList{host};
    }
    return {u"--config"_s, folder, u"login"_s, u"--username"_s, user, u"--password-stdin"_s, host};
}

QStringList pushArguments(
    const ContainerEngine& engine, const QString& folder, const QString& localReference, const QString& reference) {
    if (isPodman(engine)) {
        return QStringList{u"push"_s, u"--authfile"_s, folder + u"/auth.json"_s, u"--digestfile"_s, digestFile(folder)}
        + withoutTls(registryHost(reference)) + QStringList{localReference, u"docker://"_s + reference};
    }
    return {u"--config"_s, folder, u"push"_s, reference};
}

QString digestFile(const QString& folder) {
    return folder + u"/digest"_s;
}

QString registryHost(const QString& reference) {
    return reference.section(u'/', 0, 0);
}

bool isLoopbackRegistry(const QString& host) {
    const QString name = host.startsWith(u'[') ? host.section(u']', 0, 0).mid(1) : host.section(u':', 0, 0);
    return name == u"localhost" || name == u"::1" || name.startsWith(u"127."_s);
}

} // namespace miaobu
