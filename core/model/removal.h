#pragma once

#include "core/async/error.h"

#include <QString>

#include <optional>

namespace miaobu {

/// What a project has in the cloud and here, in the order in which it is removed: who answers a host goes before what it answers with, and
/// what is stored here goes last.
enum class RemovalPart {
    Entry, ///< The routing entry of a host
    Hostname, ///< A person's own domain as the cloud knows it
    Function, ///< What runs a web app, with its trigger
    Images, ///< What its function was made from
    Objects, ///< The files of every deployment
    Local, ///< Rows and logs on this computer
};

[[nodiscard]] QString removalPartName(RemovalPart part); ///< "entry", "hostname", …
[[nodiscard]] RemovalPart removalPartFromName(const QString& name);

/// One line of the checklist by which a project is removed. Stored, so that it can be gone on with after a failure or a restart.
struct RemovalStep {
    enum class State {
        Waiting, ///< Not begun, or held back because visitors are still led to it: an entry of its target could not be removed.
        Running,
        Done,
        Failed,
    };

    QString target; ///< Empty for Local.
    RemovalPart part = RemovalPart::Local;
    QString subject; ///< Host, name of the function, repository, or prefix of the objects
    State state = State::Waiting;
    std::optional<Error> error; ///< Why it failed, the last time.

    bool operator==(const RemovalStep& other) const {
        return target == other.target && part == other.part && subject == other.subject && state == other.state
            && error.has_value() == other.error.has_value() && (!error || error->kind == other.error->kind);
    }
};

[[nodiscard]] QString removalStateName(RemovalStep::State state); ///< "waiting", "running", "done", "failed"
[[nodiscard]] RemovalStep::State removalStateFromName(const QString& name);

} // namespace miaobu
