#pragma once

#include "aliyun/multipart_upload.h"
#include "aliyun/object_listing.h"
#include "aliyun/wire/oss_client.h"
#include "core/ports/object_store.h"

namespace miaobu::aliyun {

/// One bucket of Alibaba Cloud OSS, or the emulator's. Objects are private; who may read them is decided by the bucket.
class OssObjectStore final : public ObjectStore {
public:
    /// Files from multipart.threshold on are sent in parts.
    explicit OssObjectStore(OssClient client, int connectionLimit = 64, MultipartPolicy multipart = {});

    QCoro::Task<> putFile(
        QString key, QString path, quint64 crc64, ObjectHeaders headers, std::stop_token stop) override;
    QCoro::Task<> put(QString key, QByteArray content, ObjectHeaders headers, std::stop_token stop) override;
    QCoro::Task<> copy(QString from, QString to, ObjectHeaders headers, std::stop_token stop) override;
    QCoro::Task<QByteArray> get(QString key, std::stop_token stop) override;
    QCoro::Task<std::optional<ObjectInfo>> head(QString key, std::stop_token stop) override;
    QCoro::Task<QList<ObjectInfo>> list(QString prefix, std::stop_token stop) override;
    QCoro::Task<QStringList> folders(QString prefix, std::stop_token stop) override;
    QCoro::Task<> remove(QStringList keys, std::stop_token stop) override;
    [[nodiscard]] int connectionLimit() const override { return m_connectionLimit; }

private:
    QCoro::Task<> upload(OssCall call, quint64 crc64, ObjectHeaders headers, std::stop_token stop);
    /// Every page in one. With a \a delimiter what lies deeper is told as folders.
    QCoro::Task<ObjectPage> listAll(QString prefix, QByteArray delimiter, std::stop_token stop);
    QCoro::Task<> removeMany(QStringList keys, std::stop_token stop);

    OssClient m_client;
    int m_connectionLimit;
    MultipartPolicy m_multipart;
};

} // namespace miaobu::aliyun
