#include "aliyun/emulator/registry_server.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/loopback_port.h"
#include "aliyun/emulator/small_file.h"
#include "core/async/error.h"

#include <QFile>
#include <QStandardPaths>

#include <crypt.h>
#include <signal.h>
#include <sys/socket.h>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

using namespace std::chrono_literals;

constexpr int hashRounds = 5; // Passwords are random and long: nothing is gained by slowness.
constexpr std::string_view user = "cr_temp_user";

/// A line of an htpasswd file; the registry takes bcrypt only.
std::string htpasswdLine(std::string_view name, const std::string& password) {
    const std::string random = randomHex(16);
    const auto data = std::make_unique<crypt_data>();
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> salt{};
    ::crypt_gensalt_rn("$2y$", hashRounds, random.data(), 16, salt.data(), static_cast<int>(salt.size()));
    const char* hash = ::crypt_r(password.c_str(), salt.data(), data.get());
    return std::string(name) + ":" + (hash == nullptr ? "!" : hash) + "\n";
}

void write(const std::string& path, std::string_view content) {
    if (!replaceFile(path, content)) {
        throw Error(ErrorKind::FileSystem, QFile::decodeName(path.c_str()));
    }
}

bool isListening(int port) {
    const FileHandle socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopbackAddress(port);
    return ::connect(socket.descriptor(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

/// \a command so that the system ends it with the thread that starts it: prctl(2), PR_SET_PDEATHSIG. setpriv (util-linux)
/// sets that and becomes the command; where it is missing, the next start ends what a crash leaves.
std::vector<std::string> dyingWithUs(std::vector<std::string> command) {
    static const std::string setpriv = QFile::encodeName(QStandardPaths::findExecutable(u"setpriv"_s)).toStdString();
    if (!setpriv.empty()) {
        command.insert(command.begin(), {setpriv, "--pdeathsig", "KILL"});
    }
    return command;
}

} // namespace

QString RegistryServer::findProgram() {
    const QString wanted = qEnvironmentVariable("MIAOBU_DOCKER_REGISTRY", u"docker-registry"_s);
    return wanted == "none"_L1 ? QString() : QStandardPaths::findExecutable(wanted);
}

RegistryServer::RegistryServer(const QString& program, std::string folder, int port)
    : m_program(QFile::encodeName(program).toStdString()), m_folder(std::move(folder)), m_port(port),
      m_host("127.0.0.1:" + std::to_string(port)), m_ownPassword(randomHex(24)), m_log(m_folder + "/registry.log") {
    std::filesystem::create_directories(images());
    endLeftover();
    writeFiles(port);
    writeLogins();
}

RegistryServer::~RegistryServer() {
    m_ending = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void RegistryServer::begin() {
    std::call_once(m_begun, [this] {
        m_thread = std::thread([this] { attend(m_program); });
        for (int i = 0; i < 50 && !isListening(m_port); ++i) {
            std::this_thread::sleep_for(100ms);
        }
    });
}

PullLogin RegistryServer::ownLogin() {
    begin();
    return {m_host, "miaobu-emulator", m_ownPassword};
}

RegistryLogin RegistryServer::login(SystemTime expires) {
    begin();
    const std::lock_guard lock(m_mutex);
    const SystemTime now = std::chrono::system_clock::now();
    if (m_login.password.empty() || m_login.expires - now < (expires - now) / 2) {
        m_login = {std::string(user), randomHex(24), expires};
        writeLogins();
    }
    m_login.expires = std::max(m_login.expires, expires);
    return {m_login.user, m_login.password, expires};
}

void RegistryServer::writeFiles(int port) const {
    write(m_folder + "/config.yml",
        "version: 0.1\n"
        "log: {level: warn, accesslog: {disabled: true}}\n"
        "storage: {delete: {enabled: true}, filesystem: {rootdirectory: "
            + jsonText({{u"p"_s, toQt(images())}}).substr(5) + ", maintenance: {uploadpurging: {enabled: false}}}\n"
            + "http: {addr: \"127.0.0.1:" + std::to_string(port) + "\"}\n" + "auth: {htpasswd: {realm: miaobu, path: "
            + jsonText({{u"p"_s, toQt(m_folder + "/htpasswd")}}).substr(5) + "}\n");
}

void RegistryServer::writeLogins() const {
    write(m_folder + "/htpasswd",
        htpasswdLine("miaobu-emulator", m_ownPassword)
            + (m_login.password.empty() ? std::string() : htpasswdLine(user, m_login.password)));
}

void RegistryServer::endLeftover() const {
    const auto pid = toInteger(readFile(m_folder + "/registry.pid").value_or(std::string()));
    if (!pid || *pid <= 1) {
        return;
    }
    const std::string arguments = readFile("/proc/" + std::to_string(*pid) + "/cmdline").value_or(std::string());
    if (arguments.find(m_folder + "/config.yml") != std::string::npos) {
        ::kill(static_cast<pid_t>(*pid), SIGKILL);
    }
}

void RegistryServer::attend(const std::string& program) {
    while (!m_ending) {
        runOnce(program);
        for (int i = 0; i < 5 && !m_ending; ++i) {
            std::this_thread::sleep_for(100ms);
        }
    }
}

void RegistryServer::runOnce(const std::string& program) {
    try {
        ChildProcess child(
            dyingWithUs({program, "serve", m_folder + "/config.yml"}), {"OTEL_TRACES_EXPORTER=none"}, {});
        static_cast<void>(replaceFile(m_folder + "/registry.pid", std::to_string(child.pid())));
        const auto take = [this](std::string_view output, std::string_view errors) {
            m_log.append(std::string(output) + std::string(errors));
        };
        while (!m_ending && child.read(100ms, take)) {
            forgetExpired();
        }
    } catch (const std::system_error& failure) {
        m_log.append(std::string(failure.what()) + "\n");
    }
    std::error_code ignored;
    std::filesystem::remove(m_folder + "/registry.pid", ignored);
}

void RegistryServer::forgetExpired() {
    const std::lock_guard lock(m_mutex);
    if (!m_login.password.empty() && m_login.expires <= std::chrono::system_clock::now()) {
        m_login = {};
        writeLogins();
    }
}

} // namespace miaobu::emulator
