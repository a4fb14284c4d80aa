#include "core/git/git_job.h"

#include "core/git/git_location.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu {

bool mayBeSent(const GitCredential& credential, const QString& url) {
    return !credential.secret.isEmpty() && !credential.origin.isEmpty() && serverOf(url) == credential.origin
        && isConfidential(url);
}

QByteArray toJson(const GitJob& job) {
    const QJsonObject json{{u"task"_s, static_cast<int>(job.task)}, {u"base"_s, job.base},
        {u"location"_s, job.location}, {u"branch"_s, job.branch}, {u"commit"_s, job.commit},
        {u"subfolder"_s, job.subfolder}, {u"destination"_s, job.destination}, {u"mirrorFolder"_s, job.mirrorFolder},
        {u"submodules"_s, job.submodules}, {u"user"_s, job.credential.user}, {u"secret"_s, job.credential.secret},
        {u"origin"_s, job.credential.origin}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

GitJob gitJobFromJson(const QByteArray& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        throw Error(ErrorKind::Internal, u"git worker"_s, u"the job is not a JSON object"_s);
    }
    GitJob job;
    job.task = static_cast<GitTask>(document[u"task"].toInt());
    job.base = document[u"base"].toString();
    job.location = document[u"location"].toString();
    job.branch = document[u"branch"].toString();
    job.commit = document[u"commit"].toString();
    job.subfolder = document[u"subfolder"].toString();
    job.destination = document[u"destination"].toString();
    job.mirrorFolder = document[u"mirrorFolder"].toString();
    job.submodules = document[u"submodules"].toBool();
    job.credential = {document[u"user"].toString(), document[u"secret"].toString(), document[u"origin"].toString()};
    return job;
}

QJsonObject toJson(const Revision& revision) {
    return {{u"commit"_s, revision.commit}, {u"tree"_s, revision.tree}, {u"branch"_s, revision.branch},
        {u"message"_s, revision.message}, {u"author"_s, revision.author}, {u"modified"_s, revision.modified}};
}

Revision revisionFromJson(const QJsonObject& json) {
    return {json[u"commit"].toString(), json[u"tree"].toString(), json[u"branch"].toString(),
        json[u"message"].toString(), json[u"author"].toString(), json[u"modified"].toBool()};
}

QJsonObject toJson(const BranchHead& head) {
    return {{u"branch"_s, head.branch}, {u"commit"_s, head.commit}};
}

BranchHead branchHeadFromJson(const QJsonObject& json) {
    return {json[u"branch"].toString(), json[u"commit"].toString()};
}

QJsonObject toJson(const CommitComparison& comparison) {
    return {{u"order"_s, static_cast<int>(comparison.order)}, {u"message"_s, comparison.message},
        {u"author"_s, comparison.author}, {u"files"_s, QJsonArray::fromStringList(comparison.files)},
        {u"isComplete"_s, comparison.isComplete}};
}

CommitComparison commitComparisonFromJson(const QJsonObject& json) {
    return {static_cast<CommitComparison::Order>(json[u"order"].toInt()), json[u"message"].toString(),
        json[u"author"].toString(), json[u"files"].toVariant().toStringList(), json[u"isComplete"].toBool()};
}

QJsonObject toJson(const Error& error) {
    return {{u"kind"_s, errorKindName(error.kind)}, {u"subject"_s, error.subject}, {u"detail"_s, error.detail},
        {u"alternatives"_s, QJsonArray::fromStringList(error.alternatives)}, {u"retryable"_s, error.retryable}};
}

Error errorFromJson(const QJsonObject& json) {
    Error error(errorKindFromName(json[u"kind"].toString()), json[u"subject"].toString(), json[u"detail"].toString());
    const QJsonArray alternatives = json[u"alternatives"].toArray();
    for (const QJsonValue& alternative : alternatives) {
        error.alternatives.append(alternative.toString());
    }
    error.retryable = json[u"retryable"].toBool();
    return error;
}

} // namespace miaobu
