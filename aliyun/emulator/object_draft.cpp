#include "aliyun/emulator/object_draft.h"

#include "aliyun/emulator/service_fault.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

namespace miaobu::emulator {

namespace {

// A small object is written with its record in one call.
constexpr std::size_t heldBack = 256U << 10;

[[noreturn]] void diskFault(const char* step) {
    throw ServiceFault{500, "InternalError", std::string(step) + ": " + std::strerror(errno)};
}

} // namespace

ObjectDraft::ObjectDraft(const std::string& folder) : m_path(folder + "/" + randomHex(16)) {
    const int descriptor = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        diskFault("open");
    }
    m_file = std::make_unique<FileHandle>(descriptor);
}

ObjectDraft::~ObjectDraft() {
    if (!m_path.empty()) {
        ::unlink(m_path.c_str());
    }
}

void ObjectDraft::add(std::string_view data) {
    m_md5.add(data);
    m_crc = crc64(data, m_crc);
    m_size += data.size();
    m_pending += data;
    if (m_pending.size() >= heldBack) {
        writeOut(m_pending);
        m_pending.clear();
    }
}

void ObjectDraft::addCopyOf(const FileHandle& file, std::uint64_t size) {
    off_t from = 0;
    while (m_size < size) {
        const ssize_t count
            = ::copy_file_range(file.descriptor(), &from, m_file->descriptor(), nullptr, size - m_size, 0);
        if (count <= 0) {
            break;
        }
        m_size += static_cast<std::uint64_t>(count);
    }
    std::string piece;
    while (m_size < size) {
        piece.resize(std::min<std::uint64_t>(size - m_size, heldBack));
        const ssize_t count = ::pread(file.descriptor(), piece.data(), piece.size(), static_cast<off_t>(m_size));
        if (count <= 0) {
            diskFault("read");
        }
        writeOut(std::string_view(piece).substr(0, static_cast<std::size_t>(count)));
        m_size += static_cast<std::uint64_t>(count);
    }
}

void ObjectDraft::finish(ObjectRecord& record) {
    record.size = m_size;
    if (record.etag.empty()) {
        record.etag = toUpperHex(m_md5.raw());
        record.crc64 = m_crc;
    }
    record.modified = std::chrono::system_clock::now();
    m_pending += objectTrailer(record);
    writeOut(m_pending);
    m_file.reset();
}

void ObjectDraft::writeOut(std::string_view data) {
    while (!data.empty()) {
        const ssize_t count = ::write(m_file->descriptor(), data.data(), data.size());
        if (count < 0 && errno != EINTR) {
            diskFault("write");
        }
        data.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
}

} // namespace miaobu::emulator
