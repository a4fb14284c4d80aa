#pragma once

#include "core/model/push_watch.h"

#include <QString>

namespace miaobu::app {

/// "Looked 20 s ago · main · a1b2c3d"; what is known of it. \a now is UTC.
[[nodiscard]] QString watchLine(const WatchState& state, const QDateTime& now);
/// Why it is not looked as often as it should be, and when it is next; empty where all is well.
[[nodiscard]] QString watchProblem(const WatchState& state);
/// What became of the last push, in a sentence. \a rootDirectory is the project's; empty: the whole repository.
[[nodiscard]] QString pushText(const PushOutcome& outcome, const QString& rootDirectory, const QDateTime& now);
/// What switching it on means, or has meant. \a rootDirectory as in pushText().
[[nodiscard]] QString watchExplanation(const WatchState& state, const QString& rootDirectory);

} // namespace miaobu::app
