#include "app/cli/await_operation.h"
#include "app/cli/github_commands.h"
#include "app/cli/source_argument.h"
#include "core/github/github_access.h"
#include "core/github/repository_service.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// Whether a clone can tell more than GitHub's refusal to be asked.
bool mayStillBeCloned(const Error& error) {
    return error.kind != ErrorKind::RepositoryNotFound && error.kind != ErrorKind::Cancelled
        && error.kind != ErrorKind::InvalidInput;
}

QCoro::Task<std::optional<GitHubRepository>> ask(CommandContext context, QString host, QString fullName) {
    RepositoryService* const service = &context.services->gitHub().repositories;
    const auto found = std::make_shared<std::optional<GitHubRepository>>();
    const QObject listener;
    QObject::connect(service, &RepositoryService::found, &listener,
        [found](OperationId, const QList<GitHubRepository>& list) { *found = list.first(); });
    std::optional<Error> failure;
    try {
        co_await awaitOperation(service, service->find(host, fullName), context.stop);
    } catch (const Error& error) {
        failure = error;
    }
    if (failure && !mayStillBeCloned(*failure)) {
        throw Error(*failure);
    }
    std::optional<GitHubRepository> repository = *found;
    co_return repository;
}

} // namespace

QCoro::Task<std::optional<NamedRepository>> findNamedRepository(CommandContext context, QString argument) {
    const GitHubAccess& access = context.services->gitHub().access;
    const std::optional<QString> shortName = repositoryInArgument(argument);
    NamedRepository named;
    QString fullName;
    if (shortName) {
        fullName = *shortName;
        named.host = access.current() ? access.current()->host : gitHubCom;
    } else {
        const Source source = sourceFromArgument(argument);
        const std::optional<GitHubAccount> account = access.accountFor(source.location);
        named.host = account ? account->host : gitHubCom;
        fullName = fullNameIn(source.location, access.host(named.host));
    }
    if (fullName.isEmpty()) {
        co_return std::nullopt;
    }
    named.repository = co_await ask(context, named.host, fullName);
    const QString name = named.repository ? named.repository->fullName() : fullName;
    named.source = {SourceKind::Git, access.host(named.host).cloneUrl(name), {}};
    co_return named;
}

} // namespace miaobu::app
