#pragma once

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/object_record.h"
#include "aliyun/emulator/request.h"

namespace miaobu::emulator {

/// An object while its bytes arrive: a file nobody sees until the bucket takes it over. Removed when nobody does.
class ObjectDraft {
public:
    /// \throws ServiceFault(500 InternalError) when the disk does not take it; so do add() and finish().
    explicit ObjectDraft(const std::string& folder);
    ~ObjectDraft();
    ObjectDraft(const ObjectDraft&) = delete;
    ObjectDraft& operator=(const ObjectDraft&) = delete;

    void add(std::string_view data);
    /// Takes over the bytes of a stored object, which need no digest of their own.
    void addCopyOf(const FileHandle& file, std::uint64_t size);
    /// Fills in size, digests (unless copied) and time, and writes the record behind the bytes.
    void finish(ObjectRecord& record);

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// The file has a new name now and is nobody's draft any more.
    void release() { m_path.clear(); }
    /// CRC-64 of what was added so far
    [[nodiscard]] std::uint64_t checksum() const { return m_crc; }
    /// Raw, of what was added so far; ends the digest.
    [[nodiscard]] std::string md5Raw() { return m_md5.raw(); }

private:
    void writeOut(std::string_view data);

    std::string m_path;
    std::unique_ptr<FileHandle> m_file;
    std::string m_pending;
    Md5 m_md5;
    std::uint64_t m_crc = 0;
    std::uint64_t m_size = 0;
};

} // namespace miaobu::emulator
