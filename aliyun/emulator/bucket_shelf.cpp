#include "aliyun/emulator/bucket_shelf.h"

#include "aliyun/emulator/service_fault.h"

#include <algorithm>
#include <filesystem>
#include <mutex>

namespace miaobu::emulator {

namespace {

bool isBucketName(const std::string& name) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return name.size() >= 3 && name.size() <= 63 && name.front() != '-' && name.back() != '-'
        && std::all_of(name.begin(), name.end(), allowed);
}

} // namespace

BucketShelf::BucketShelf(std::string folder) : m_folder(std::move(folder)) {
    std::filesystem::remove_all(m_folder + "/drafts");
    std::filesystem::create_directories(m_folder + "/drafts");
    std::filesystem::create_directories(m_folder + "/buckets");
    for (const auto& entry : std::filesystem::directory_iterator(m_folder + "/buckets")) {
        const std::string name = entry.path().filename().string();
        if (isBucketName(name)) {
            m_buckets.emplace(name, openBucket(name));
        }
    }
}

std::shared_ptr<Bucket> BucketShelf::find(const std::string& name) const {
    const std::shared_lock lock(m_mutex);
    const auto found = m_buckets.find(name);
    return found == m_buckets.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<Bucket>> BucketShelf::all() const {
    const std::shared_lock lock(m_mutex);
    std::vector<std::shared_ptr<Bucket>> buckets;
    for (const auto& [name, bucket] : m_buckets) {
        buckets.push_back(bucket);
    }
    return buckets;
}

std::shared_ptr<Bucket> BucketShelf::create(const std::string& name) {
    if (!isBucketName(name)) {
        throw ServiceFault{400, "InvalidBucketName", "The specified bucket is not valid.",
            {{"BucketName", name}, {"EC", "0015-00000001"}}};
    }
    const std::unique_lock lock(m_mutex);
    auto& bucket = m_buckets[name];
    if (!bucket) {
        bucket = openBucket(name);
    }
    return bucket;
}

void BucketShelf::remove(const std::string& name) {
    const std::unique_lock lock(m_mutex);
    const auto found = m_buckets.find(name);
    if (found == m_buckets.end()) {
        throw ServiceFault{404, "NoSuchBucket", "The specified bucket does not exist.",
            {{"BucketName", name}, {"EC", "0015-00000101"}}};
    }
    if (!found->second->isEmpty()) {
        throw ServiceFault{409, "BucketNotEmpty", "The bucket has objects. Please delete them first.",
            {{"BucketName", name}, {"EC", "0015-00000301"}}};
    }
    m_buckets.erase(found);
    std::filesystem::remove_all(m_folder + "/buckets/" + name);
}

std::shared_ptr<Bucket> BucketShelf::openBucket(const std::string& name) const {
    return std::make_shared<Bucket>(name, m_folder + "/buckets/" + name, m_folder + "/drafts");
}

} // namespace miaobu::emulator
