#include "core/build/container_commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isPodman(const ContainerEngine& engine) {
    return engine.kind == ContainerEngine::Kind::Podman;
}

/// A value of --mount is a line of CSV.
QString mountValue(const ContainerMount& mount) {
    QStringList fields{u"type=bind"_s, u"source="_s + mount.source, u"target="_s + mount.target};
    if (mount.isReadOnly) {
        fields.append(u"readonly"_s);
    }
    for (QString& field : fields) {
        if (field.contains(u',') || field.contains(u'"')) {
            field = u'"' + field.replace(u'"', u"\"\""_s) + u'"';
        }
    }
    return fields.join(u',');
}

QString userText(const PersonId& person) {
    return u"--user=%1:%2"_s.arg(person.user).arg(person.group);
}

QStringList identity(const ContainerEngine& engine, const PersonId& person) {
    if (isPodman(engine)) {
        return engine.isRootless ? QStringList{u"--userns=keep-id"_s, userText(person)} : QStringList{userText(person)};
    }
    if (engine.isRootless) {
        // The root of its containers is the person, and nobody else.
        return {userText({0, 0})};
    }
    // An engine that gives its containers other users than this computer's would write files of nobody.
    return {u"--userns=host"_s, userText(person)};
}

QByteArray quoted(const QString& text) {
    return '\'' + QString(text).replace(u'\'', u"'\\''"_s).toUtf8() + '\'';
}

} // namespace

QStringList containerArguments(const ContainerEngine& engine, const ContainerCall& call) {
    // Without an init what is first hears no request to end: nothing is gained by waiting for it.
    const QString ending = engine.hasInit ? u"--init"_s : u"--stop-timeout=0"_s;
    QStringList arguments{u"run"_s, u"--rm"_s, ending, u"--pull=never"_s, u"--name"_s, call.name};
    for (const QString& label : call.labels) {
        arguments << u"--label"_s << label;
    }
    arguments << identity(engine, call.person) << u"--cap-drop=ALL"_s
              << u"--security-opt=no-new-privileges"_s
              // Its mounts keep the marks that this computer's own programs go by.
              << u"--security-opt=label=disable"_s
              << u"--pids-limit=4096"_s
              // What a build prints belongs into its log alone, where secrets are masked.
              << u"--log-driver=none"_s;
    if (!call.network.isEmpty()) {
        arguments << u"--network"_s << call.network;
    }
    for (const ContainerMount& mount : call.mounts) {
        arguments << u"--mount"_s << mountValue(mount);
    }
    return arguments << u"--workdir=/"_s << u"--entrypoint=/bin/sh"_s << call.image << call.script;
}

QByteArray containerScript(const QProcessEnvironment& environment, const QString& folder, const QString& line) {
    QByteArray script;
    QStringList names = environment.keys();
    names.sort();
    for (const QString& name : std::as_const(names)) {
        script += "export " + name.toUtf8() + '=' + quoted(environment.value(name)) + '\n';
    }
    return script + "cd " + quoted(folder) + " && exec /bin/sh -c " + quoted(line) + '\n';
}

QByteArray passwordLines(const PersonId& person, const QString& home) {
    return u"root:x:0:0:root:/root:/bin/sh\nbuilder:x:%1:%2::%3:/bin/sh\n"_s.arg(person.user)
        .arg(person.group)
        .arg(home)
        .toUtf8();
}

bool needsPasswordLines(const ContainerEngine& engine, const PersonId& person) {
    return !engine.isRootless && !isPodman(engine) && person.user != 0;
}

QString placeElsewhere(const ContainerEngine& engine) {
    const QString place = engine.environment.value(isPodman(engine) ? u"CONTAINER_HOST"_s : u"DOCKER_HOST"_s);
    const auto isHere = [&place](QLatin1StringView scheme) { return place.startsWith(scheme, Qt::CaseInsensitive); };
    if (place.isEmpty() || isHere("unix:"_L1) || isHere("npipe:"_L1) || isHere("fd:"_L1) || place.startsWith(u'/')) {
        return {};
    }
    return place;
}

} // namespace miaobu
