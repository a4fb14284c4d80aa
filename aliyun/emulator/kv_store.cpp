#include "aliyun/emulator/kv_store.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"
#include "aliyun/emulator/small_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr auto never = std::chrono::steady_clock::time_point::max();

qint64 milliseconds(SystemTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

SystemTime fromMilliseconds(const QJsonValue& value) {
    return SystemTime(std::chrono::milliseconds(value.toInteger()));
}

// Values are kept as Base64: they are any bytes, and JSON text is not.
std::string entryText(const std::string& key, const KvEntry& entry) {
    QJsonObject object{
        {u"key"_s, toQt(key)}, {u"value"_s, toQt(toBase64(entry.value))}, {u"updated"_s, milliseconds(entry.updated)}};
    if (entry.expires) {
        object.insert(u"expires"_s, milliseconds(*entry.expires));
    }
    return jsonText(object);
}

KvEntry entryFrom(const QJsonObject& object) {
    KvEntry entry{
        fromBase64(toStd(object.value(u"value"_s).toString())), fromMilliseconds(object.value(u"updated"_s)), {}};
    if (object.contains(u"expires"_s)) {
        entry.expires = fromMilliseconds(object.value(u"expires"_s));
    }
    return entry;
}

bool isExpired(const KvEntry& entry) {
    return entry.expires && *entry.expires <= std::chrono::system_clock::now();
}

[[noreturn]] void diskFault() {
    throw ServiceFault{
        500, "InternalException", std::string("The store cannot be written: ") + std::strerror(errno), {}};
}

} // namespace

KvStore::KvStore(std::string folder) : m_folder(std::move(folder)) {
    std::filesystem::create_directories(m_folder);
    for (const auto& entry : std::filesystem::directory_iterator(m_folder)) {
        readNamespace(entry.path().string());
    }
}

void KvStore::readNamespace(const std::string& folder) {
    const QJsonObject about = jsonObject(readFile(folder + "/namespace.json").value_or(std::string()));
    const KvNamespace space{toStd(about.value(u"name"_s).toString()), toStd(about.value(u"id"_s).toString()),
        toStd(about.value(u"description"_s).toString())};
    if (space.name.empty()) {
        return;
    }
    m_namespaces.emplace(space.name, space);
    for (const auto& file : std::filesystem::directory_iterator(folder + "/entries")) {
        const QJsonObject object = jsonObject(readFile(file.path().string()).value_or(std::string()));
        const std::string key = toStd(object.value(u"key"_s).toString());
        if (!key.empty() && pathOf(space.name, key) == file.path().string()) {
            m_entries[space.name].emplace(key, entryFrom(object));
        }
    }
}

std::vector<KvNamespace> KvStore::namespaces() const {
    const std::lock_guard lock(m_mutex);
    std::vector<KvNamespace> spaces;
    for (const auto& [name, space] : m_namespaces) {
        spaces.push_back(space);
    }
    return spaces;
}

std::optional<KvNamespace> KvStore::findNamespace(const std::string& name) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_namespaces.find(name);
    return found == m_namespaces.end() ? std::nullopt : std::optional(found->second);
}

bool KvStore::createNamespace(const std::string& name, const std::string& description) {
    const std::lock_guard lock(m_mutex);
    if (m_namespaces.contains(name)) {
        return false;
    }
    // As in the cloud, an id no double can hold.
    const std::string id = std::to_string(900000000000000000LL + milliseconds(std::chrono::system_clock::now()));
    const KvNamespace space{name, id, description};
    std::filesystem::create_directories(folderOf(name) + "/entries");
    const QJsonObject about{{u"name"_s, toQt(name)}, {u"id"_s, toQt(id)}, {u"description"_s, toQt(description)}};
    if (!replaceFile(folderOf(name) + "/namespace.json", jsonText(about))) {
        diskFault();
    }
    m_namespaces.emplace(name, space);
    return true;
}

bool KvStore::removeNamespace(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    if (m_namespaces.erase(name) == 0) {
        return false;
    }
    m_entries.erase(name);
    std::erase_if(m_pending, [&name](const auto& entry) { return entry.first.first == name; });
    // The description first: without it, what a crash leaves is no namespace.
    std::filesystem::remove(folderOf(name) + "/namespace.json");
    std::filesystem::remove_all(folderOf(name));
    return true;
}

void KvStore::put(const std::string& space, const std::string& key, KvEntry entry) {
    const std::lock_guard lock(m_mutex);
    if (!replaceFile(pathOf(space, key), entryText(key, entry), Durability::PowerFailure)) {
        diskFault();
    }
    remember(space, key);
    m_entries[space].insert_or_assign(key, std::move(entry));
}

bool KvStore::remove(const std::string& space, const std::string& key) {
    const std::lock_guard lock(m_mutex);
    if (!current(space, key)) {
        return false;
    }
    if (::unlink(pathOf(space, key).c_str()) != 0 && errno != ENOENT) {
        diskFault();
    }
    remember(space, key);
    m_entries[space].erase(key);
    return true;
}

std::optional<KvEntry> KvStore::get(const std::string& space, const std::string& key) const {
    const std::lock_guard lock(m_mutex);
    return current(space, key);
}

std::map<std::string, KvEntry> KvStore::all(const std::string& space, const std::string& prefix) const {
    const std::lock_guard lock(m_mutex);
    Entries matching;
    const auto entries = m_entries.find(space);
    if (entries == m_entries.end()) {
        return matching;
    }
    for (auto at = entries->second.lower_bound(prefix); at != entries->second.end() && at->first.starts_with(prefix);
        ++at) {
        if (!isExpired(at->second)) {
            matching.insert(*at);
        }
    }
    return matching;
}

std::optional<std::string> KvStore::edgeValue(const std::string& space, const std::string& key) const {
    const std::lock_guard lock(m_mutex);
    std::optional<KvEntry> seen = current(space, key);
    if (const auto pending = m_pending.find({space, key}); pending != m_pending.end()) {
        const auto now = std::chrono::steady_clock::now();
        for (const Pending& change : pending->second) {
            if (change.until > now) {
                seen = change.before;
                break;
            }
        }
    }
    return seen && !isExpired(*seen) ? std::optional(seen->value) : std::nullopt;
}

void KvStore::setEdgeDelay(std::chrono::milliseconds delay) {
    const std::lock_guard lock(m_mutex);
    m_edgeDelay = delay;
}

void KvStore::holdBack(bool held) {
    const std::lock_guard lock(m_mutex);
    m_held = held;
    if (!held) {
        m_pending.clear();
    }
}

void KvStore::remember(const std::string& space, const std::string& key) {
    const auto now = std::chrono::steady_clock::now();
    auto& changes = m_pending[{space, key}];
    std::erase_if(changes, [now](const Pending& change) { return change.until <= now; });
    if (m_held || m_edgeDelay.count() > 0) {
        changes.push_back({current(space, key), m_held ? never : now + m_edgeDelay});
    }
}

std::optional<KvEntry> KvStore::current(const std::string& space, const std::string& key) const {
    const auto entries = m_entries.find(space);
    if (entries == m_entries.end()) {
        return std::nullopt;
    }
    const auto found = entries->second.find(key);
    return found == entries->second.end() || isExpired(found->second) ? std::nullopt : std::optional(found->second);
}

std::string KvStore::folderOf(const std::string& space) const {
    return m_folder + "/" + sha256Hex(space);
}

std::string KvStore::pathOf(const std::string& space, const std::string& key) const {
    return folderOf(space) + "/entries/" + sha256Hex(key);
}

} // namespace miaobu::emulator
