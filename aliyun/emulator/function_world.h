#pragma once

#include "aliyun/emulator/record_store.h"

#include <QJsonObject>

#include <mutex>

namespace miaobu::emulator {

/// Keeps what functions run as in step with their records. Thread-safe.
class FunctionRunner;
/// Answers the addresses of HTTP triggers. Thread-safe.
class TriggerServers;

/// What the function service knows. Names of what belongs to a function begin with "{function}/".
struct FunctionWorld {
    explicit FunctionWorld(const std::string& folder);
    ~FunctionWorld();
    FunctionWorld(const FunctionWorld&) = delete;
    FunctionWorld& operator=(const FunctionWorld&) = delete;

    RecordStore functions;
    RecordStore triggers;
    RecordStore versions;
    RecordStore aliases;
    RecordStore provisions;
    RecordStore concurrency;
    RecordStore domains;
    std::mutex changes; ///< Held by what first looks and then changes
    FunctionRunner* runner = nullptr; ///< Set before the first call
    TriggerServers* servers = nullptr; ///< Set before the first call
};

/// \throws ServiceFault(404 FunctionNotFound)
[[nodiscard]] QJsonObject functionNamed(const FunctionWorld& world, const std::string& name);
/// The function as it is at "LATEST", a version or an alias. \throws ServiceFault(404 …NotFound)
[[nodiscard]] QJsonObject functionAt(const FunctionWorld& world, const std::string& name, const std::string& qualifier);
/// "LATEST" or the number of the version a qualifier stands for. \throws ServiceFault(404 …NotFound)
[[nodiscard]] std::string versionOf(const FunctionWorld& world, const std::string& name, const std::string& qualifier);

/// "2026-01-02T03:04:05Z"
[[nodiscard]] QString timeStamp();

} // namespace miaobu::emulator
