#include "aliyun/multipart_upload.h"

#include "aliyun/stored_checksum.h"
#include "aliyun/wire/xml_tree.h"
#include "core/async/parallel.h"
#include "core/async/pool.h"
#include "core/model/crc64.h"

#include <QFile>
#include <QTimer>
#include <QXmlStreamWriter>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qint64 mostParts = 10000;
// After a cancel nobody wants to wait for the parts that are taken back.
constexpr auto graceOfAbort = std::chrono::seconds(10);

struct Part {
    qsizetype number = 0; ///< From 0
    qint64 offset = 0;
    qint64 length = 0;
};

struct PartContent {
    QByteArray bytes;
    quint64 crc64 = 0;
};

/// What one upload knows; shared by the parts under way.
struct Upload {
    OssClient client;
    MultipartFile file;
    QByteArray id;
    std::stop_token stop;
    QList<quint64> checksums{};
    QByteArrayList tags{};
};

QList<Part> partsOf(qint64 size, qint64 length) {
    QList<Part> parts;
    for (qint64 offset = 0; offset < size; offset += length) {
        parts.append({parts.size(), offset, std::min(length, size - offset)});
    }
    return parts;
}

PartContent readPart(const QString& path, const Part& part) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(part.offset)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    PartContent content;
    content.bytes = file.read(part.length);
    if (content.bytes.size() != part.length) {
        throw Error(ErrorKind::ChecksumMismatch, path, u"the file became shorter while it was sent"_s);
    }
    content.crc64 = crc64(content.bytes);
    return content;
}

OssCall callOf(const Upload& upload, const QByteArray& method, const QString& ramAction) {
    OssCall call;
    call.method = method;
    call.key = upload.file.key;
    call.ramAction = ramAction;
    call.query = {{"uploadId", upload.id}};
    return call;
}

QCoro::Task<> sendPart(std::shared_ptr<Upload> upload, Part part) {
    const QString path = upload->file.path;
    const auto read = [path, part] { return readPart(path, part); };
    const PartContent content = co_await runOnPool(read);
    OssCall call = callOf(*upload, "PUT", u"oss:PutObject"_s);
    call.query.append(Parameter{"partNumber", QByteArray::number(part.number + 1)});
    call.headers = {{"Content-Type", "application/octet-stream"}};
    call.body = content.bytes;
    call.failureOf = [expected = content.crc64, key = call.key](
                         const HttpResponse& response) { return checksumFailure(response, expected, key); };
    const HttpResponse response = co_await upload->client.call(std::move(call), upload->stop);
    upload->checksums[part.number] = content.crc64;
    upload->tags[part.number] = response.header("etag");
}

void requireWhole(const Upload& upload, const QList<Part>& parts) {
    quint64 whole = 0;
    for (const Part& part : parts) {
        whole = combineCrc64(whole, upload.checksums.at(part.number), static_cast<quint64>(part.length));
    }
    if (whole != upload.file.crc64) {
        throw Error(ErrorKind::ChecksumMismatch, upload.file.path, u"the file changed after it was checked"_s);
    }
}

QByteArray completionXml(const QByteArrayList& tags) {
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeStartElement(u"CompleteMultipartUpload"_s);
    for (qsizetype i = 0; i < tags.size(); ++i) {
        writer.writeStartElement(u"Part"_s);
        writer.writeTextElement(u"PartNumber"_s, QString::number(i + 1));
        writer.writeTextElement(u"ETag"_s, QString::fromUtf8(tags.at(i)));
        writer.writeEndElement();
    }
    writer.writeEndDocument();
    return xml;
}

QCoro::Task<QByteArray> initiate(OssClient client, MultipartFile file, std::stop_token stop) {
    OssCall call;
    call.method = "POST";
    call.key = file.key;
    call.ramAction = u"oss:PutObject"_s;
    call.query = {{"uploads", ""}};
    call.headers = file.headers;
    const HttpResponse response = co_await client.call(std::move(call), stop);
    const QByteArray id = parseXml(response.body).childText(u"UploadId").toUtf8();
    if (id.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, file.key, u"the answer has no UploadId"_s);
    }
    co_return QByteArray(id);
}

// An upload that is not known any more was completed by the attempt whose answer was lost, if the object is there.
QCoro::Task<bool> isStored(std::shared_ptr<Upload> upload) {
    OssCall call;
    call.method = "HEAD";
    call.key = upload->file.key;
    call.ramAction = u"oss:GetObject"_s;
    const HttpResponse response = co_await upload->client.call(std::move(call), upload->stop);
    co_return storedChecksum(response) == upload->file.crc64;
}

QCoro::Task<> complete(std::shared_ptr<Upload> upload) {
    OssCall call = callOf(*upload, "POST", u"oss:PutObject"_s);
    call.body = completionXml(upload->tags);
    call.headers = {{"Content-Type", "application/xml"}};
    std::optional<Error> unknown;
    try {
        const HttpResponse response = co_await upload->client.call(std::move(call), upload->stop);
        if (const std::optional<Error> wrong = checksumFailure(response, upload->file.crc64, upload->file.key)) {
            throw Error(*wrong);
        }
    } catch (const Error& error) {
        if (!error.detail.startsWith("NoSuchUpload"_L1)) {
            throw;
        }
        unknown = error;
    }
    if (unknown) {
        const bool stored = co_await isStored(upload);
        if (!stored) {
            throw Error(*unknown);
        }
    }
}

QCoro::Task<> abort(std::shared_ptr<Upload> upload) {
    const auto grace = std::make_shared<std::stop_source>();
    QTimer::singleShot(graceOfAbort, [grace] { grace->request_stop(); });
    OssCall call = callOf(*upload, "DELETE", u"oss:AbortMultipartUpload"_s);
    try {
        co_await upload->client.call(std::move(call), grace->get_token());
    } catch (const Error&) {
        // The upload has failed already, and that is what the caller is told.
    }
}

QCoro::Task<> sendAll(std::shared_ptr<Upload> upload, QList<Part> parts, int parallel) {
    const auto work = [upload](Part part) { return sendPart(upload, part); };
    co_await forEachLimited(parts, parallel, work, upload->stop);
    requireWhole(*upload, parts);
    co_await complete(upload);
}

} // namespace

qint64 partLength(qint64 size, const MultipartPolicy& policy) {
    return std::max(policy.partBytes, (size + mostParts - 1) / mostParts);
}

QCoro::Task<> uploadInParts(OssClient client, MultipartFile file, MultipartPolicy policy, std::stop_token stop) {
    const QByteArray id = co_await initiate(client, file, stop);
    const QList<Part> parts = partsOf(file.size, partLength(file.size, policy));
    const auto upload = std::make_shared<Upload>(Upload{client, file, id, stop});
    upload->checksums.resize(parts.size());
    upload->tags.resize(parts.size());
    std::optional<Error> failure;
    try {
        co_await sendAll(upload, parts, policy.parallel);
    } catch (const Error& error) {
        failure = error;
    }
    if (failure) {
        co_await abort(upload);
        throw Error(*failure);
    }
}

} // namespace miaobu::aliyun
