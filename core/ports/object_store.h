#pragma once

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace miaobu {

/// Headers that are stored with an object and given to visitors unchanged.
struct ObjectHeaders {
    QString contentType;
    QString cacheControl;
};

struct ObjectInfo {
    QString key;
    qint64 size = 0;
    std::optional<quint64> crc64; ///< CRC-64/XZ; a listing does not know it.
};

/// Keeps the files of every deployment. Keys are UTF-8 without a leading slash.
/// Every call retries what is worth retrying, and throws Error for the rest; Error(Cancelled) once stop was requested.
class ObjectStore {
public:
    virtual ~ObjectStore() = default;

    /// Stores the file at \a path as \a key. \throws Error(ChecksumMismatch) when the store holds other bytes than \a crc64 says,
    /// also when the file changed after it was hashed.
    virtual QCoro::Task<> putFile(QString key, QString path, quint64 crc64, ObjectHeaders headers, std::stop_token stop)
        = 0;
    virtual QCoro::Task<> put(QString key, QByteArray content, ObjectHeaders headers, std::stop_token stop) = 0;
    /// Copies inside the store; no byte of the object passes through this computer. \throws Error(NotFound) without \a from.
    virtual QCoro::Task<> copy(QString from, QString to, ObjectHeaders headers, std::stop_token stop) = 0;
    /// \throws Error(NotFound) where there is no such object.
    virtual QCoro::Task<QByteArray> get(QString key, std::stop_token stop) = 0;
    virtual QCoro::Task<std::optional<ObjectInfo>> head(QString key, std::stop_token stop) = 0;
    virtual QCoro::Task<QList<ObjectInfo>> list(QString prefix, std::stop_token stop) = 0;
    /// The names one level below \a prefix ("projects/") that hold objects: "my-site", without slashes.
    virtual QCoro::Task<QStringList> folders(QString prefix, std::stop_token stop) = 0;
    /// Removing what is not there is no failure.
    virtual QCoro::Task<> remove(QStringList keys, std::stop_token stop) = 0;

    /// How many calls are worth having under way at once.
    [[nodiscard]] virtual int connectionLimit() const = 0;
};

} // namespace miaobu
