#include "aliyun/emulator/registry_files.h"

#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/small_file.h"

#include <QJsonArray>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

std::string tagsFolder(const std::string& images, const std::string& repository) {
    return images + "/docker/registry/v2/repositories/" + repository + "/_manifests/tags";
}

/// Of the layers and the configuration, as a manifest lists them.
std::uint64_t sizeOf(const std::string& images, const std::string& digest) {
    const std::string hex = digest.substr(std::min(digest.size(), std::size_t(7)));
    const std::string path = images + "/docker/registry/v2/blobs/sha256/" + hex.substr(0, 2) + "/" + hex + "/data";
    const QJsonObject manifest = jsonObject(readFile(path).value_or(std::string()));
    qint64 size = manifest.value(u"config"_s).toObject().value(u"size"_s).toInteger();
    for (const QJsonValue& layer : manifest.value(u"layers"_s).toArray()) {
        size += layer[u"size"_s].toInteger();
    }
    return static_cast<std::uint64_t>(size);
}

SystemTime changedAt(const std::string& path) {
    struct stat about{};
    return ::stat(path.c_str(), &about) == 0 ? SystemTime(std::chrono::seconds(about.st_mtim.tv_sec)
                                                   + std::chrono::milliseconds(about.st_mtim.tv_nsec / 1'000'000))
                                             : SystemTime();
}

} // namespace

std::vector<RegistryTag> storedTags(const std::string& images, const std::string& repository) {
    std::vector<RegistryTag> tags;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(tagsFolder(images, repository), failure)) {
        const std::string link = entry.path().string() + "/current/link";
        const std::string digest(trimmed(readFile(link).value_or(std::string())));
        if (digest.starts_with("sha256:")) {
            tags.push_back({entry.path().filename().string(), digest, sizeOf(images, digest), changedAt(link)});
        }
    }
    std::sort(tags.begin(), tags.end(), [](const RegistryTag& a, const RegistryTag& b) {
        return std::tie(b.updated, a.name) < std::tie(a.updated, b.name);
    });
    return tags;
}

void removeStoredTag(const std::string& images, const std::string& repository, const std::string& tag) {
    std::error_code ignored;
    std::filesystem::remove_all(tagsFolder(images, repository) + "/" + tag, ignored);
}

} // namespace miaobu::emulator
