#pragma once

namespace miaobu {

/// The Git worker: reads one GitJob as JSON from standard input, does it, and writes JSON lines to standard output:
/// {"progress":[done,total]}, {"note":"…"}, and last {"revision":{…}}, {"head":{…}}, {"comparison":{…}} or {"error":{…}}. Gives the exit code of the
/// process. libgit2 cannot be stopped while a server keeps it waiting, so it works in a process that can be killed.
/// main() calls it, before anything else is built, when the program's only argument is --git-worker.
[[nodiscard]] int runGitWorker();

} // namespace miaobu
