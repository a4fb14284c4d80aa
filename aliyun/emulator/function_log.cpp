#include "aliyun/emulator/function_log.h"

#include "aliyun/emulator/request.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace miaobu::emulator {

namespace {

constexpr std::uintmax_t mostBytes = 1U << 20;
constexpr std::streamoff shownBytes = 1024;
constexpr std::uint64_t bytesAtOnce = 256U << 10;

/// One of the files of a log, found again by its number when it has been renamed.
struct LogPart {
    FileHandle file;
    std::uint64_t number = 0;
    std::uint64_t size = 0;

    explicit LogPart(const std::string& path) : file(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        struct stat status{};
        if (file.descriptor() >= 0 && ::fstat(file.descriptor(), &status) == 0) {
            number = status.st_ino;
            size = static_cast<std::uint64_t>(status.st_size);
        }
    }

    [[nodiscard]] FunctionLogPiece read(std::uint64_t from) const {
        std::string text(std::min(bytesAtOnce, size > from ? size - from : 0), '\0');
        const ssize_t count = ::pread(file.descriptor(), text.data(), text.size(), static_cast<off_t>(from));
        text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        text.resize(text.rfind('\n') + 1); // npos + 1 is none
        const std::uint64_t next = from + text.size();
        return {std::move(text), std::to_string(number) + ":" + std::to_string(next), next < size};
    }
};

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

FunctionLogPiece readFunctionLog(const std::string& path, const std::string& cursor) {
    const LogPart current(path);
    const LogPart before(path + ".1");
    const std::size_t colon = cursor.find(':');
    const bool isKnown = colon != std::string::npos;
    const auto number = static_cast<std::uint64_t>(isKnown ? toInteger(cursor.substr(0, colon)).value_or(0) : 0);
    const auto from = static_cast<std::uint64_t>(isKnown ? toInteger(cursor.substr(colon + 1)).value_or(0) : 0);
    if (number != 0 && number == current.number) {
        return current.read(from);
    }
    FunctionLogPiece piece = before.read(number == before.number ? from : 0);
    if (before.number == 0 || piece.text.empty()) {
        return current.number == 0 ? FunctionLogPiece{{}, cursor, false} : current.read(0);
    }
    piece.more = piece.more || current.size > 0;
    return piece;
}

} // namespace miaobu::emulator
