#include "aliyun/wire/form_upload.h"

#include "aliyun/wire/service_error.h"

#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

QByteArray quoted(const QByteArray& text) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return c == '"' || c == '\r' || c == '\n'; })) {
        throw Error(ErrorKind::InvalidInput, QString::fromUtf8(text), u"not a name for a form"_s);
    }
    return '"' + text + '"';
}

QByteArray urlOf(const QJsonObject& config) {
    QUrl url(config.value(u"Url"_s).toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, u"OssPostConfig"_s, u"it does not say where the form goes"_s);
    }
    // The signature covers the form, not the scheme, and every host of OSS speaks https.
    if (url.scheme() == "http"_L1 && !isLoopbackHost(url.host(QUrl::FullyEncoded).toLatin1())) {
        url.setScheme(u"https"_s);
    }
    if (url.path().isEmpty()) {
        url.setPath(u"/"_s);
    }
    return url.toEncoded();
}

QString fieldName(const QString& member) {
    // The names of the form of assets are spelled as members of an answer, those of code as fields of a form.
    return member == "XOssSecurityToken"_L1 ? u"x-oss-security-token"_s
        : member == "Key"_L1                ? u"key"_s
        : member == "Policy"_L1             ? u"policy"_s
                                            : member;
}

} // namespace

HttpRequest formRequest(const FormUpload& upload) {
    const QByteArray boundary = "miaobu-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    const QByteArray begin = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
    HttpRequest request;
    request.method = "POST";
    request.url = upload.url;
    request.headers = {{"Content-Type", "multipart/form-data; boundary=" + boundary}};
    for (const auto& [name, value] : upload.fields) {
        request.body += begin + quoted(name) + "\r\n\r\n" + value + "\r\n";
    }
    request.body += begin + "\"file\"; filename=" + quoted(upload.file.name) + "\r\nContent-Type: "
        + upload.file.contentType + "\r\n\r\n" + upload.file.content + "\r\n--" + boundary + "--\r\n";
    return request;
}

FormUpload issuedForm(const QJsonObject& config, FormFile file) {
    FormUpload upload{urlOf(config), {}, std::move(file), {}};
    for (auto member = config.begin(); member != config.end(); ++member) {
        if (!member->isString()) {
            throw Error(ErrorKind::MalformedResponse, member.key(), u"a text is expected"_s);
        }
        const bool isAbsentToken = member.key() == "XOssSecurityToken"_L1 && member->toString().isEmpty();
        if (member.key() != "Url"_L1 && !isAbsentToken) {
            upload.fields.append({fieldName(member.key()).toUtf8(), member->toString().toUtf8()});
        }
    }
    upload.subject = QUrl::fromEncoded(upload.url).host();
    return upload;
}

QCoro::Task<> sendForm(
    std::shared_ptr<HttpClient> client, FormUpload upload, RetryPolicy policy, std::stop_token stop) {
    RetriedCall call;
    call.request = [upload] { return formRequest(upload); };
    call.failureOf = [subject = upload.subject](const HttpResponse& response) -> std::optional<Error> {
        if (response.status == 203) {
            Error error(ErrorKind::ServiceError, subject, u"the file was stored, but the service was not told"_s);
            error.requestId = requestIdOf(response.headers);
            error.retryable = true;
            return error;
        }
        return serviceError(response, {subject, u"oss:PutObject"_s}, {});
    };
    co_await sendRetried(std::move(client), std::move(call), policy, stop);
}

} // namespace miaobu::aliyun
