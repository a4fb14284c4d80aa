#include "core/github/release_calls.h"

#include "core/github/json_reading.h"
#include "core/github/repository_calls.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<LatestRelease> findLatestRelease(
    std::shared_ptr<GitHubClient> client, QString fullName, QByteArray etag, std::stop_token stop) {
    ApiRequest request;
    request.path = repositoryPath(fullName) + "/releases/latest";
    request.etag = etag;
    request.subject = fullName;
    ApiResponse response;
    try {
        response = co_await client->send(request, stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
        co_return LatestRelease{};
    }
    if (response.isNotModified) {
        co_return LatestRelease{true, {}, etag};
    }
    const Members release(readObject(response.body, fullName), fullName);
    co_return LatestRelease{false, release.text("tag_name"_L1), response.etag};
}

} // namespace miaobu
