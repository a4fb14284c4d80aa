#include "aliyun/emulator/function_log.h"

#include <filesystem>
#include <fstream>

namespace miaobu::emulator {

namespace {

constexpr std::uintmax_t mostBytes = 1U << 20;
constexpr std::streamoff shownBytes = 1024;

} // namespace

void FunctionLog::append(std::string_view text) {
    const std::lock_guard lock(m_mutex);
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(m_path, failure);
    if (!failure && size >= mostBytes) {
        std::filesystem::rename(m_path, m_path + ".1", failure);
    }
    std::ofstream file(m_path, std::ios::binary | std::ios::app);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::string FunctionLog::tail() const {
    const std::lock_guard lock(m_mutex);
    std::ifstream file(m_path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file ? static_cast<std::streamoff>(file.tellg()) : 0;
    const std::streamoff start = std::max<std::streamoff>(0, size - shownBytes);
    std::string text(static_cast<std::size_t>(size - start), '\0');
    file.seekg(start);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    const std::size_t line = start > 0 ? text.find('\n') : std::string::npos;
    return line == std::string::npos ? text : text.substr(line + 1);
}

} // namespace miaobu::emulator
