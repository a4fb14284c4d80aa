#include "core/build/container_engine.h"

using namespace Qt::StringLiterals;

namespace miaobu {

bool ContainerEngine::emulatesTarget() const {
    return !architecture.isEmpty() && architecture != u"amd64" && architecture != u"x86_64";
}

QString ContainerEngine::name() const {
    return program.section(u'/', -1);
}

QString ContainerEngine::text() const {
    const QString name = kind == Kind::Podman ? u"podman "_s : u"docker "_s;
    const QString with = builder == Builder::Buildx ? u" (buildx)"_s
        : builder == Builder::BuildKit              ? u" (BuildKit)"_s
                                                    : QString();
    return name + version + with;
}

EngineState engineState(int exitCode, const QString& errors) {
    if (exitCode == 0) {
        return EngineState::Ready;
    }
    const auto says = [&errors](QLatin1StringView words) { return errors.contains(words, Qt::CaseInsensitive); };
    if (says("permission denied"_L1)) {
        return EngineState::NotPermitted;
    }
    // docker before and since 28, a podman machine, Docker Desktop while it starts.
    if (says("cannot connect to"_L1) || says("failed to connect to"_L1) || says("is the docker daemon running"_L1)
        || says("connection refused"_L1) || says("no such file or directory"_L1) || says("error during connect"_L1)) {
        return EngineState::NotRunning;
    }
    return EngineState::Broken;
}

} // namespace miaobu
