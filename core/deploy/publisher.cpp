#include "core/deploy/publisher.h"

#include "core/async/parallel.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct Publishing {
    PublishRequest request;
    std::stop_token stop;
    QHash<QString, qint64> present; ///< Key → size of what an earlier attempt left.
    PublishResult result;
    qint64 done = 0;
};

QHash<QString, qint64> sizesOf(const QList<ObjectInfo>& objects) {
    QHash<QString, qint64> sizes;
    for (const ObjectInfo& object : objects) {
        sizes.insert(object.key, object.size);
    }
    return sizes;
}

QCoro::Task<bool> isThere(std::shared_ptr<Publishing> publishing, QString key, ManifestFile file) {
    if (publishing->present.value(key, -1) != file.size) {
        co_return false;
    }
    const std::optional<ObjectInfo> info = co_await publishing->request.target.objects->head(key, publishing->stop);
    co_return info && info->size == file.size && info->crc64 == file.crc64;
}

/// Whether the copy was made; false when what it is copied from is gone.
QCoro::Task<bool> copyObject(std::shared_ptr<Publishing> publishing, QString from, QString to, ObjectHeaders headers) {
    try {
        co_await publishing->request.target.objects->copy(from, to, headers, publishing->stop);
        co_return true;
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
    }
    co_return false;
}

QCoro::Task<> publishItem(std::shared_ptr<Publishing> publishing, PublishItem item) {
    const QString key = publishing->request.prefix + u'/' + item.file.path;
    const ObjectHeaders headers{item.file.contentType, item.file.cacheControl};
    const bool isKept = co_await isThere(publishing, key, item.file);
    bool isCopied = false;
    if (!isKept && !item.copyFrom.isEmpty()) {
        isCopied = co_await copyObject(publishing, item.copyFrom, key, headers);
    }
    if (!isKept && !isCopied) {
        if (item.path.isEmpty()) {
            throw Error(ErrorKind::NotFound, item.copyFrom);
        }
        co_await publishing->request.target.objects->putFile(
            key, item.path, item.file.crc64, headers, publishing->stop);
        publishing->result.bytesSent += item.file.size;
        ++publishing->result.objectsSent;
    }
    publishing->result.objectsKept += isKept ? 1 : 0;
    publishing->result.objectsCopied += isCopied ? 1 : 0;
    publishing->request.progress(++publishing->done, publishing->request.items.size());
}

/// The site goes live only when the store lists every object with its size; what no file has made is removed.
QCoro::Task<> confirm(std::shared_ptr<Publishing> publishing) {
    const QString below = publishing->request.prefix + u'/';
    const QList<ObjectInfo> objects = co_await publishing->request.target.objects->list(below, publishing->stop);
    QHash<QString, qint64> sizes = sizesOf(objects);
    for (const PublishItem& item : std::as_const(publishing->request.items)) {
        const QString key = below + item.file.path;
        if (sizes.value(key, -1) != item.file.size) {
            throw Error(ErrorKind::ChecksumMismatch, item.file.path, u"the store does not list it with its size"_s);
        }
        sizes.remove(key);
    }
    if (!sizes.isEmpty()) {
        const QStringList keys = sizes.keys();
        co_await publishing->request.target.objects->remove(keys, publishing->stop);
    }
}

} // namespace

QCoro::Task<PublishResult> publish(PublishRequest request, std::stop_token stop) {
    auto publishing = std::make_shared<Publishing>();
    publishing->request = std::move(request);
    publishing->stop = stop;
    if (publishing->request.isResumed) {
        const QString below = publishing->request.prefix + u'/';
        const QList<ObjectInfo> present = co_await publishing->request.target.objects->list(below, stop);
        publishing->present = sizesOf(present);
    }
    const int limit = publishing->request.target.objects->connectionLimit();
    const auto work = [publishing](const PublishItem& item) { return publishItem(publishing, item); };
    co_await forEachLimited(publishing->request.items, limit, work, stop);
    co_await confirm(publishing);
    co_return publishing->result;
}

QCoro::Task<> removeObjects(OpenTarget target, QString prefix, std::stop_token stop) {
    static const QRegularExpression allowed(u"^projects/[a-z0-9][a-z0-9-]*(/[0-9]+)?$"_s);
    if (!allowed.match(prefix).hasMatch()) {
        throw Error(ErrorKind::Internal, prefix, u"not a prefix that may be removed"_s);
    }
    const QList<ObjectInfo> objects = co_await target.objects->list(prefix + u'/', stop);
    QStringList manifests;
    QStringList others;
    for (const ObjectInfo& object : objects) {
        (object.key.endsWith(u'/' + manifestObjectName) ? manifests : others).append(object.key);
    }
    if (!manifests.isEmpty()) {
        co_await target.objects->remove(manifests, stop);
    }
    if (!others.isEmpty()) {
        co_await target.objects->remove(others, stop);
    }
}

} // namespace miaobu
