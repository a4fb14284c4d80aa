#include "aliyun/emulator/code_package.h"

#include "aliyun/emulator/encoding.h"
#include "aliyun/emulator/service_fault.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <system_error>

namespace miaobu::emulator {

namespace {

constexpr std::int64_t mostBytes = 10LL << 30;
constexpr int mostFiles = 1'000'000;
constexpr std::size_t bytesAtOnce = 64U << 10;

[[noreturn]] void refuse(const std::string& why) {
    throw ServiceFault{502, "CodeUnpackFailed", "The code package cannot be unpacked: " + why};
}

struct ReaderEnd {
    void operator()(archive* reader) const { ::archive_read_free(reader); }
};
struct WriterEnd {
    void operator()(archive* writer) const { ::archive_write_free(writer); }
};

bool leadsOut(const std::string& name) {
    const auto segments = split(name, '/');
    return name.empty() || name.front() == '/' || std::find(segments.begin(), segments.end(), "..") != segments.end();
}

/// The content of the entry that was read last. \returns how many bytes it has
std::int64_t copyContent(archive* reader, archive* writer, std::int64_t most) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    std::int64_t count = 0;
    while (true) {
        const int status = ::archive_read_data_block(reader, &bytes, &size, &offset);
        if (status == ARCHIVE_EOF) {
            return count;
        }
        count += static_cast<std::int64_t>(size);
        if (count > most) {
            refuse("it is larger than 10 GB");
        }
        if (status != ARCHIVE_OK || ::archive_write_data_block(writer, bytes, size, offset) < 0) {
            refuse(::archive_error_string(status != ARCHIVE_OK ? reader : writer));
        }
    }
}

void unpackAll(archive* reader, const std::string& folder, const std::function<bool()>& cancelled) {
    const std::unique_ptr<archive, WriterEnd> writer(::archive_write_disk_new());
    ::archive_write_disk_set_options(writer.get(), ARCHIVE_EXTRACT_PERM);
    archive_entry* entry = nullptr;
    std::int64_t left = mostBytes;
    for (int files = 0;; ++files) {
        const int status = ::archive_read_next_header(reader, &entry);
        if (status == ARCHIVE_EOF) {
            return;
        }
        if (cancelled()) {
            refuse("it is not wanted any more");
        }
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
            refuse(::archive_error_string(reader));
        }
        const char* given = ::archive_entry_pathname_utf8(entry);
        const std::string name = given == nullptr ? std::string() : given;
        const auto type = ::archive_entry_filetype(entry);
        if (leadsOut(name) || (type != AE_IFREG && type != AE_IFDIR) || files >= mostFiles) {
            refuse("it holds " + (name.empty() ? std::string("a file without a name") : name));
        }
        ::archive_entry_set_pathname(entry, (folder + "/" + name).c_str());
        // What the app's own user cannot read would be of no use.
        ::archive_entry_set_perm(entry, ::archive_entry_perm(entry) | (type == AE_IFDIR ? 0700 : 0600));
        if (::archive_write_header(writer.get(), entry) != ARCHIVE_OK) {
            refuse(::archive_error_string(writer.get()));
        }
        left -= copyContent(reader, writer.get(), left);
    }
}

} // namespace

void unpackCode(const std::string& file, const std::string& folder, const std::function<bool()>& cancelled) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    try {
        const std::unique_ptr<archive, ReaderEnd> reader(::archive_read_new());
        ::archive_read_support_format_zip(reader.get());
        if (::archive_read_open_filename(reader.get(), file.c_str(), bytesAtOnce) != ARCHIVE_OK) {
            refuse(::archive_error_string(reader.get()));
        }
        unpackAll(reader.get(), folder, cancelled);
    } catch (...) {
        std::filesystem::remove_all(folder, failure);
        throw;
    }
}

} // namespace miaobu::emulator
