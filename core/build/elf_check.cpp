#include "core/build/elf_check.h"

#include <QFile>

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr quint64 mostHeaders = 4096;
constexpr quint64 mostTable = 64ULL * 1024 * 1024;

/// Reads whole structures out of a file; nothing where the file is too short for one.
class ElfFile {
public:
    explicit ElfFile(QFile& file) : m_file(file) { }

    template <typename Structure> std::optional<Structure> read(quint64 offset) {
        Structure structure;
        if (!m_file.seek(static_cast<qint64>(offset))
            || m_file.read(reinterpret_cast<char*>(&structure), sizeof structure) != sizeof structure) {
            return std::nullopt;
        }
        return structure;
    }

    QByteArray text(quint64 offset) {
        return m_file.seek(static_cast<qint64>(offset)) ? m_file.read(256).split('\0').first() : QByteArray();
    }

private:
    QFile& m_file;
};

/// What the dynamic section says of the versions of other libraries that are needed.
struct Needed {
    quint64 table = 0; ///< File offsets
    quint64 texts = 0;
    quint64 count = 0;
};

std::optional<quint64> fileOffset(const std::vector<Elf64_Phdr>& segments, quint64 address) {
    for (const Elf64_Phdr& segment : segments) {
        if (segment.p_type == PT_LOAD && address >= segment.p_vaddr && address - segment.p_vaddr < segment.p_filesz) {
            return address - segment.p_vaddr + segment.p_offset;
        }
    }
    return std::nullopt;
}

std::optional<Needed> neededVersions(ElfFile& file, const std::vector<Elf64_Phdr>& segments) {
    const auto dynamic = std::find_if(
        segments.begin(), segments.end(), [](const Elf64_Phdr& each) { return each.p_type == PT_DYNAMIC; });
    if (dynamic == segments.end() || dynamic->p_filesz > mostTable) {
        return std::nullopt;
    }
    std::optional<quint64> table;
    std::optional<quint64> texts;
    quint64 count = 0;
    for (quint64 at = 0; at + sizeof(Elf64_Dyn) <= dynamic->p_filesz; at += sizeof(Elf64_Dyn)) {
        const std::optional<Elf64_Dyn> entry = file.read<Elf64_Dyn>(dynamic->p_offset + at);
        if (!entry || entry->d_tag == DT_NULL) {
            break;
        }
        if (entry->d_tag == DT_VERNEED) {
            table = fileOffset(segments, entry->d_un.d_ptr);
        } else if (entry->d_tag == DT_STRTAB) {
            texts = fileOffset(segments, entry->d_un.d_ptr);
        } else if (entry->d_tag == DT_VERNEEDNUM) {
            count = std::min<quint64>(entry->d_un.d_val, mostHeaders);
        }
    }
    return table && texts ? std::optional(Needed{*table, *texts, count}) : std::nullopt;
}

/// The highest 2.x of "GLIBC_2.x" that is needed; 0 for none.
int highestGlibc(ElfFile& file, const Needed& needed) {
    int highest = 0;
    quint64 at = needed.table;
    for (quint64 i = 0; i < needed.count; ++i) {
        const std::optional<Elf64_Verneed> library = file.read<Elf64_Verneed>(at);
        if (!library) {
            break;
        }
        quint64 version = at + library->vn_aux;
        for (quint64 j = 0; j < std::min<quint64>(library->vn_cnt, mostHeaders); ++j) {
            const std::optional<Elf64_Vernaux> auxiliary = file.read<Elf64_Vernaux>(version);
            if (!auxiliary) {
                break;
            }
            const QByteArray name = file.text(needed.texts + auxiliary->vna_name);
            if (name.startsWith("GLIBC_2.")) {
                highest = std::max(highest, name.mid(8).split('.').first().toInt());
            }
            if (auxiliary->vna_next == 0) {
                break;
            }
            version += auxiliary->vna_next;
        }
        if (library->vn_next == 0) {
            break;
        }
        at += library->vn_next;
    }
    return highest;
}

} // namespace

QString elfProblem(const QString& path, int glibcMinor) {
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        return {};
    }
    ElfFile file(source);
    const auto header = file.read<Elf64_Ehdr>(0);
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) {
        return {};
    }
    if (header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_ident[EI_DATA] != ELFDATA2LSB
        || header->e_machine != EM_X86_64) {
        return u"it was made for another processor than x86-64"_s;
    }
    std::vector<Elf64_Phdr> segments;
    for (quint64 i = 0; i < header->e_phnum; ++i) {
        if (const auto segment = file.read<Elf64_Phdr>(header->e_phoff + i * sizeof(Elf64_Phdr))) {
            segments.push_back(*segment);
        }
    }
    const std::optional<Needed> needed = neededVersions(file, segments);
    const int glibc = needed ? highestGlibc(file, *needed) : 0;
    return glibc > glibcMinor ? u"it needs glibc 2.%1, and the runtime has 2.%2"_s.arg(glibc).arg(glibcMinor)
                              : QString();
}

} // namespace miaobu
