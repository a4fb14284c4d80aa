#pragma once

#include "core/github/github_host.h"
#include "core/ports/clock.h"
#include "tests/support/fake_github.h"

#include <QProcessEnvironment>

namespace miaobu::test {

/// A clock that goes when it is told to.
class HandClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return time; }
    void advance(std::chrono::milliseconds duration) { time = time.addMSecs(duration.count()); }

    QDateTime time{QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC};
};

/// The environment in which github.com is \a fake.
inline QProcessEnvironment environmentOf(const FakeGitHub& fake) {
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("MIAOBU_GITHUB_WEB_BASE"), QString::fromUtf8(fake.webBase()));
    environment.insert(QStringLiteral("MIAOBU_GITHUB_API_BASE"), QString::fromUtf8(fake.apiBase()));
    return environment;
}

inline GitHubHost hostOf(const FakeGitHub& fake) {
    return gitHubHost(gitHubCom, environmentOf(fake));
}

} // namespace miaobu::test
