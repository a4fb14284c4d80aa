#pragma once

#include "app/cli/commands.h"
#include "app/services_github.h"
#include "core/model/github_account.h"
#include "core/model/github_repository.h"
#include "core/model/source.h"

#include <optional>

namespace miaobu::app {

// `miaobu login github` and `miaobu logout github`; the first argument is "github".
QCoro::Task<int> loginGitHub(CommandContext context);
QCoro::Task<int> logoutGitHub(CommandContext context);

/// The account a person means with LOGIN or LOGIN@HOST; the current one for an empty text. \throws Error(TokenMissing, with those there are)
[[nodiscard]] GitHubAccount accountCalled(const CommandContext& context, const QString& text);

/// A repository on a GitHub that a person named.
struct NamedRepository {
    Source source; ///< Where it is now, whatever it was called when it was written down.
    QString host;
    std::optional<GitHubRepository> repository; ///< Nothing where GitHub could not be asked; the clone may still work.
};

/// What \a argument, PATH, URL or OWNER/REPO, says when it names a repository on GitHub; nothing when it is anything else.
/// \throws Error(RepositoryNotFound), and what sourceFromArgument() throws
QCoro::Task<std::optional<NamedRepository>> findNamedRepository(CommandContext context, QString argument);

} // namespace miaobu::app
