#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "core/purge/purge_service.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString stateName(PurgeTask::State state) {
    switch (state) {
    case PurgeTask::State::Running:
        return u"running"_s;
    case PurgeTask::State::Complete:
        return u"complete"_s;
    case PurgeTask::State::Failed:
        break;
    }
    return u"failed"_s;
}

QJsonObject toJson(const PurgeTask& task) {
    return {{u"id"_s, task.id}, {u"state"_s, stateName(task.state)}, {u"percent"_s, task.percent}};
}

QJsonValue toJson(const PurgeQuota& quota) {
    return quota.limit < 0 ? QJsonValue() : QJsonValue(QJsonObject{{u"limit"_s, quota.limit}, {u"used"_s, quota.used}});
}

QString leftText(const PurgeQuota& quota) {
    return quota.limit < 0 ? Words::tr("unknown")
                           : Words::tr("%1 of %2").arg(qMax(qint64(0), quota.limit - quota.used)).arg(quota.limit);
}

/// What to purge: everything of the project unless a URL or directory is named.
QList<PurgeRequest> requestsFrom(const CommandContext& context, const Project& project) {
    const QString target = context.options->value(u"target"_s);
    QList<PurgeRequest> requests;
    if (const QStringList urls = context.options->values(u"url"_s); !urls.isEmpty()) {
        requests.append({project.id, target, PurgeKind::Files, urls});
    }
    if (const QStringList directories = context.options->values(u"dir"_s); !directories.isEmpty()) {
        requests.append({project.id, target, PurgeKind::Directories, directories});
    }
    if (requests.isEmpty()) {
        requests.append({project.id, target, PurgeKind::Hosts, {}});
    }
    return requests;
}

struct Purged {
    QStringList subjects;
    QMap<QString, PurgeTask> tasks;
    CacheState state;
};

void report(const Output& output, const Purged& purged) {
    for (const QString& subject : purged.subjects) {
        output.line(Words::tr("Purged %1").arg(subject));
    }
    if (purged.state.knowsQuota) {
        output.note(Words::tr("Left today: hosts %1, files %2, directories %3.")
                .arg(leftText(purged.state.hostQuota), leftText(purged.state.fileQuota),
                    leftText(purged.state.directoryQuota)));
    }
    QJsonArray tasks;
    for (const PurgeTask& task : purged.tasks) {
        tasks.append(toJson(task));
    }
    const QJsonObject quota{{u"hosts"_s, toJson(purged.state.hostQuota)}, {u"files"_s, toJson(purged.state.fileQuota)},
        {u"directories"_s, toJson(purged.state.directoryQuota)}};
    output.result(QJsonObject{{u"purged"_s, QJsonArray::fromStringList(purged.subjects)}, {u"tasks"_s, tasks},
        {u"quota"_s, purged.state.knowsQuota ? QJsonValue(quota) : QJsonValue()}});
}

} // namespace

QCoro::Task<int> runPurge(CommandContext context) {
    const Project project = projectCalled(*context.services, context.arguments.first());
    PurgeService& service = context.services->purging();
    auto purged = std::make_shared<Purged>();
    const QObject listener;
    QObject::connect(&service, &PurgeService::begun, &listener,
        [purged](OperationId, const QStringList& subjects) { purged->subjects += subjects; });
    QObject::connect(&service, &PurgeService::cacheFound, &listener,
        [purged](OperationId, const CacheState& state) { purged->state = state; });
    QObject::connect(&service, &PurgeService::taskChanged, &listener,
        [purged, output = context.output](OperationId, const PurgeTask& task) {
            purged->tasks.insert(task.id, task);
            output.note(Words::tr("Purge task %1: %2%").arg(task.id).arg(task.percent));
        });
    const QList<PurgeRequest> requests = requestsFrom(context, project);
    for (const PurgeRequest& request : requests) {
        const OperationId operation = service.purge(request);
        co_await awaitOperation(&service, operation, context.stop);
    }
    const OperationId looking = service.look(project.id, context.options->value(u"target"_s));
    co_await awaitOperation(&service, looking, context.stop);
    report(context.output, *purged);
    co_return Succeeded;
}

} // namespace miaobu::app
