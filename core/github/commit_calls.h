#pragma once

#include "core/github/github_client.h"

#include <QStringList>

namespace miaobu {

// What GitHub says of commits. \a fullName is "owner/name".

/// One commit.
struct GitHubCommit {
    QString message; ///< Whole
    QString author;
};

/// What changed between two commits.
struct GitHubComparison {
    QString status; ///< "ahead", "behind", "diverged", "identical"; empty where one of the two is gone.
    QStringList files; ///< That differ, relative to the repository; of a rename both names.
    bool isComplete = false; ///< GitHub names 300 at most.
};

/// \throws what GitHubClient::send() throws
QCoro::Task<GitHubCommit> findCommit(
    std::shared_ptr<GitHubClient> client, QString fullName, QString commit, std::stop_token stop);
/// \throws as findCommit()
QCoro::Task<GitHubComparison> compareCommits(
    std::shared_ptr<GitHubClient> client, QString fullName, QString base, QString head, std::stop_token stop);

} // namespace miaobu
