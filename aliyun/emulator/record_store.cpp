#include "aliyun/emulator/record_store.h"

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

RecordStore::RecordStore(std::string folder) : m_folder(std::move(folder)) {
    std::filesystem::create_directories(m_folder);
    for (const auto& file : std::filesystem::directory_iterator(m_folder)) {
        const QJsonObject object = jsonObject(readFile(file.path().string()).value_or(std::string()));
        const std::string name = toStd(object.value(u"name"_s).toString());
        if (!name.empty() && pathOf(name) == file.path().string()) {
            m_records.emplace(name, object.value(u"record"_s).toObject());
        }
    }
}

std::optional<QJsonObject> RecordStore::find(const std::string& name) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_records.find(name);
    return found == m_records.end() ? std::nullopt : std::optional(found->second);
}

std::map<std::string, QJsonObject> RecordStore::all(const std::string& prefix) const {
    const std::lock_guard lock(m_mutex);
    std::map<std::string, QJsonObject> chosen;
    for (auto it = m_records.lower_bound(prefix); it != m_records.end() && it->first.starts_with(prefix); ++it) {
        chosen.insert(*it);
    }
    return chosen;
}

void RecordStore::put(const std::string& name, const QJsonObject& record) {
    const std::lock_guard lock(m_mutex);
    write(name, record);
}

bool RecordStore::add(const std::string& name, const QJsonObject& record) {
    const std::lock_guard lock(m_mutex);
    if (m_records.contains(name)) {
        return false;
    }
    write(name, record);
    return true;
}

std::optional<QJsonObject> RecordStore::update(
    const std::string& name, const std::function<void(QJsonObject&)>& change) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_records.find(name);
    if (found == m_records.end()) {
        return std::nullopt;
    }
    QJsonObject record = found->second;
    change(record);
    write(name, record);
    return record;
}

bool RecordStore::remove(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    ::unlink(pathOf(name).c_str());
    return m_records.erase(name) > 0;
}

void RecordStore::removeAll(const std::string& prefix) {
    for (const auto& [name, record] : all(prefix)) {
        remove(name);
    }
}

void RecordStore::write(const std::string& name, const QJsonObject& record) {
    const std::string text = jsonText({{u"name"_s, toQt(name)}, {u"record"_s, record}});
    if (!replaceFile(pathOf(name), text, Durability::PowerFailure)) {
        throw ServiceFault{500, "InternalError", std::string("The store cannot be written: ") + std::strerror(errno)};
    }
    m_records.insert_or_assign(name, record);
}

std::string RecordStore::pathOf(const std::string& name) const {
    return m_folder + "/" + sha256Hex(name) + ".json";
}

} // namespace miaobu::emulator
