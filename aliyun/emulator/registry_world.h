#pragma once

#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/record_store.h"
#include "aliyun/emulator/registry_image.h"

#include <QJsonObject>

#include <mutex>
#include <vector>

namespace miaobu::emulator {

class RegistryServer;

/// The names both editions of the container registry know; they are two doors to one registry. Repositories are named
/// "{namespace}/{repository}".
struct RegistryWorld {
    explicit RegistryWorld(const std::string& folder)
        : namespaces(folder + "/namespaces"), repositories(folder + "/repositories") { }

    RecordStore namespaces;
    RecordStore repositories;
    std::mutex changes; ///< Held by what first looks and then changes
    RegistryServer* server = nullptr; ///< Where there is none, there are no images. Set before the first call
};

inline constexpr std::string_view registryInstance = "cri-miaobuemulator00";
inline constexpr std::string_view registryInstanceName = "miaobu";

/// Lower-case letters, digits and -_. in between, 2 to \a longest characters.
[[nodiscard]] bool isRegistryName(const std::string& name, std::size_t longest);

/// \throws ServiceFault: INVALID_PARAMETER, NAMESPACE_ALREADY_EXIST
void createRegistryNamespace(
    RegistryWorld& world, const std::string& name, std::size_t longest, const QJsonObject& details);
/// \throws ServiceFault: NAMESPACE_NOT_EXIST
[[nodiscard]] QJsonObject registryNamespace(const RegistryWorld& world, const std::string& name);
/// \throws ServiceFault: NAMESPACE_NOT_EXIST, NAMESPACE_NOT_EMPTY
void deleteRegistryNamespace(RegistryWorld& world, const std::string& name);

/// What both editions want to know of a new repository.
struct NewRepository {
    std::string space;
    std::string name;
    std::string type; ///< "PUBLIC" or "PRIVATE"
    std::string summary;
    std::string detail;
    bool fixedTags = false;
};
/// \returns its record. \throws ServiceFault: INVALID_PARAMETER, NAMESPACE_NOT_EXIST, REPO_ALREADY_EXIST
QJsonObject createRepository(RegistryWorld& world, const NewRepository& repository, std::size_t longest);
/// "{namespace}/{repository}" and its record. \throws ServiceFault: REPO_NOT_EXIST
[[nodiscard]] QJsonObject repositoryNamed(RegistryWorld& world, const std::string& fullName);
[[nodiscard]] QJsonObject repositoryWithId(RegistryWorld& world, const std::string& id);
/// With its images. \throws ServiceFault: REPO_NOT_EXIST
void deleteRepository(RegistryWorld& world, const std::string& fullName);

/// "127.0.0.1:PORT", where images are pushed to; a name nobody answers at where there is no registry
[[nodiscard]] std::string registryHost(const RegistryWorld& world);
/// The newest first.
[[nodiscard]] std::vector<RegistryTag> tagsOf(const RegistryWorld& world, const std::string& fullName);
/// \throws ServiceFault: TAG_NOT_EXIST
[[nodiscard]] RegistryTag tagNamed(const RegistryWorld& world, const std::string& fullName, const std::string& tag);
void deleteTag(const RegistryWorld& world, const std::string& fullName, const std::string& tag);

/// A login for so long, but no longer than the key it was asked for with.
[[nodiscard]] RegistryLogin registryLogin(
    RegistryWorld& world, std::chrono::seconds life, std::optional<SystemTime> latest);

[[nodiscard]] qint64 toMilliseconds(SystemTime time);

} // namespace miaobu::emulator
