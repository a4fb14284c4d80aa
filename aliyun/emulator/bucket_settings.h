#pragma once

#include "aliyun/emulator/record_store.h"

namespace miaobu::emulator {

/// What is set for buckets and for the access to their objects; on disk. Thread-safe.
class BucketSettings {
public:
    explicit BucketSettings(std::string folder) : m_records(std::move(folder)) { }

    /// private, public-read or public-read-write; private at first.
    [[nodiscard]] std::string acl(const std::string& bucket) const;
    void setAcl(const std::string& bucket, const std::string& acl);
    /// default (the bucket's), private, public-read or public-read-write
    [[nodiscard]] std::string objectAcl(const std::string& bucket, const std::string& key) const;
    void setObjectAcl(const std::string& bucket, const std::string& key, const std::string& acl);
    void removeObjectAcl(const std::string& bucket, const std::string& key);

    /// Block Public Access; on at first, as it is for every bucket that is made by a call.
    [[nodiscard]] bool blocksPublicAccess(const std::string& bucket) const;
    void blockPublicAccess(const std::string& bucket, bool blocked);

    [[nodiscard]] std::string storageClass(const std::string& bucket) const;
    void setStorageClass(const std::string& bucket, const std::string& storageClass);

    /// A configuration as it was put ("cors", "lifecycle", "website", "policy"); nothing when there is none.
    [[nodiscard]] std::optional<std::string> configuration(const std::string& bucket, const std::string& kind) const;
    void setConfiguration(const std::string& bucket, const std::string& kind, const std::string& text);
    void removeConfiguration(const std::string& bucket, const std::string& kind);

    /// Whether anybody may read the object without a signature.
    [[nodiscard]] bool isPublic(const std::string& bucket, const std::string& key) const;
    /// All of a bucket that is deleted.
    void removeAll(const std::string& bucket) { m_records.removeAll(bucket + "/"); }

private:
    [[nodiscard]] std::string text(const std::string& name, const std::string& usual) const;
    void setText(const std::string& name, const std::string& value);

    RecordStore m_records;
};

} // namespace miaobu::emulator
