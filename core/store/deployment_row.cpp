#include "core/store/deployment_row.h"

#include "core/store/row_values.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QVariant failureValue(const std::optional<Failure>& failure) {
    if (!failure) {
        return {};
    }
    return jsonValue({
        {u"kind"_s, errorKindName(failure->kind)},
        {u"stage"_s, stageName(failure->stage)},
        {u"subject"_s, failure->subject},
        {u"detail"_s, failure->detail},
        {u"alternatives"_s, QJsonArray::fromStringList(failure->alternatives)},
        {u"exitCode"_s, failure->exitCode},
        {u"requestId"_s, failure->requestId},
    });
}

std::optional<Failure> failureFrom(const QVariant& value) {
    if (value.isNull()) {
        return std::nullopt;
    }
    const QJsonObject object = jsonFrom(value);
    Failure failure;
    failure.kind = errorKindFromName(object.value(u"kind"_s).toString());
    failure.stage = stageFromName(object.value(u"stage"_s).toString());
    failure.subject = object.value(u"subject"_s).toString();
    failure.detail = object.value(u"detail"_s).toString();
    failure.exitCode = object.value(u"exitCode"_s).toInt();
    failure.requestId = object.value(u"requestId"_s).toString();
    for (const QJsonValue& alternative : object.value(u"alternatives"_s).toArray()) {
        failure.alternatives.append(alternative.toString());
    }
    return failure;
}

std::optional<WebApp> appFrom(const QVariant& value) {
    return value.isNull() ? std::nullopt : std::optional(webAppFromJson(jsonFrom(value)));
}

} // namespace

QString deploymentColumns() {
    return u"deployment.id, deployment.project, number, deployment.target, state, stage, commit_hash, tree, branch, "
           u"message, "
           "author, modified, deployment.plan, requested_commit, object_prefix, url, deployment.created_at, "
           "finished_at, "
           "file_count, byte_count, bytes_sent, objects_sent, build_reused, deployment.pinned, failure, app, preview"_s;
}

Deployment deploymentFromRow(const QSqlQuery& row) {
    return {
        .id = row.value(0).toLongLong(),
        .project = row.value(1).toLongLong(),
        .number = row.value(2).toInt(),
        .target = row.value(3).toString(),
        .preview = row.value(26).toString(),
        .state = deploymentStateFromName(row.value(4).toString()),
        .stage = stageFromName(row.value(5).toString()),
        .revision = {row.value(6).toString(), row.value(7).toString(), row.value(8).toString(), row.value(9).toString(),
            row.value(10).toString(), row.value(11).toBool()},
        .plan = buildPlanFromJson(jsonFrom(row.value(12))),
        .requestedCommit = row.value(13).toString(),
        .objectPrefix = row.value(14).toString(),
        .url = row.value(15).toString(),
        .createdAt = timeFrom(row.value(16)),
        .finishedAt = timeFrom(row.value(17)),
        .fileCount = row.value(18).toInt(),
        .byteCount = row.value(19).toLongLong(),
        .bytesSent = row.value(20).toLongLong(),
        .objectsSent = row.value(21).toInt(),
        .buildReused = row.value(22).toBool(),
        .pinned = row.value(23).toBool(),
        .app = appFrom(row.value(25)),
        .failure = failureFrom(row.value(24)),
    };
}

void bindDeployment(QSqlQuery& query, const Deployment& deployment) {
    query.bindValue(u":id"_s, deployment.id);
    query.bindValue(u":project"_s, deployment.project);
    query.bindValue(u":number"_s, deployment.number);
    query.bindValue(u":target"_s, textValue(deployment.target));
    query.bindValue(u":preview"_s, textValue(deployment.preview));
    query.bindValue(u":state"_s, deploymentStateName(deployment.state));
    query.bindValue(u":stage"_s, stageName(deployment.stage));
    query.bindValue(u":commit_hash"_s, textValue(deployment.revision.commit));
    query.bindValue(u":tree"_s, textValue(deployment.revision.tree));
    query.bindValue(u":branch"_s, textValue(deployment.revision.branch));
    query.bindValue(u":message"_s, textValue(deployment.revision.message));
    query.bindValue(u":author"_s, textValue(deployment.revision.author));
    query.bindValue(u":modified"_s, deployment.revision.modified);
    query.bindValue(u":plan"_s, jsonValue(toJson(deployment.plan)));
    query.bindValue(u":requested_commit"_s, textValue(deployment.requestedCommit));
    query.bindValue(u":object_prefix"_s, textValue(deployment.objectPrefix));
    query.bindValue(u":url"_s, textValue(deployment.url));
    query.bindValue(u":created_at"_s, timeValue(deployment.createdAt));
    query.bindValue(u":finished_at"_s, timeValue(deployment.finishedAt));
    query.bindValue(u":file_count"_s, deployment.fileCount);
    query.bindValue(u":byte_count"_s, deployment.byteCount);
    query.bindValue(u":bytes_sent"_s, deployment.bytesSent);
    query.bindValue(u":objects_sent"_s, deployment.objectsSent);
    query.bindValue(u":build_reused"_s, deployment.buildReused);
    query.bindValue(u":pinned"_s, deployment.pinned);
    query.bindValue(u":failure"_s, failureValue(deployment.failure));
    query.bindValue(u":app"_s, deployment.app ? jsonValue(toJson(*deployment.app)) : QVariant());
}

} // namespace miaobu
