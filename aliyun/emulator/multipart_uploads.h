#pragma once

#include "aliyun/emulator/bucket.h"
#include "aliyun/emulator/record_store.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace miaobu::emulator {

/// An object that comes in parts and is not there yet.
struct MultipartUpload {
    std::string id;
    std::string bucket;
    std::string key;
    std::map<std::string, std::string> headers; ///< Of the object it becomes
    SystemTime initiated;
};

/// All uploads in parts, on disk, so that one can go on after a restart. Thread-safe.
class MultipartUploads {
public:
    explicit MultipartUploads(std::string folder);

    /// \returns the id
    [[nodiscard]] std::string begin(
        const std::string& bucket, const std::string& key, const std::map<std::string, std::string>& headers);
    [[nodiscard]] std::optional<MultipartUpload> find(const std::string& id) const;
    /// In order of their keys
    [[nodiscard]] std::vector<MultipartUpload> of(const std::string& bucket) const;
    /// The parts that came, as objects named by partName(). Null when the upload has ended.
    [[nodiscard]] std::shared_ptr<Bucket> parts(const std::string& id);
    /// Removes it with its parts.
    void end(const std::string& id);

private:
    [[nodiscard]] std::string folderOf(const std::string& id) const;

    const std::string m_folder;
    RecordStore m_uploads;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<Bucket>> m_parts;
};

/// "00042": names sort as numbers do.
[[nodiscard]] std::string partName(long long number);

} // namespace miaobu::emulator
