#pragma once

#include "core/build/container_engine.h"

#include <QList>
#include <QProcessEnvironment>
#include <QStringList>

namespace miaobu {

/// A folder or a file of this computer that a container sees.
struct ContainerMount {
    QString source;
    QString target;
    bool isReadOnly = false;
};

/// A person of this computer, by number.
struct PersonId {
    qint64 user = 0;
    qint64 group = 0;
};

/// A container that runs one command and is gone. It holds no value of a variable: the command and its environment are
/// in a script, one of the mounts.
struct ContainerCall {
    QString name;
    QStringList labels; ///< "name=value"
    QString image;
    QString script; ///< Inside
    QList<ContainerMount> mounts;
    QString network; ///< Empty: the engine's own
    PersonId person; ///< Whose the files are that it writes
};

/// A container with no rights of its own and nothing of this computer but its mounts, run by \a call.person.
[[nodiscard]] QStringList containerArguments(const ContainerEngine& engine, const ContainerCall& call);

/// A script for /bin/sh that runs \a line in \a folder with \a environment, whatever is in their values.
[[nodiscard]] QByteArray containerScript(
    const QProcessEnvironment& environment, const QString& folder, const QString& line);

/// What a container's /etc/passwd says of \a person, for programs that ask who runs them.
[[nodiscard]] QByteArray passwordLines(const PersonId& person, const QString& home);
/// Whether a container needs to be told that: podman says it by itself, and root is known everywhere.
[[nodiscard]] bool needsPasswordLines(const ContainerEngine& engine, const PersonId& person);

/// Where \a engine is when that is another computer, which sees no folder of this one; otherwise empty.
[[nodiscard]] QString placeElsewhere(const ContainerEngine& engine);

} // namespace miaobu
