#include "tests/support/fake_github_state.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu::test {

namespace {

const QByteArray apiPrefix = "/api/v3";

FakeRequest recorded(const httplib::Request& request) {
    FakeRequest kept;
    kept.method = QByteArray::fromStdString(request.method);
    kept.target = QByteArray::fromStdString(request.target);
    kept.body = QByteArray::fromStdString(request.body);
    for (const auto& [name, value] : request.headers) {
        kept.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    }
    return kept;
}

QByteArray pathOf(const QByteArray& target) {
    const qsizetype query = target.indexOf('?');
    const QByteArray path = query < 0 ? target : target.first(query);
    return path.startsWith(apiPrefix + '/') ? path.sliced(apiPrefix.size()) : path;
}

/// Of "Bearer …", "token …" or, as git sends it, "Basic …".
QByteArray tokenIn(const QByteArray& authorization) {
    const QByteArray value = authorization.mid(authorization.indexOf(' ') + 1);
    if (authorization.startsWith("Basic ")) {
        const QByteArray pair = QByteArray::fromBase64(value);
        return pair.mid(pair.indexOf(':') + 1);
    }
    return value;
}

void send(const FakeAnswer& answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) {
        response.set_header(name.toStdString(), value.toStdString());
    }
    response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
}

QUrlQuery formIn(const QByteArray& body) {
    return QUrlQuery(QString::fromUtf8(QByteArray(body).replace('+', "%20")));
}

FakeAnswer oauthFailure(const QString& code, int status = 200) {
    return fakeJson(QJsonObject{{u"error"_s, code}, {u"error_description"_s, code}}, status);
}

} // namespace

FakeAnswer fakeJson(const QJsonObject& object, int status) {
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

FakeAnswer fakeJson(const QJsonArray& array, int status) {
    return {.status = status, .body = QJsonDocument(array).toJson(QJsonDocument::Compact)};
}

FakeAnswer fakeFailure(int status, const QString& message) {
    return fakeJson(QJsonObject{{u"message"_s, message}}, status);
}

void FakeGitHub::State::handle(const httplib::Request& request, httplib::Response& response) {
    const FakeRequest kept = recorded(request);
    Call call{.method = kept.method,
        .path = QString::fromStdString(request.path),
        .query = QUrlQuery(QUrl::fromEncoded(kept.target).query(QUrl::FullyEncoded)),
        .body = kept.body,
        .ifNoneMatch = kept.headers.value("if-none-match"),
        .accept = kept.headers.value("accept"),
        .token = tokenIn(kept.headers.value("authorization"))};
    QByteArray scopes;
    {
        const std::lock_guard lock(mutex);
        requests.append(kept);
        call.isSignedIn = tokens.contains(call.token);
        scopes = tokens.value(call.token);
        QList<FakeAnswer>& scripted = scripts[kept.method + ' ' + pathOf(kept.target)];
        if (!scripted.isEmpty()) {
            send(scripted.takeFirst(), response);
            return;
        }
    }
    if (!call.path.startsWith(QString::fromLatin1(apiPrefix) + u'/')) {
        if (call.path.contains(".git/"_L1)) {
            runGit(request, response, call.path);
        } else {
            send(answerWeb(call), response);
        }
        return;
    }
    call.path.remove(0, apiPrefix.size());
    FakeAnswer answer
        = !call.token.isEmpty() && !call.isSignedIn ? fakeFailure(401, u"Bad credentials"_s) : answerApi(call);
    if (call.isSignedIn) {
        answer.headers.emplaceBack("X-OAuth-Scopes", scopes);
    }
    answer.headers.emplaceBack("X-RateLimit-Limit", "5000");
    answer.headers.emplaceBack("X-RateLimit-Remaining", "4990");
    // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests
    if (answer.status == 200 && call.method == "GET") {
        QByteArray etag = '"' + QCryptographicHash::hash(answer.body, QCryptographicHash::Md5).toHex() + '"';
        if (call.accept == "application/vnd.github.sha") {
            etag = '"' + answer.body + '"';
        }
        answer.headers.emplaceBack("ETag", etag);
        if (etag == call.ifNoneMatch) {
            answer.status = 304;
            answer.body.clear();
        }
    }
    send(answer, response);
}

FakeAnswer FakeGitHub::State::answerWeb(const Call& call) {
    if (call.method == "POST" && call.path == "/login/device/code"_L1) {
        return deviceCode(call);
    }
    if (call.method == "POST" && call.path == "/login/oauth/access_token"_L1) {
        return accessToken(call);
    }
    if (call.method == "GET" && call.path == "/login/oauth/authorize"_L1) {
        return authorize(call);
    }
    if (call.method == "GET" && call.path == "/login/device"_L1) {
        return {.body = "<!doctype html><title>Device</title>", .contentType = "text/html"};
    }
    if (call.method == "POST" && call.path == "/fake/allow"_L1) {
        const std::lock_guard lock(mutex);
        isAllowed = true;
        return fakeJson(QJsonObject());
    }
    return {.status = 404, .body = "<!doctype html><title>404</title>", .contentType = "text/html"};
}

FakeAnswer FakeGitHub::State::deviceCode(const Call& call) {
    if (formIn(call.body).queryItemValue(u"client_id"_s).isEmpty()) {
        return fakeFailure(404, u"Not Found"_s);
    }
    return fakeJson(QJsonObject{{u"device_code"_s, u"fake-device-code-of-forty-characters-000"_s},
        {u"user_code"_s, u"FAKE-CODE"_s}, {u"verification_uri"_s, u"http://127.0.0.1:%1/login/device"_s.arg(port)},
        {u"expires_in"_s, 900}, {u"interval"_s, 1}});
}

FakeAnswer FakeGitHub::State::accessToken(const Call& call) {
    const QUrlQuery form = formIn(call.body);
    const QString grant = form.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded);
    const std::lock_guard lock(mutex);
    if (grant.endsWith("device_code"_L1)) {
        if (form.queryItemValue(u"device_code"_s) != "fake-device-code-of-forty-characters-000"_L1) {
            return oauthFailure(u"incorrect_device_code"_s);
        }
        if (!isAllowed) {
            return oauthFailure(u"authorization_pending"_s);
        }
        isAllowed = false;
    } else {
        const QByteArray verifier = form.queryItemValue(u"code_verifier"_s, QUrl::FullyDecoded).toUtf8();
        const QByteArray hash = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        if (form.queryItemValue(u"client_secret"_s, QUrl::FullyDecoded).toUtf8() != clientSecret) {
            return oauthFailure(u"incorrect_client_credentials"_s);
        }
        if (form.queryItemValue(u"code"_s) != "fake-code"_L1 || hash != challenge) {
            return oauthFailure(u"bad_verification_code"_s);
        }
    }
    return fakeJson(QJsonObject{{u"access_token"_s, u"gho_fake"_s}, {u"token_type"_s, u"bearer"_s},
        {u"scope"_s, u"repo,read:user,user:email"_s}});
}

FakeAnswer FakeGitHub::State::authorize(const Call& call) {
    const auto value = [&call](const QString& name) { return call.query.queryItemValue(name, QUrl::FullyDecoded); };
    const std::lock_guard lock(mutex);
    challenge = value(u"code_challenge"_s).toUtf8();
    const QByteArray back
        = value(u"redirect_uri"_s).toUtf8() + "?code=fake-code&state=" + QUrl::toPercentEncoding(value(u"state"_s));
    return {.status = 302, .headers = {{"Location", back}}, .contentType = "text/html"};
}

void FakeGitHub::State::runGit(
    const httplib::Request& request, httplib::Response& response, const QString& path) const {
    const QString fullName = path.section(u".git/"_s, 0, 0).mid(1);
    const std::optional<QJsonObject> repository = repositories.find(fullName);
    bool isAllowedIn = repository && !repository->value("private"_L1).toBool();
    {
        std::unique_lock lock(mutex);
        released.wait(lock, [this] { return !holdsFetches; });
        isAllowedIn = isAllowedIn
            || (repository
                && tokens.contains(tokenIn(QByteArray::fromStdString(request.get_header_value("Authorization")))));
    }
    if (!isAllowedIn) {
        response.status = 401;
        response.set_header("WWW-Authenticate", "Basic realm=\"GitHub\"");
        return;
    }
    const std::string::size_type query = request.target.find('?');
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"GIT_PROJECT_ROOT"_s, repositories.folder());
    environment.insert(u"GIT_HTTP_EXPORT_ALL"_s, u"1"_s);
    environment.insert(
        u"PATH_INFO"_s, u'/' + repository->value("full_name"_L1).toString() + u".git/"_s + path.section(u".git/"_s, 1));
    environment.insert(u"QUERY_STRING"_s,
        query == std::string::npos ? QString() : QString::fromStdString(request.target.substr(query + 1)));
    environment.insert(u"REQUEST_METHOD"_s, QString::fromStdString(request.method));
    environment.insert(u"CONTENT_TYPE"_s, QString::fromStdString(request.get_header_value("Content-Type")));
    environment.insert(u"CONTENT_LENGTH"_s, QString::number(request.body.size()));
    environment.insert(u"GIT_PROTOCOL"_s, QString::fromStdString(request.get_header_value("Git-Protocol")));
    QProcess backend;
    backend.setProcessEnvironment(environment);
    backend.start(u"git"_s, {u"http-backend"_s});
    backend.write(request.body.data(), static_cast<qint64>(request.body.size()));
    backend.closeWriteChannel();
    backend.waitForFinished(-1);
    const QByteArray output = backend.readAllStandardOutput();
    const qsizetype end = output.indexOf("\r\n\r\n");
    response.status = 200;
    std::string type = "application/octet-stream";
    for (const QByteArray& line : output.left(end).split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "status") {
            response.status = value.left(3).toInt();
        } else if (name == "content-type") {
            type = value.toStdString();
        }
    }
    response.set_content(output.mid(end + 4).toStdString(), type);
}

} // namespace miaobu::test
