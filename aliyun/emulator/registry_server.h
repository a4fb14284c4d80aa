#pragma once

#include "aliyun/emulator/child_process.h"
#include "aliyun/emulator/container_engine.h"
#include "aliyun/emulator/function_log.h"
#include "aliyun/emulator/registry_image.h"

#include <QString>

#include <atomic>
#include <mutex>
#include <thread>

namespace miaobu::emulator {

/// A real registry on loopback: Debian's docker-registry with its images in the emulator's folder. It takes the logins
/// that were given out and no others, so it is started with the first of them, and again when it ends. It ends with this
/// process, however that ends. Thread-safe.
class RegistryServer {
public:
    /// The program MIAOBU_DOCKER_REGISTRY names ("none" is none), or docker-registry on PATH; empty when there is none.
    [[nodiscard]] static QString findProgram();

    /// What a killed emulator left running on \a folder is ended.
    /// \throws Error(FileSystem)
    RegistryServer(const QString& program, std::string folder, int port);
    ~RegistryServer();
    RegistryServer(const RegistryServer&) = delete;
    RegistryServer& operator=(const RegistryServer&) = delete;

    /// "127.0.0.1:PORT"
    [[nodiscard]] const std::string& host() const { return m_host; }
    /// The root of its files; see registry_files.h.
    [[nodiscard]] std::string images() const { return m_folder + "/images"; }
    /// A login that is good until \a expires. One that is good for half of that time is given again, longer: the registry
    /// knows one password for a user.
    [[nodiscard]] RegistryLogin login(SystemTime expires);
    /// The emulator's own login, for functions.
    [[nodiscard]] PullLogin ownLogin();

private:
    void writeFiles(int port) const;
    void writeLogins() const;
    void endLeftover() const;
    /// Starts it, unless that was done, and waits a moment until it listens.
    void begin();
    void attend(const std::string& program);
    void runOnce(const std::string& program);
    void forgetExpired();

    const std::string m_program;
    const std::string m_folder;
    const int m_port;
    const std::string m_host;
    const std::string m_ownPassword;
    FunctionLog m_log;
    std::mutex m_mutex;
    RegistryLogin m_login; ///< Empty when none is good
    std::atomic<bool> m_ending = false;
    std::once_flag m_begun;
    std::thread m_thread;
};

} // namespace miaobu::emulator
