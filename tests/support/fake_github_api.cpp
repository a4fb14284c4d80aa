#include "tests/support/fake_github_state.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::test {

namespace {

FakeAnswer notFound() {
    return fakeFailure(404, u"Not Found"_s);
}

} // namespace

FakeAnswer FakeGitHub::State::answerApi(const Call& call) {
    if (call.method == "POST" && call.path == "/credentials/revoke"_L1) {
        if (call.isSignedIn) {
            return fakeFailure(403, u"must be called without authentication"_s);
        }
        const std::lock_guard lock(mutex);
        for (const QJsonValue& token : QJsonDocument::fromJson(call.body).object().value("credentials"_L1).toArray()) {
            tokens.remove(token.toString().toUtf8());
            revoked.append(token.toString().toUtf8());
        }
        return {.status = 202, .body = "{}"};
    }
    if (call.path == "/user"_L1 || call.path.startsWith("/user/"_L1)) {
        return call.isSignedIn ? ofUser(call) : fakeFailure(401, u"Requires authentication"_s);
    }
    if (call.path == "/search/repositories"_L1) {
        return search(call);
    }
    return ofRepository(call);
}

FakeAnswer FakeGitHub::State::ofUser(const Call& call) {
    if (call.path == "/user/repos"_L1) {
        return list(call);
    }
    const std::lock_guard lock(mutex);
    if (call.path == "/user/emails"_L1) {
        return fakeJson(QJsonArray{
            QJsonObject{{u"email"_s, u"private@example.com"_s}, {u"primary"_s, true}, {u"verified"_s, true}}});
    }
    return call.path == "/user"_L1 ? fakeJson(user) : notFound();
}

FakeAnswer FakeGitHub::State::list(const Call& call) const {
    const QJsonArray all = repositories.all();
    const int size = std::clamp(call.query.queryItemValue(u"per_page"_s).toInt(), 1, 100);
    const int page = std::max(call.query.queryItemValue(u"page"_s).toInt(), 1);
    QJsonArray part;
    for (qsizetype i = qsizetype{size} * (page - 1); i < std::min<qsizetype>(qsizetype{size} * page, all.size()); ++i) {
        part.append(all.at(i));
    }
    FakeAnswer answer = fakeJson(part);
    if (qsizetype{size} * page < all.size()) {
        answer.headers.emplaceBack("Link",
            "<http://127.0.0.1:" + QByteArray::number(port) + "/api/v3/user/repos?per_page=" + QByteArray::number(size)
                + "&page=" + QByteArray::number(page + 1) + ">; rel=\"next\"");
    }
    return answer;
}

FakeAnswer FakeGitHub::State::search(const Call& call) const {
    QStringList words;
    QStringList owners;
    for (const QString& word : call.query.queryItemValue(u"q"_s, QUrl::FullyDecoded).split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith("user:"_L1)) {
            owners.append(word.mid(5));
        } else if (!word.contains(u':')) {
            words.append(word);
        }
    }
    QJsonArray items;
    for (const QJsonValue& value : repositories.all()) {
        const QJsonObject repository = value.toObject();
        const QString text
            = repository.value("name"_L1).toString() + u' ' + repository.value("description"_L1).toString();
        const bool fits = std::ranges::all_of(
            words, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
        const QString owner = repository.value("full_name"_L1).toString().section(u'/', 0, 0);
        if (fits && owners.contains(owner) && (call.isSignedIn || !repository.value("private"_L1).toBool())) {
            items.append(repository);
        }
    }
    return fakeJson(
        QJsonObject{{u"total_count"_s, items.size()}, {u"incomplete_results"_s, false}, {u"items"_s, items}});
}

FakeAnswer FakeGitHub::State::ofRepository(const Call& call) {
    const bool isById = call.path.startsWith("/repositories/"_L1);
    const QString asked = isById ? call.path.section(u'/', 2, 2) : call.path.section(u'/', 2, 3);
    const QString rest = call.path.section(u'/', isById ? 3 : 4);
    const std::optional<QJsonObject> repository = repositories.find(asked);
    if (!repository || (repository->value("private"_L1).toBool() && !call.isSignedIn)
        || (!isById && !call.path.startsWith("/repos/"_L1))) {
        return notFound();
    }
    const QString fullName = repository->value("full_name"_L1).toString();
    if (!isById && fullName.compare(asked, Qt::CaseInsensitive) != 0) {
        const QByteArray where = "http://127.0.0.1:" + QByteArray::number(port) + "/api/v3/repositories/"
            + QByteArray::number(repository->value("id"_L1).toInteger()) + (rest.isEmpty() ? "" : "/")
            + QUrl::toPercentEncoding(rest, "/");
        FakeAnswer moved = fakeFailure(301, u"Moved Permanently"_s);
        moved.headers.emplaceBack("Location", where);
        return moved;
    }
    if (call.method != "GET") {
        return write(call);
    }
    if (rest.isEmpty()) {
        return fakeJson(*repository);
    }
    if (repositories.isEmpty(fullName)) {
        return rest == "branches"_L1 ? fakeJson(QJsonArray()) : fakeFailure(409, u"Git Repository is empty."_s);
    }
    return content(call, fullName, rest);
}

FakeAnswer FakeGitHub::State::content(const Call& call, const QString& fullName, const QString& rest) const {
    if (rest == "branches"_L1) {
        return fakeJson(repositories.branches(fullName));
    }
    if (rest.startsWith("commits/"_L1) || rest.startsWith("compare/"_L1)) {
        return commits(call, fullName, rest);
    }
    if (rest.startsWith("git/trees/"_L1)) {
        const std::optional<QJsonObject> tree = repositories.tree(fullName, rest.mid(10));
        return tree ? fakeJson(*tree) : notFound();
    }
    std::optional<QByteArray> bytes;
    if (rest.startsWith("git/blobs/"_L1)) {
        bytes = repositories.blob(fullName, rest.mid(10));
    } else if (rest.startsWith("contents/"_L1)) {
        bytes = repositories.file(fullName, rest.mid(9), call.query.queryItemValue(u"ref"_s, QUrl::FullyDecoded));
    }
    if (!bytes) {
        return notFound();
    }
    return {.body = *bytes, .contentType = "application/vnd.github.raw+json; charset=utf-8"};
}

FakeAnswer FakeGitHub::State::commits(const Call& call, const QString& fullName, const QString& rest) const {
    if (rest.startsWith("compare/"_L1)) {
        const QString base = rest.mid(8).section(u"..."_s, 0, 0);
        const std::optional<QStringList> changed = repositories.changed(fullName, base, rest.section(u"..."_s, 1));
        if (!changed) {
            return notFound();
        }
        QJsonArray files;
        for (const QString& path : *changed) {
            files.append(QJsonObject{{u"filename"_s, path}, {u"status"_s, u"modified"_s}});
        }
        return fakeJson(QJsonObject{{u"status"_s, u"ahead"_s}, {u"files"_s, files}});
    }
    const QString reference = rest.mid(8);
    const QString hash = repositories.commit(fullName, reference);
    if (hash.isEmpty()) {
        return fakeFailure(422, u"No commit found for SHA: "_s + reference);
    }
    if (call.accept == "application/vnd.github.sha") {
        return {.body = hash.toUtf8(), .contentType = "application/vnd.github.sha; charset=utf-8"};
    }
    return fakeJson(repositories.commitObject(fullName, hash));
}

FakeAnswer FakeGitHub::State::write(const Call& call) {
    if (!call.isSignedIn) {
        return notFound();
    }
    const std::lock_guard lock(mutex);
    QJsonObject answer = QJsonDocument::fromJson(call.body).object();
    answer.insert(u"id"_s, ++writes);
    return fakeJson(answer, 201);
}

} // namespace miaobu::test
