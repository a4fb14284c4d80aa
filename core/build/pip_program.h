#pragma once

#include "core/process/login_shell.h"

#include <QCoro/QCoroTask>
#include <QProcessEnvironment>
#include <QString>

#include <stop_token>

namespace miaobu {

/// A Python of this computer that has pip.
struct PipProgram {
    QString python; ///< Absolute path; pip is run as its module
    QString version; ///< Of pip: "23.0.1"
    QString pythonVersion; ///< "3.11"
};

/// The first Python on \a path whose pip answers and is at least version 20.3, from which on wheels of other computers
/// can be chosen well.
/// \throws Error(PipMissing), Error(Cancelled)
QCoro::Task<PipProgram> findPip(QProcessEnvironment environment, QString path, std::stop_token stop);

} // namespace miaobu
