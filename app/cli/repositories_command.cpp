#include "app/cli/await_operation.h"
#include "app/cli/command_description.h"
#include "app/cli/github_commands.h"
#include "core/github/account_tokens.h"
#include "core/github/repository_filter.h"
#include "core/github/repository_service.h"
#include "core/store/project_repository_table.h"

#include <QJsonArray>

#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

using List = std::shared_ptr<QList<GitHubRepository>>;

QJsonObject toJson(const GitHubRepository& repository, int projects) {
    return {{u"id"_s, repository.id}, {u"name"_s, repository.fullName()}, {u"description"_s, repository.description},
        {u"language"_s, repository.language}, {u"defaultBranch"_s, repository.defaultBranch},
        {u"private"_s, repository.isPrivate}, {u"archived"_s, repository.isArchived}, {u"fork"_s, repository.isFork},
        {u"pushedAt"_s, repository.pushedAt.toString(Qt::ISODate)}, {u"projects"_s, projects}};
}

QString marks(const GitHubRepository& repository, int projects) {
    QStringList words;
    if (repository.isPrivate) {
        words.append(Words::tr("private"));
    }
    if (repository.isArchived) {
        words.append(Words::tr("archived"));
    }
    if (projects > 0) {
        words.append(Words::tr("imported"));
    }
    return words.join(u", "_s);
}

/// What \a begin begins, to its end; what was found on the way is put into \a list.
QCoro::Task<> collect(RepositoryService* service, OperationId operation, List list, std::stop_token stop) {
    const QObject listener;
    const auto keep = [list](OperationId, const QList<GitHubRepository>& found) { *list = found; };
    QObject::connect(service, &RepositoryService::listed, &listener, keep);
    QObject::connect(service, &RepositoryService::found, &listener, keep);
    co_await awaitOperation(service, operation, stop);
}

/// The whole list; as it was when it was last read where GitHub cannot be asked now.
QCoro::Task<List> listFor(CommandContext context, GitHubAccount account) {
    RepositoryService* const service = &context.services->gitHub().repositories;
    List list = std::make_shared<QList<GitHubRepository>>(service->known(account));
    std::optional<Error> failure;
    try {
        co_await collect(service, service->refresh(account), list, context.stop);
    } catch (const Error& error) {
        failure = error;
    }
    if (failure && (list->isEmpty() || failure->kind == ErrorKind::Cancelled)) {
        throw Error(*failure);
    }
    if (failure) {
        (void)Output(false).fail(*failure);
        context.output.note(Words::tr("This is the list as it was on %1.")
                .arg(service->knownSince(account).toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
    }
    co_return list;
}

} // namespace

QCoro::Task<int> runRepositories(CommandContext context) {
    const GitHubServices gitHub = context.services->gitHub();
    const GitHubAccount account = accountCalled(context, context.options->value(u"account"_s));
    const QString words = context.options->value(u"search"_s);
    List list = co_await listFor(context, account);
    if (!words.isEmpty()) {
        *list = matching(*list, words);
    }
    if (!words.isEmpty() && list->isEmpty()) {
        RepositoryService* const service = &gitHub.repositories;
        co_await collect(service, service->search(account, words), list, context.stop);
    }
    const QHash<qint64, int> imported = ProjectRepositoryTable(context.services->database()).imported(account.host);
    QList<QStringList> rows;
    QJsonArray array;
    for (const GitHubRepository& repository : *list) {
        const int projects = imported.value(repository.id);
        rows.append({repository.fullName(), marks(repository, projects), repository.language,
            repository.pushedAt.toLocalTime().toString(u"yyyy-MM-dd"_s), repository.description.simplified().left(60)});
        array.append(toJson(repository, projects));
    }
    context.output.line(rows.isEmpty() ? Words::tr("No repository fits.") : table(rows));
    context.output.result(array);
    co_return Succeeded;
}

} // namespace miaobu::app
