#pragma once

#include "aliyun/emulator/object_draft.h"
#include "aliyun/emulator/object_record.h"
#include "aliyun/emulator/request.h"

#include <map>
#include <memory>
#include <shared_mutex>
#include <vector>

namespace miaobu::emulator {

/// A stored object opened for reading: it stays what it was although the key may be overwritten meanwhile.
struct OpenObject {
    std::shared_ptr<const ObjectRecord> record;
    std::shared_ptr<const FileHandle> file; ///< The object's bytes are its first record->size.
};

/// Writes the bytes of \a object to \a file, readable by its owner alone. \returns false when the disk refuses
[[nodiscard]] bool copyObjectTo(const OpenObject& object, const std::string& file);

/// One page of a listing.
struct ObjectListing {
    struct Entry {
        std::string name; ///< A key, or a common prefix
        std::shared_ptr<const ObjectRecord> record; ///< Null for a common prefix
    };
    std::vector<Entry> entries;
    bool truncated = false;
};

/// The objects of one bucket, on disk and listed in memory. One file an object, put in place by a rename, so that a
/// crash leaves the old object or the new one. Thread-safe.
class Bucket {
public:
    /// Reads what is in \a folder, which is made when it is not there. Drafts are kept in \a draftFolder, on the same
    /// file system.
    Bucket(std::string name, std::string folder, std::string draftFolder);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] SystemTime created() const { return m_created; }
    [[nodiscard]] const std::string& draftFolder() const { return m_draftFolder; }

    [[nodiscard]] std::shared_ptr<const ObjectRecord> find(const std::string& key) const;
    [[nodiscard]] std::optional<OpenObject> open(const std::string& key) const;
    /// Makes the finished \a draft the object record.key. \returns false, with nothing done, when the key exists and \a
    /// overwrite is false.
    /// \throws ServiceFault(500 InternalError)
    [[nodiscard]] bool store(ObjectDraft& draft, ObjectRecord record, bool overwrite);
    void remove(const std::string& key);
    [[nodiscard]] bool isEmpty() const;
    /// Names after \a after in byte order. With a delimiter, keys that share the part up to it are one entry.
    [[nodiscard]] ObjectListing list(
        const std::string& prefix, const std::string& delimiter, const std::string& after, std::size_t most) const;

private:
    [[nodiscard]] std::string pathOf(const std::string& key) const;
    void readFolder(const std::string& folder);

    const std::string m_name;
    const std::string m_folder;
    const std::string m_draftFolder;
    SystemTime m_created;
    mutable std::shared_mutex m_mutex;
    std::map<std::string, std::shared_ptr<const ObjectRecord>> m_objects;
};

} // namespace miaobu::emulator
