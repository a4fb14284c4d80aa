#include "aliyun/emulator/registry_world.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/registry_files.h"
#include "aliyun/emulator/registry_server.h"
#include "aliyun/emulator/service_fault.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

ServiceFault invalid(std::string message) {
    return {400, "INVALID_PARAMETER", std::move(message)};
}

} // namespace

bool isRegistryName(const std::string& name, std::size_t longest) {
    const auto isEnd = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const auto allowed = [&isEnd](char c) { return isEnd(c) || c == '-' || c == '_' || c == '.'; };
    return name.size() >= 2 && name.size() <= longest && isEnd(name.front()) && isEnd(name.back())
        && std::all_of(name.begin(), name.end(), allowed);
}

void createRegistryNamespace(
    RegistryWorld& world, const std::string& name, std::size_t longest, const QJsonObject& details) {
    if (!isRegistryName(name, longest)) {
        throw invalid("namespace '" + name + "' is invalid.");
    }
    if (!world.namespaces.add(name, details)) {
        throw ServiceFault{409, "NAMESPACE_ALREADY_EXIST", "namespace is already exist."};
    }
}

QJsonObject registryNamespace(const RegistryWorld& world, const std::string& name) {
    const auto space = world.namespaces.find(name);
    if (!space) {
        throw ServiceFault{404, "NAMESPACE_NOT_EXIST", "namespace is not exist."};
    }
    return *space;
}

void deleteRegistryNamespace(RegistryWorld& world, const std::string& name) {
    const std::lock_guard lock(world.changes);
    static_cast<void>(registryNamespace(world, name));
    if (!world.repositories.all(name + "/").empty()) {
        throw ServiceFault{409, "NAMESPACE_NOT_EMPTY", "namespace has repositories."};
    }
    world.namespaces.remove(name);
}

QJsonObject createRepository(RegistryWorld& world, const NewRepository& repository, std::size_t longest) {
    if (!isRegistryName(repository.name, longest)) {
        throw invalid("repository '" + repository.name + "' is invalid.");
    }
    if (repository.type != "PUBLIC" && repository.type != "PRIVATE") {
        throw invalid("the type of a repository is PUBLIC or PRIVATE.");
    }
    if (repository.summary.empty() || repository.summary.size() > 100 || repository.detail.size() > 2000) {
        throw invalid("the summary of a repository has 1 to 100 characters, its detail at most 2000.");
    }
    const std::lock_guard lock(world.changes);
    static_cast<void>(registryNamespace(world, repository.space));
    const std::string fullName = repository.space + "/" + repository.name;
    const auto now = toMilliseconds(std::chrono::system_clock::now());
    const QJsonObject record{{u"id"_s, toQt("crr-" + sha256Hex(fullName + std::to_string(now)).substr(0, 16))},
        {u"space"_s, toQt(repository.space)}, {u"name"_s, toQt(repository.name)}, {u"type"_s, toQt(repository.type)},
        {u"summary"_s, toQt(repository.summary)}, {u"detail"_s, toQt(repository.detail)},
        {u"fixedTags"_s, repository.fixedTags}, {u"created"_s, now}};
    if (!world.repositories.add(fullName, record)) {
        throw ServiceFault{409, "REPO_ALREADY_EXIST", "repository is already exist."};
    }
    return record;
}

QJsonObject repositoryNamed(RegistryWorld& world, const std::string& fullName) {
    if (const auto repository = world.repositories.find(fullName)) {
        return *repository;
    }
    const std::size_t slash = fullName.find('/');
    const auto space = world.namespaces.find(fullName.substr(0, slash));
    if (space && space->value(u"autoCreate"_s).toBool() && !tagsOf(world, fullName).empty()) {
        // It was pushed to, which makes it.
        return createRepository(world,
            {fullName.substr(0, slash), fullName.substr(slash + 1), toStd(space->value(u"type"_s).toString()),
                "Made by a push", {}},
            64);
    }
    throw ServiceFault{404, "REPO_NOT_EXIST", "repository is not exist."};
}

QJsonObject repositoryWithId(RegistryWorld& world, const std::string& id) {
    for (const auto& [name, repository] : world.repositories.all()) {
        if (repository.value(u"id"_s) == toQt(id)) {
            return repository;
        }
    }
    throw ServiceFault{404, "REPO_NOT_EXIST", "repository is not exist."};
}

void deleteRepository(RegistryWorld& world, const std::string& fullName) {
    const std::lock_guard lock(world.changes);
    static_cast<void>(repositoryNamed(world, fullName));
    for (const RegistryTag& tag : tagsOf(world, fullName)) {
        deleteTag(world, fullName, tag.name);
    }
    world.repositories.remove(fullName);
}

std::string registryHost(const RegistryWorld& world) {
    return world.server != nullptr ? world.server->host() : "registry.localhost";
}

std::vector<RegistryTag> tagsOf(const RegistryWorld& world, const std::string& fullName) {
    return world.server != nullptr ? storedTags(world.server->images(), fullName) : std::vector<RegistryTag>();
}

RegistryTag tagNamed(const RegistryWorld& world, const std::string& fullName, const std::string& tag) {
    for (const RegistryTag& known : tagsOf(world, fullName)) {
        if (known.name == tag) {
            return known;
        }
    }
    throw ServiceFault{404, "TAG_NOT_EXIST", "tag is not exist."};
}

void deleteTag(const RegistryWorld& world, const std::string& fullName, const std::string& tag) {
    removeStoredTag(world.server->images(), fullName, tagNamed(world, fullName, tag).name);
}

RegistryLogin registryLogin(RegistryWorld& world, std::chrono::seconds life, std::optional<SystemTime> latest) {
    const SystemTime wanted = std::chrono::system_clock::now() + life;
    const SystemTime expires = latest ? std::min(wanted, *latest) : wanted;
    return world.server != nullptr ? world.server->login(expires)
                                   : RegistryLogin{"cr_temp_user", randomHex(24), expires};
}

qint64 toMilliseconds(SystemTime time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

} // namespace miaobu::emulator
