#include "aliyun/oss_object_store.h"

#include "aliyun/file_check.h"
#include "aliyun/object_listing.h"
#include "aliyun/stored_checksum.h"
#include "aliyun/wire/xml_tree.h"
#include "core/async/error.h"
#include "core/model/crc64.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qsizetype mostKeysInOneCall = 1000;

OssCall callOf(const QByteArray& method, const QString& key, const QString& ramAction) {
    OssCall call;
    call.method = method;
    call.key = key;
    call.ramAction = ramAction;
    return call;
}

HttpHeaders storedHeaders(const ObjectHeaders& headers) {
    HttpHeaders stored{
        {"Content-Type", headers.contentType.isEmpty() ? "application/octet-stream"_ba : headers.contentType.toUtf8()}};
    if (!headers.cacheControl.isEmpty()) {
        stored.append(HttpHeader{"Cache-Control", headers.cacheControl.toUtf8()});
    }
    return stored;
}

} // namespace

OssObjectStore::OssObjectStore(OssClient client, int connectionLimit, MultipartPolicy multipart)
    : m_client(std::move(client)), m_connectionLimit(connectionLimit), m_multipart(multipart) { }

QCoro::Task<> OssObjectStore::upload(OssCall call, quint64 crc64, ObjectHeaders headers, std::stop_token stop) {
    call.headers = storedHeaders(headers);
    call.failureOf
        = [crc64, key = call.key](const HttpResponse& response) { return checksumFailure(response, crc64, key); };
    co_await m_client.call(std::move(call), stop);
}

QCoro::Task<> OssObjectStore::putFile(
    QString key, QString path, quint64 crc64, ObjectHeaders headers, std::stop_token stop) {
    if (const qint64 size = QFileInfo(path).size(); size >= m_multipart.threshold) {
        MultipartFile large{key, path, size, crc64, storedHeaders(headers)};
        co_await uploadInParts(m_client, std::move(large), m_multipart, stop);
        co_return;
    }
    // A file that changed since it was listed is never sent; one that changes while it is sent shows in the store's answer.
    CheckedFile file = co_await checkFile(path, crc64, stop);
    OssCall call = callOf("PUT", key, u"oss:PutObject"_s);
    call.body = std::move(file.content);
    call.bodyFile = file.isLarge ? path : QString();
    co_await upload(std::move(call), crc64, headers, stop);
}

QCoro::Task<> OssObjectStore::put(QString key, QByteArray content, ObjectHeaders headers, std::stop_token stop) {
    OssCall call = callOf("PUT", key, u"oss:PutObject"_s);
    call.body = content;
    co_await upload(std::move(call), crc64(content), headers, stop);
}

QCoro::Task<> OssObjectStore::copy(QString from, QString to, ObjectHeaders headers, std::stop_token stop) {
    OssCall call = callOf("PUT", to, u"oss:PutObject"_s);
    call.headers = storedHeaders(headers);
    const QByteArray source = '/' + m_client.bucket().name + '/' + percentEncode(from.toUtf8(), "/");
    call.headers.append(HttpHeader{"x-oss-copy-source", source});
    call.headers.append(HttpHeader{"x-oss-metadata-directive", "REPLACE"});
    const HttpResponse response = co_await m_client.call(std::move(call), stop);
    if (const XmlElement root = parseXml(response.body); root.name != "CopyObjectResult"_L1) {
        throw Error(ErrorKind::MalformedResponse, to, root.name + u' ' + root.childText(u"Code"));
    }
}

QCoro::Task<QByteArray> OssObjectStore::get(QString key, std::stop_token stop) {
    OssCall call = callOf("GET", key, u"oss:GetObject"_s);
    call.maximumResponseBytes = qint64{256} << 20;
    call.failureOf = [key](const HttpResponse& response) {
        const quint64 received = crc64(response.body);
        return checksumFailure(response, received, key);
    };
    const HttpResponse response = co_await m_client.call(std::move(call), stop);
    co_return response.body;
}

QCoro::Task<std::optional<ObjectInfo>> OssObjectStore::head(QString key, std::stop_token stop) {
    OssCall call = callOf("HEAD", key, u"oss:GetObject"_s);
    try {
        const HttpResponse response = co_await m_client.call(std::move(call), stop);
        co_return ObjectInfo{key, response.header("content-length").toLongLong(), storedChecksum(response)};
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound || error.detail.startsWith("NoSuchBucket"_L1)) {
            throw;
        }
    }
    co_return std::nullopt;
}

QCoro::Task<ObjectPage> OssObjectStore::listAll(QString prefix, QByteArray delimiter, std::stop_token stop) {
    ObjectPage all;
    do {
        OssCall call = callOf("GET", {}, u"oss:ListObjects"_s);
        call.query = {{"list-type", "2"}, {"max-keys", "1000"}, {"encoding-type", "url"}};
        for (const Parameter& optional : Parameters{{"prefix", prefix.toUtf8()}, {"delimiter", delimiter},
                 {"continuation-token", all.continuation.toUtf8()}}) {
            if (!optional.second.isEmpty()) {
                call.query.append(optional);
            }
        }
        const HttpResponse response = co_await m_client.call(std::move(call), stop);
        const ObjectPage page = objectPageFromXml(response.body);
        if (!page.continuation.isEmpty() && page.continuation == all.continuation) {
            throw Error(ErrorKind::MalformedResponse, prefix, u"the listing does not advance"_s);
        }
        all.objects += page.objects;
        all.folders += page.folders;
        all.continuation = page.continuation;
    } while (!all.continuation.isEmpty());
    co_return all;
}

QCoro::Task<QList<ObjectInfo>> OssObjectStore::list(QString prefix, std::stop_token stop) {
    const ObjectPage all = co_await listAll(prefix, {}, stop);
    co_return all.objects;
}

QCoro::Task<QStringList> OssObjectStore::folders(QString prefix, std::stop_token stop) {
    const ObjectPage all = co_await listAll(prefix, "/", stop);
    QStringList names;
    for (const QString& folder : all.folders) {
        names.append(folder.sliced(prefix.size()).chopped(1));
    }
    co_return names;
}

QCoro::Task<> OssObjectStore::removeMany(QStringList keys, std::stop_token stop) {
    OssCall call = callOf("POST", {}, u"oss:DeleteObject"_s);
    call.query = {{"delete", ""}};
    call.body = deletionToXml(keys);
    const QByteArray md5 = QCryptographicHash::hash(call.body, QCryptographicHash::Md5).toBase64();
    call.headers = {{"Content-Type", "application/xml"}, {"Content-MD5", md5}};
    co_await m_client.call(std::move(call), stop);
}

QCoro::Task<> OssObjectStore::remove(QStringList keys, std::stop_token stop) {
    QStringList together;
    for (const QString& key : keys) {
        if (fitsXml(key)) {
            together.append(key);
        } else {
            OssCall call = callOf("DELETE", key, u"oss:DeleteObject"_s);
            co_await m_client.call(std::move(call), stop);
        }
    }
    for (qsizetype begin = 0; begin < together.size(); begin += mostKeysInOneCall) {
        const QStringList some = together.mid(begin, mostKeysInOneCall);
        co_await removeMany(some, stop);
    }
}

} // namespace miaobu::aliyun
