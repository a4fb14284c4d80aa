#pragma once

#include "core/github/github_client.h"

namespace miaobu {

// How GitHub is told of deployments. \a fullName is "owner/name". All throw Error(TokenNotPermitted) or Error(NotFound) where the token has no
// right to it, and what GitHubClient::send() throws.

struct GitHubDeployment {
    QString commit; ///< Full hash
    QString environment; ///< "Production – my-blog"
    QString description; ///< At most 140 characters
};

struct GitHubDeploymentState {
    QString state; ///< "queued", "in_progress", "success", "failure", "error", "inactive"
    QString url; ///< Of the site; empty while there is none.
    QString description; ///< At most 140 characters
};

/// Gives GitHub's number of it. Nothing is merged for it, and no check has to be green.
QCoro::Task<qint64> createDeployment(
    std::shared_ptr<GitHubClient> client, QString fullName, GitHubDeployment deployment, std::stop_token stop);
QCoro::Task<> setDeploymentState(std::shared_ptr<GitHubClient> client, QString fullName, qint64 number,
    GitHubDeploymentState state, std::stop_token stop);
/// The mark beside a commit; \a context tells several of one commit apart.
QCoro::Task<> setCommitStatus(std::shared_ptr<GitHubClient> client, QString fullName, QString commit, QString context,
    GitHubDeploymentState state, std::stop_token stop);

} // namespace miaobu
