#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/text/state_text.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/removal_table.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString timeText(const QDateTime& time) {
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QStringList rowOf(const Deployment& deployment) {
    const qint64 duration = deployment.finishedAt.isValid() ? deployment.createdAt.msecsTo(deployment.finishedAt) : 0;
    return {
        u'#' + QString::number(deployment.number),
        stateTitle(deployment.state),
        shortCommit(deployment.revision.commit),
        timeText(deployment.createdAt),
        duration > 0 ? durationText(std::chrono::milliseconds(duration)) : QString(),
        deployment.target,
        deployment.revision.message,
    };
}

} // namespace

Project projectCalled(const Services& services, const QString& slug) {
    const ProjectTable projects(services.database());
    if (const std::optional<Project> project = projects.findBySlug(slug)) {
        return *project;
    }
    Error error(ErrorKind::ProjectUnknown, slug);
    for (const Project& project : projects.all()) {
        error.alternatives.append(project.slug);
    }
    throw error;
}

Deployment deploymentCalled(const Services& services, const Project& project, const QString& text) {
    const DeploymentTable deployments(services.database());
    const QString digits = text.startsWith(u'#') ? text.mid(1) : text;
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (isNumber) {
        std::optional<Deployment> found = deployments.find(number);
        if (!found && number <= std::numeric_limits<int>::max()) {
            found = deployments.findByNumber(project.id, static_cast<int>(number));
        }
        if (found && found->project == project.id) {
            return *found;
        }
    }
    throw Error(ErrorKind::DeploymentUnknown, text);
}

QJsonObject toJson(const Deployment& deployment) {
    QJsonObject object{
        {u"id"_s, deployment.id},
        {u"number"_s, deployment.number},
        {u"target"_s, deployment.target},
        {u"state"_s, deploymentStateName(deployment.state)},
        {u"stage"_s, stageName(deployment.stage)},
        {u"commit"_s, deployment.revision.commit},
        {u"branch"_s, deployment.revision.branch},
        {u"message"_s, deployment.revision.message},
        {u"url"_s, deployment.url},
        {u"createdAt"_s, deployment.createdAt.toString(Qt::ISODateWithMs)},
        {u"finishedAt"_s, deployment.finishedAt.toString(Qt::ISODateWithMs)},
        {u"files"_s, deployment.fileCount},
        {u"bytes"_s, deployment.byteCount},
        {u"objectsSent"_s, deployment.objectsSent},
        {u"bytesSent"_s, deployment.bytesSent},
        {u"buildReused"_s, deployment.buildReused},
        {u"pinned"_s, deployment.pinned},
    };
    if (deployment.app) {
        object.insert(u"app"_s,
            QJsonObject{{u"way"_s, appWayName(deployment.app->settings.way)}, {u"image"_s, deployment.app->image},
                {u"port"_s, deployment.app->port}, {u"digest"_s, deployment.app->digest},
                {u"package"_s, deployment.app->package}, {u"endpoint"_s, deployment.app->endpoint}});
    }
    if (deployment.failure) {
        object.insert(u"failure"_s, errorKindName(deployment.failure->kind));
    }
    return object;
}

QCoro::Task<int> runProjects(CommandContext context) {
    QHash<ProjectId, Deployment> latest;
    for (const Deployment& deployment : DeploymentTable(context.services->database()).latestOfEach()) {
        latest.insert(deployment.project, deployment);
    }
    QList<QStringList> rows;
    QJsonArray list;
    const QList<ProjectId> removed = RemovalTable(context.services->database()).projects();
    for (const Project& project : ProjectTable(context.services->database()).all()) {
        const Deployment newest = latest.value(project.id);
        const bool isBeingRemoved = removed.contains(project.id);
        const QString state = newest.id ? stateTitle(newest.state) : Words::tr("not deployed yet");
        rows.append(
            {project.slug, isBeingRemoved ? Words::tr("being deleted") : state, newest.url, project.source.location});
        list.append(QJsonObject{
            {u"slug"_s, project.slug},
            {u"name"_s, project.name},
            {u"source"_s, project.source.location},
            {u"target"_s, project.target},
            {u"beingRemoved"_s, isBeingRemoved},
            {u"latest"_s, newest.id ? QJsonValue(toJson(newest)) : QJsonValue()},
        });
    }
    context.output.line(
        rows.isEmpty() ? Words::tr("No projects yet. Deploy a first one: miaobu deploy FOLDER") : table(rows));
    context.output.result(list);
    co_return Succeeded;
}

QCoro::Task<int> runDeployments(CommandContext context) {
    const Project project = projectCalled(*context.services, context.arguments.first());
    QList<QStringList> rows;
    QJsonArray list;
    for (const Deployment& deployment : DeploymentTable(context.services->database()).ofProject(project.id)) {
        rows.append(rowOf(deployment));
        list.append(toJson(deployment));
    }
    context.output.line(rows.isEmpty() ? Words::tr("Not deployed yet.") : table(rows));
    context.output.result(list);
    co_return Succeeded;
}

} // namespace miaobu::app
