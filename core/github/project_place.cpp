#include "core/github/project_place.h"

#include "core/store/project_repository_table.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

std::optional<GitHubPlace> gitHubPlaceOf(const Project& project, const Database& database, const GitHubAccess& access) {
    static const QRegularExpression isRepository(u"\\A/([A-Za-z0-9._-]+/[A-Za-z0-9._-]+?)(?:\\.git)?/?\\z"_s);
    if (project.source.kind != SourceKind::Git) {
        return std::nullopt;
    }
    if (const auto link = ProjectRepositoryTable(database).ofProject(project.id)) {
        const std::optional<GitHubAccount> account = access.accountAt(link->host);
        return account ? std::optional(GitHubPlace{*account, link->fullName}) : std::nullopt;
    }
    // One that was given by its address.
    const std::optional<GitHubAccount> account = access.accountFor(project.source.location);
    const auto match = isRepository.match(QUrl(project.source.location).path());
    return account && match.hasMatch() ? std::optional(GitHubPlace{*account, match.captured(1)}) : std::nullopt;
}

} // namespace miaobu
