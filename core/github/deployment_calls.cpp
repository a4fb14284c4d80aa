#include "core/github/deployment_calls.h"

#include "core/github/json_reading.h"
#include "core/github/repository_calls.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype longestDescription = 140;

ApiRequest postTo(const QString& fullName, const QByteArray& path, const QJsonObject& body) {
    ApiRequest request;
    request.method = "POST";
    request.path = repositoryPath(fullName) + path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.subject = fullName;
    return request;
}

} // namespace

QCoro::Task<qint64> createDeployment(
    std::shared_ptr<GitHubClient> client, QString fullName, GitHubDeployment deployment, std::stop_token stop) {
    // Left out, auto_merge merges the default branch into the commit, and red checks refuse the deployment.
    const QJsonObject body{{u"ref"_s, deployment.commit}, {u"task"_s, u"deploy"_s}, {u"auto_merge"_s, false},
        {u"required_contexts"_s, QJsonArray()}, {u"environment"_s, deployment.environment},
        {u"production_environment"_s, true}, {u"transient_environment"_s, false},
        {u"description"_s, deployment.description.left(longestDescription)}};
    const ApiRequest request = postTo(fullName, "/deployments", body);
    const ApiResponse response = co_await client->send(request, stop);
    co_return Members(readObject(response.body, fullName), fullName).id("id"_L1);
}

QCoro::Task<> setDeploymentState(std::shared_ptr<GitHubClient> client, QString fullName, qint64 number,
    GitHubDeploymentState state, std::stop_token stop) {
    QJsonObject body{{u"state"_s, state.state}, {u"description"_s, state.description.left(longestDescription)},
        {u"auto_inactive"_s, true}};
    if (!state.url.isEmpty()) {
        body.insert(u"environment_url"_s, state.url);
    }
    const ApiRequest request = postTo(fullName, "/deployments/" + QByteArray::number(number) + "/statuses", body);
    co_await client->send(request, stop);
}

QCoro::Task<> setCommitStatus(std::shared_ptr<GitHubClient> client, QString fullName, QString commit, QString context,
    GitHubDeploymentState state, std::stop_token stop) {
    const bool isOpen = state.state == u"queued"_s || state.state == u"in_progress"_s;
    QJsonObject body{{u"state"_s, isOpen ? u"pending"_s : state.state}, {u"context"_s, context},
        {u"description"_s, state.description.left(longestDescription)}};
    if (!state.url.isEmpty()) {
        body.insert(u"target_url"_s, state.url);
    }
    const ApiRequest request = postTo(fullName, "/statuses/" + commit.toLatin1(), body);
    co_await client->send(request, stop);
}

} // namespace miaobu
