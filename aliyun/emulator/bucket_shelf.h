#pragma once

#include "aliyun/emulator/bucket.h"

namespace miaobu::emulator {

/// All buckets of an emulator, each in a folder of its own. Thread-safe.
class BucketShelf {
public:
    /// Opens the buckets that are in \a folder and throws away the drafts a crash left.
    explicit BucketShelf(std::string folder);

    [[nodiscard]] std::shared_ptr<Bucket> find(const std::string& name) const;
    [[nodiscard]] std::vector<std::shared_ptr<Bucket>> all() const;
    /// Gives the bucket that is there, too. \throws ServiceFault(400 InvalidBucketName)
    std::shared_ptr<Bucket> create(const std::string& name);
    /// \throws ServiceFault(404 NoSuchBucket), ServiceFault(409 BucketNotEmpty)
    void remove(const std::string& name);

private:
    [[nodiscard]] std::shared_ptr<Bucket> openBucket(const std::string& name) const;

    const std::string m_folder;
    mutable std::shared_mutex m_mutex;
    std::map<std::string, std::shared_ptr<Bucket>> m_buckets;
};

} // namespace miaobu::emulator
