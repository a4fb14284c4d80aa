#pragma once

#include "core/github/github_client.h"

namespace miaobu {

/// What GitHub says of the newest release of a repository: neither a draft nor one that is marked as a pre-release.
struct LatestRelease {
    bool isUnchanged = false; ///< It is what it was when the ETag was given, and nothing else is said.
    QString tag; ///< "v1.2.3"; empty where nothing has been released
    QByteArray etag;
};

/// \a fullName is "owner/name"; \a etag that of the answer before, empty for none. A repository that is not to be seen has released nothing.
/// \throws Error(InvalidInput) for what is no "owner/name", Error(MalformedResponse), what GitHubClient::send() throws
QCoro::Task<LatestRelease> findLatestRelease(
    std::shared_ptr<GitHubClient> client, QString fullName, QByteArray etag, std::stop_token stop);

} // namespace miaobu
