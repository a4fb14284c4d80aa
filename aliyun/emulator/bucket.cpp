#include "aliyun/emulator/bucket.h"

#include "aliyun/emulator/service_fault.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <mutex>

namespace miaobu::emulator {

namespace {

std::shared_ptr<const FileHandle> openFile(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    return descriptor < 0 ? nullptr : std::make_shared<const FileHandle>(descriptor);
}

/// Makes the folder of \a path when it is the first file in it.
bool moveInto(const std::string& draft, const std::string& path) {
    if (::rename(draft.c_str(), path.c_str()) == 0) {
        return true;
    }
    const std::string folder = path.substr(0, path.rfind('/'));
    return errno == ENOENT && (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST)
        && ::rename(draft.c_str(), path.c_str()) == 0;
}

SystemTime changeTime(const std::string& path) {
    struct stat status{};
    return ::stat(path.c_str(), &status) == 0 ? std::chrono::system_clock::from_time_t(status.st_mtime)
                                              : std::chrono::system_clock::now();
}

} // namespace

Bucket::Bucket(std::string name, std::string folder, std::string draftFolder)
    : m_name(std::move(name)), m_folder(std::move(folder)), m_draftFolder(std::move(draftFolder)) {
    std::filesystem::create_directories(m_folder);
    m_created = changeTime(m_folder);
    for (const auto& part : std::filesystem::directory_iterator(m_folder)) {
        if (part.is_directory()) {
            readFolder(part.path().string());
        }
    }
}

void Bucket::readFolder(const std::string& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto file = openFile(entry.path().string());
        auto record = file ? readObjectRecord(file->descriptor()) : std::nullopt;
        if (record && pathOf(record->key) == entry.path().string()) {
            std::string key = record->key;
            m_objects.emplace(std::move(key), std::make_shared<const ObjectRecord>(std::move(*record)));
        }
    }
}

bool copyObjectTo(const OpenObject& object, const std::string& file) {
    const FileHandle copy(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    std::vector<char> piece(256U << 10);
    std::uint64_t done = 0;
    while (copy.descriptor() >= 0 && done < object.record->size) {
        const std::size_t most = std::min<std::uint64_t>(piece.size(), object.record->size - done);
        const ssize_t count = ::pread(object.file->descriptor(), piece.data(), most, static_cast<off_t>(done));
        if (count <= 0 || ::write(copy.descriptor(), piece.data(), static_cast<std::size_t>(count)) != count) {
            return false;
        }
        done += static_cast<std::uint64_t>(count);
    }
    return copy.descriptor() >= 0;
}

std::shared_ptr<const ObjectRecord> Bucket::find(const std::string& key) const {
    const std::shared_lock lock(m_mutex);
    const auto found = m_objects.find(key);
    return found == m_objects.end() ? nullptr : found->second;
}

std::optional<OpenObject> Bucket::open(const std::string& key) const {
    const std::string path = pathOf(key);
    const std::shared_lock lock(m_mutex);
    const auto found = m_objects.find(key);
    if (found == m_objects.end()) {
        return std::nullopt;
    }
    auto file = openFile(path);
    if (!file) {
        throw ServiceFault{500, "InternalError", "The object's file cannot be read."};
    }
    return OpenObject{found->second, std::move(file)};
}

bool Bucket::store(ObjectDraft& draft, ObjectRecord record, bool overwrite) {
    const std::string path = pathOf(record.key);
    std::string key = record.key;
    auto shared = std::make_shared<const ObjectRecord>(std::move(record));
    const std::unique_lock lock(m_mutex);
    if (!overwrite && m_objects.contains(key)) {
        return false;
    }
    if (!moveInto(draft.path(), path)) {
        throw ServiceFault{500, "InternalError", std::string("rename: ") + std::strerror(errno)};
    }
    draft.release();
    m_objects.insert_or_assign(std::move(key), std::move(shared));
    return true;
}

void Bucket::remove(const std::string& key) {
    const std::string path = pathOf(key);
    const std::unique_lock lock(m_mutex);
    if (m_objects.erase(key) > 0) {
        ::unlink(path.c_str());
    }
}

bool Bucket::isEmpty() const {
    const std::shared_lock lock(m_mutex);
    return m_objects.empty();
}

ObjectListing Bucket::list(
    const std::string& prefix, const std::string& delimiter, const std::string& after, std::size_t most) const {
    ObjectListing listing;
    const std::shared_lock lock(m_mutex);
    auto at = m_objects.lower_bound(std::max(prefix, after));
    while (at != m_objects.end() && at->first.starts_with(prefix)) {
        const std::size_t cut = delimiter.empty() ? std::string::npos : at->first.find(delimiter, prefix.size());
        const std::string common
            = cut == std::string::npos ? std::string() : at->first.substr(0, cut + delimiter.size());
        const bool passed = common.empty() ? at->first <= after : common <= after;
        if (!passed && listing.entries.size() == most) {
            listing.truncated = true;
            return listing;
        }
        if (!passed) {
            listing.entries.push_back(
                common.empty() ? ObjectListing::Entry{at->first, at->second} : ObjectListing::Entry{common, nullptr});
        }
        if (common.empty()) {
            ++at;
        } else {
            // No UTF-8 text has a 0xFF byte, so this is behind every key of the common prefix.
            at = m_objects.lower_bound(common + '\xFF');
        }
    }
    return listing;
}

std::string Bucket::pathOf(const std::string& key) const {
    // Hashed: a key may hold "..", be longer than a file name may be, or differ from another only in what a file system
    // ignores.
    const std::string hash = sha256Hex(key);
    return m_folder + "/" + hash.substr(0, 2) + "/" + hash.substr(2);
}

} // namespace miaobu::emulator
