#pragma once

#include "aliyun/emulator/encoding.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace miaobu::emulator {

struct KvEntry {
    std::string value;
    SystemTime updated;
    std::optional<SystemTime> expires;
};

struct KvNamespace {
    std::string name;
    std::string id;
    std::string description;
};

/// The edge's key-value store: on disk and durable before a call returns. The edge may be made to see changes later
/// than the caller of the service does, as it is in the cloud. Thread-safe.
class KvStore {
public:
    explicit KvStore(std::string folder);

    [[nodiscard]] std::vector<KvNamespace> namespaces() const;
    [[nodiscard]] std::optional<KvNamespace> findNamespace(const std::string& name) const;
    /// \returns false when it is there already
    bool createNamespace(const std::string& name, const std::string& description);
    /// With every entry in it. \returns false when there was none
    bool removeNamespace(const std::string& name);

    /// The namespace must be there, for this and all that follows. \throws ServiceFault(500 InternalException) when the
    /// disk fails.
    void put(const std::string& space, const std::string& key, KvEntry entry);
    /// \returns false when there was none
    bool remove(const std::string& space, const std::string& key);
    [[nodiscard]] std::optional<KvEntry> get(const std::string& space, const std::string& key) const;
    /// In byte order of the keys
    [[nodiscard]] std::map<std::string, KvEntry> all(const std::string& space, const std::string& prefix) const;

    /// What the edge sees now.
    [[nodiscard]] std::optional<std::string> edgeValue(const std::string& space, const std::string& key) const;
    /// Changes from now on reach the edge so much later.
    void setEdgeDelay(std::chrono::milliseconds delay);
    /// Changes from now on do not reach the edge; with false, all that were held back reach it at once.
    void holdBack(bool held);

private:
    /// What the edge saw before a change it has not seen yet.
    struct Pending {
        std::optional<KvEntry> before;
        std::chrono::steady_clock::time_point until;
    };
    using Entries = std::map<std::string, KvEntry>;

    void readNamespace(const std::string& folder);
    void remember(const std::string& space, const std::string& key);
    [[nodiscard]] std::optional<KvEntry> current(const std::string& space, const std::string& key) const;
    [[nodiscard]] std::string folderOf(const std::string& space) const;
    [[nodiscard]] std::string pathOf(const std::string& space, const std::string& key) const;

    const std::string m_folder;
    mutable std::mutex m_mutex;
    std::map<std::string, KvNamespace> m_namespaces;
    std::map<std::string, Entries> m_entries;
    std::map<std::pair<std::string, std::string>, std::vector<Pending>> m_pending;
    std::chrono::milliseconds m_edgeDelay{0};
    bool m_held = false;
};

} // namespace miaobu::emulator
