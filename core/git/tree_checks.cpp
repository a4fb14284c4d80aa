#include "core/git/tree_checks.h"

#include "core/async/error.h"

#include <QFile>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace miaobu {

namespace {

QString relativeName(const fs::path& path, const fs::path& root) {
    return QFile::decodeName(QByteArray::fromStdString(path.lexically_relative(root).string()));
}

bool isInside(const fs::path& path, const fs::path& root) {
    const fs::path relative = path.lexically_relative(root);
    return !relative.empty() && *relative.begin() != "..";
}

bool leadsOut(const fs::path& link, const fs::path& root) {
    std::error_code failure;
    const fs::path written = fs::read_symlink(link, failure);
    if (failure || written.is_absolute()) {
        return true;
    }
    // Resolves what exists, links of links included; a circle cannot be resolved and leads nowhere.
    const fs::path target = fs::weakly_canonical(link.parent_path() / written, failure);
    return failure ? failure != std::errc::too_many_symbolic_link_levels : !isInside(target, root);
}

bool isPointer(const fs::path& path) {
    static constexpr QByteArrayView beginning("version https://git-lfs.github.com/spec/v1\n");
    QFile file(QFile::decodeName(QByteArray::fromStdString(path.string())));
    return file.open(QIODevice::ReadOnly) && file.read(beginning.size()) == beginning;
}

} // namespace

QStringList removeEscapingLinks(const fs::path& folder) {
    const fs::path root = fs::canonical(folder);
    std::vector<fs::path> escaping;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
        if (entry.is_symlink() && leadsOut(entry.path(), root)) {
            escaping.push_back(entry.path());
        }
    }
    QStringList names;
    for (const fs::path& link : escaping) {
        fs::remove(link);
        names.append(relativeName(link, root));
    }
    names.sort();
    return names;
}

QStringList findLargeFilePointers(const fs::path& root) {
    // The specification: a pointer is shorter than 1024 bytes; with its version, hash and size it is longer than 100.
    constexpr std::uintmax_t shortest = 100;
    constexpr std::uintmax_t longest = 1024;
    QStringList pointers;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
        if (!entry.is_symlink() && entry.is_regular_file() && entry.file_size() >= shortest
            && entry.file_size() < longest && isPointer(entry.path())) {
            pointers.append(relativeName(entry.path(), root));
        }
    }
    pointers.sort();
    return pointers;
}

QStringList checkTree(const fs::path& root) {
    constexpr qsizetype named = 10;
    QStringList removed = removeEscapingLinks(root);
    const QStringList pointers = findLargeFilePointers(root);
    if (!pointers.isEmpty()) {
        throw Error(ErrorKind::LargeFilePointers, QString::number(pointers.size()), pointers.mid(0, named).join(u'\n'));
    }
    return removed;
}

QString removedLinkNote(const QString& link) {
    return u"Left out the link %1: it leads out of the source."_s.arg(link);
}

} // namespace miaobu
