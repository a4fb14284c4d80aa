#pragma once

#include <QString>

namespace miaobu {

/// The variable that marks every process of one job, a deployment for instance; inherited by whatever those processes
/// start.
inline constexpr QLatin1StringView jobVariable("MIAOBU_JOB");

/// The variable that marks the processes of one command of a job, so that the end of one does not end its neighbours.
inline constexpr QLatin1StringView stepVariable("MIAOBU_STEP");

/// Kills every process whose environment says MIAOBU_JOB=\a job, wherever it went: another session, another parent.
/// Recovery after a crash calls it for each deployment that was running. Never touches the calling process.
/// Blocks for some milliseconds: call it on the pool. Gives the number of processes it killed.
/// Needs /proc; elsewhere it finds nothing.
int endLeftovers(const QString& job);

/// The same for one command of a job.
int endStepLeftovers(const QString& step);

/// Whether there is a process of this number, of whomever it is.
[[nodiscard]] bool isProcessThere(qint64 process);

} // namespace miaobu
