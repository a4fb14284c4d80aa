#include "core/github/repository_filter.h"

#include <algorithm>
#include <iterator>

namespace miaobu {

QList<GitHubRepository> matching(const QList<GitHubRepository>& repositories, const QString& words) {
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<GitHubRepository> fitting;
    std::ranges::copy_if(repositories, std::back_inserter(fitting), [&wanted](const GitHubRepository& repository) {
        const QString text = repository.fullName() + QLatin1Char(' ') + repository.description;
        return std::ranges::all_of(
            wanted, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    });
    return fitting;
}

} // namespace miaobu
