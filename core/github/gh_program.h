#pragma once

#include "core/github/github_host.h"

#include <QByteArray>
#include <QCoro/QCoroTask>

#include <stop_token>

namespace miaobu {

/// The token of GitHub's own command line, gh, where a person is signed in with it. Asks gh, and no file of its.
/// \a path is where programs are looked for; see LoginShell.
/// \throws Error(ProgramNotFound, "gh"), Error(TokenMissing, host) where gh is not signed in there, Error(Timeout), Error(Cancelled)
QCoro::Task<QByteArray> tokenOfGh(GitHubHost host, QString path, std::stop_token stop);

} // namespace miaobu
