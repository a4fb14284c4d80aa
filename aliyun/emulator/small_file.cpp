#include "aliyun/emulator/small_file.h"

#include "aliyun/emulator/request.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace miaobu::emulator {

bool replaceFile(const std::string& path, std::string_view content, Durability durability) {
    std::string draft = path + ".XXXXXX";
    const FileHandle file(::mkostemp(draft.data(), O_CLOEXEC));
    bool good = file.descriptor() >= 0;
    while (good && !content.empty()) {
        const ssize_t count = ::write(file.descriptor(), content.data(), content.size());
        good = count >= 0;
        content.remove_prefix(good ? static_cast<std::size_t>(count) : 0);
    }
    const bool synced = durability == Durability::Crash || (good && ::fsync(file.descriptor()) == 0);
    good = good && synced && std::rename(draft.c_str(), path.c_str()) == 0;
    if (!good) {
        ::unlink(draft.c_str());
        return false;
    }
    if (durability == Durability::Crash) {
        return true;
    }
    const FileHandle folder(
        ::open(std::filesystem::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return ::fsync(folder.descriptor()) == 0;
}

std::optional<std::string> readFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    std::ostringstream content;
    content << file.rdbuf();
    return std::move(content).str();
}

} // namespace miaobu::emulator
