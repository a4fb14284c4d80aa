#pragma once

#include "aliyun/emulator/encoding.h"

#include <QJsonObject>

#include <functional>
#include <map>
#include <mutex>

namespace miaobu::emulator {

/// JSON objects by name, each a file of its own that its owner alone can read; read again when the emulator starts.
/// Thread-safe.
class RecordStore {
public:
    explicit RecordStore(std::string folder);

    [[nodiscard]] std::optional<QJsonObject> find(const std::string& name) const;
    /// In byte order of the names
    [[nodiscard]] std::map<std::string, QJsonObject> all(const std::string& prefix = {}) const;
    /// \throws ServiceFault(500 InternalError) when the disk fails, for this and all that follows
    void put(const std::string& name, const QJsonObject& record);
    /// \returns false, and nothing is changed, when there is one already
    [[nodiscard]] bool add(const std::string& name, const QJsonObject& record);
    /// \returns the record as \a change left it; nothing when there is none
    std::optional<QJsonObject> update(const std::string& name, const std::function<void(QJsonObject&)>& change);
    /// \returns false when there was none
    bool remove(const std::string& name);
    void removeAll(const std::string& prefix);

private:
    void write(const std::string& name, const QJsonObject& record);
    [[nodiscard]] std::string pathOf(const std::string& name) const;

    const std::string m_folder;
    mutable std::mutex m_mutex;
    std::map<std::string, QJsonObject> m_records;
};

} // namespace miaobu::emulator
