#include "tests/app/sample_github.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

GitHubAccount account(qint64 id, const QString& login, const QString& name) {
    GitHubAccount account;
    account.id = id;
    account.host = u"github.com"_s;
    account.userId = 100 + id;
    account.login = login;
    account.name = name;
    account.knowsScopes = true;
    account.scopes = {u"repo"_s, u"read:user"_s};
    account.way = SignInWay::DeviceCode;
    account.isCurrent = id == 1;
    return account;
}

GitHubRepository repository(qint64 id, const QString& fullName, const QString& language, const QString& description) {
    GitHubRepository repository;
    repository.id = id;
    repository.owner = fullName.section(u'/', 0, 0);
    repository.name = fullName.section(u'/', 1);
    repository.language = language;
    repository.description = description;
    repository.defaultBranch = u"main"_s;
    // A date, as the pictures are to be the same tomorrow.
    repository.pushedAt = QDateTime(QDate(2026, 3, static_cast<int>(id % 28) + 1), QTime(12, 0), Qt::UTC);
    return repository;
}

Error limit() {
    Error error(ErrorKind::RateLimited, u"github.com"_s);
    error.retryAt = QDateTime(QDate(2026, 3, 1), QTime(13, 37), Qt::UTC);
    return error;
}

} // namespace

GitHubState signedOut() {
    GitHubState state;
    state.canUseCode = true;
    state.canUseBrowser = true;
    return state;
}

GitHubState signedOutWithoutApp() {
    return {};
}

GitHubState askingGitHub() {
    GitHubState state = signedOut();
    state.step = GitHubState::Step::Asking;
    return state;
}

GitHubState enteringCode() {
    GitHubState state = signedOut();
    state.step = GitHubState::Step::Code;
    state.userCode = u"WDJB-MJHT"_s;
    state.page = QUrl(u"https://github.com/login/device"_s);
    // A little more than it says, so that pictures taken within a moment say the same.
    state.expiresAt = QDateTime::currentDateTimeUtc().addMSecs(872'900);
    return state;
}

GitHubState waitingForBrowser() {
    GitHubState state = signedOut();
    state.step = GitHubState::Step::Browser;
    return state;
}

GitHubState codeRanOut() {
    GitHubState state = signedOut();
    state.error = shownError(Error(ErrorKind::SignInExpired, u"github.com"_s));
    return state;
}

GitHubState noKeychainForToken() {
    GitHubState state = signedOut();
    state.error = shownError(Error(ErrorKind::KeychainMissing, {}, u"Cannot autolaunch D-Bus without X11 $DISPLAY"_s));
    state.error->words.action = ErrorAction::KeepForSession;
    return state;
}

GitHubState severalAccounts() {
    GitHubState state = signedOut();
    GitHubAccount other = account(2, u"acme-deploys"_s, {});
    other.host = u"git.example.com"_s;
    other.way = SignInWay::Token;
    other.needsSignIn = true;
    GitHubAccount third = account(3, u"wu"_s, u"Wu"_s);
    third.way = SignInWay::GhProgram;
    third.scopes = {u"public_repo"_s};
    state.accounts = {account(1, u"li"_s, u"Li Na"_s), other, third};
    return state;
}

GitHubState revocationLeft() {
    GitHubState state = signedOut();
    state.revocation = QUrl(u"https://git.example.com/settings/tokens"_s);
    return state;
}

RepositoriesState repositories() {
    RepositoriesState state;
    state.account = account(1, u"li"_s, u"Li Na"_s);
    state.repositories = {repository(11, u"li/my-blog"_s, u"Astro"_s, u"Notes on trains and rivers"_s),
        repository(12, u"acme/shop"_s, u"TypeScript"_s, u"The shop, and everything that is sold in it"_s),
        repository(13, u"li/miaobu-docs"_s, u"Markdown"_s, u"秒部的文档"_s),
        repository(14, u"acme/old-landing-page"_s, u"HTML"_s, {}), repository(15, u"li/api"_s, u"Python"_s, {}),
        repository(16, u"li/dotfiles"_s, u"Shell"_s, {}), repository(17, u"acme/brand"_s, {}, {})};
    state.repositories[1].isPrivate = true;
    state.repositories[3].isArchived = true;
    state.repositories[3].isPrivate = true;
    state.imported = {{11, 1}};
    state.knownSince = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    return state;
}

RepositoriesState firstRepositories() {
    RepositoriesState state;
    state.account = account(1, u"li"_s, u"Li Na"_s);
    state.isRefreshing = true;
    return state;
}

RepositoriesState limitedRepositories() {
    RepositoriesState state = repositories();
    state.error = shownError(limit());
    return state;
}

RepositoriesState offlineRepositories() {
    RepositoriesState state = repositories();
    state.error = shownError(Error(ErrorKind::HostNotFound, u"api.github.com"_s));
    return state;
}

RepositoriesState noRepositories() {
    RepositoriesState state;
    state.account = account(1, u"li"_s, u"Li Na"_s);
    return state;
}

} // namespace miaobu::app::sample
