#include "app/cli/await_operation.h"
#include "app/cli/command_description.h"
#include "app/cli/github_commands.h"
#include "app/cli/terminal_secret.h"
#include "core/github/github_access.h"
#include "core/github/sign_in_service.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QByteArray tokenFromInput() {
    QFile input;
    (void)input.open(stdin, QIODevice::ReadOnly);
    constexpr qint64 longestLine = 16 << 10;
    return input.readLine(longestLine).trimmed();
}

/// Tells the person what to do while a sign-in waits for them.
void guide(SignInService* signIn, const Output& output, const QObject* listener) {
    QObject::connect(signIn, &SignInService::codeIssued, listener, [output](OperationId, const DeviceCode& code) {
        output.note(Words::tr("Open %1 and enter the code %2.")
                .arg(code.page.toString(), u"\x1b[1m"_s + code.userCode + u"\x1b[0m"_s));
        output.note(Words::tr("Never enter a code that somebody sent you. Waiting; Ctrl-C gives up."));
    });
    QObject::connect(signIn, &SignInService::pageIssued, listener, [output](OperationId, const QUrl& page) {
        output.note(
            Words::tr("Open this page in the browser of this computer: %1").arg(page.toString(QUrl::FullyEncoded)));
    });
    QObject::connect(signIn, &SignInService::revocationLeft, listener, [output](OperationId, const QUrl& page) {
        output.note(Words::tr("This host cannot revoke the token itself; do it at %1.").arg(page.toString()));
    });
}

OperationId begin(SignInService& signIn, const CommandContext& context, const QString& host) {
    constexpr KeepSecret keep = KeepSecret::InKeychain;
    if (context.options->isSet(u"token"_s)) {
        return signIn.byToken(
            host, canAsk() ? askForSecret(Words::tr("Token for %1: ").arg(host)) : tokenFromInput(), keep);
    }
    if (context.options->isSet(u"gh"_s)) {
        return signIn.byGh(host, keep);
    }
    return context.options->isSet(u"browser"_s) ? signIn.byBrowser(host, keep) : signIn.byCode(host, keep);
}

QJsonObject toJson(const GitHubAccount& account) {
    return {{u"host"_s, account.host}, {u"login"_s, account.login}, {u"id"_s, account.userId},
        {u"scopes"_s, account.scopes.join(u' ')}, {u"way"_s, signInWayName(account.way)},
        {u"needsSignIn"_s, account.needsSignIn}, {u"current"_s, account.isCurrent}};
}

} // namespace

QCoro::Task<int> loginGitHub(CommandContext context) {
    const GitHubServices gitHub = context.services->gitHub();
    const QString wanted = context.options->value(u"host"_s);
    const QString host = gitHub.access.host(wanted.isEmpty() ? gitHubCom : wanted).name;
    if (context.options->isSet(u"client-id"_s)) {
        gitHub.signIn.setClientId(host, context.options->value(u"client-id"_s));
    }
    if (context.options->isSet(u"client-secret"_s)) {
        const QByteArray secret = canAsk() ? askForSecret(Words::tr("Secret of the OAuth app: ")) : tokenFromInput();
        co_await awaitOperation(&gitHub.signIn, gitHub.signIn.setClientSecret(host, secret), context.stop);
    }
    const auto account = std::make_shared<GitHubAccount>();
    const QObject listener;
    guide(&gitHub.signIn, context.output, &listener);
    QObject::connect(&gitHub.signIn, &SignInService::signedIn, &listener,
        [account](OperationId, const GitHubAccount& signedIn) { *account = signedIn; });
    co_await awaitOperation(&gitHub.signIn, begin(gitHub.signIn, context, host), context.stop);
    context.output.line(Words::tr("Signed in to %1 as %2.").arg(account->host, account->login));
    if (!mayUse(*account, "repo"_L1)) {
        context.output.note(Words::tr("The token has no “repo” scope: private repositories cannot be seen with it."));
    }
    context.output.result(toJson(*account));
    co_return Succeeded;
}

GitHubAccount accountCalled(const CommandContext& context, const QString& text) {
    const QList<GitHubAccount> accounts = context.services->gitHub().access.accounts();
    Error error(ErrorKind::TokenMissing, text.isEmpty() ? gitHubCom : text);
    for (const GitHubAccount& account : accounts) {
        if (text.isEmpty() || text == account.login || text == accountTitle(account)) {
            return account;
        }
        error.alternatives.append(accountTitle(account));
    }
    throw error;
}

QCoro::Task<int> logoutGitHub(CommandContext context) {
    const GitHubServices gitHub = context.services->gitHub();
    const GitHubAccount account = accountCalled(context, context.arguments.value(1));
    if (account.way == SignInWay::Environment) {
        context.output.note(Words::tr("This sign-in comes from GITHUB_TOKEN; unset the variable to end it."));
        co_return BadUsage;
    }
    const bool isRevoked = context.options->isSet(u"revoke"_s);
    const QObject listener;
    guide(&gitHub.signIn, context.output, &listener);
    const OperationId operation = isRevoked ? gitHub.signIn.revoke(account.id) : gitHub.signIn.signOut(account.id);
    co_await awaitOperation(&gitHub.signIn, operation, context.stop);
    context.output.line(Words::tr("Signed out of %1. Projects and sites stay.").arg(accountTitle(account)));
    context.output.result(QJsonObject{{u"forgotten"_s, accountTitle(account)}, {u"revoked"_s, isRevoked}});
    co_return Succeeded;
}

} // namespace miaobu::app
