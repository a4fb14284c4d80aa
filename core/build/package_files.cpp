#include "core/build/package_files.h"

#include "core/async/cancel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int deepest = 128;
constexpr time_t someTime = 0; ///< Before what a zip can say, so that no time zone shows: 1980-01-01 everywhere.

bool isLeftOut(const QString& name, bool isFolder) {
    static const QSet<QString> folders{u".git"_s, u".hg"_s, u".svn"_s, u"__pycache__"_s, u".venv"_s, u"venv"_s,
        u"node_modules"_s, u".idea"_s, u".vscode"_s, u".pytest_cache"_s, u".mypy_cache"_s, u".ruff_cache"_s};
    if (isFolder) {
        return folders.contains(name);
    }
    return name == u".env" || (name.startsWith(u".env."_s) && name != u".env.example") || name.endsWith(u".pyc"_s)
        || name == u".DS_Store";
}

class Walk {
public:
    Walk(const QString& root, const std::stop_token& stop) : m_root(QDir(root).canonicalPath()), m_stop(stop) { }

    QList<PackageFile> list(const QString& prefix) {
        enter(m_root, prefix, 0);
        std::sort(
            m_files.begin(), m_files.end(), [](const PackageFile& a, const PackageFile& b) { return a.name < b.name; });
        return std::move(m_files);
    }

private:
    void enter(const QString& real, const QString& below, int depth) {
        if (depth > deepest || m_path.contains(real)) {
            throw Error(ErrorKind::OutputTooLarge, below, u"nested without end"_s);
        }
        m_path.append(real);
        const QFileInfoList entries = QDir(real).entryInfoList(
            QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
        for (const QFileInfo& entry : entries) {
            throwIfCancelled(m_stop);
            visit(entry, below, depth);
        }
        m_path.removeLast();
    }

    void visit(const QFileInfo& entry, const QString& below, int depth) {
        if (isLeftOut(entry.fileName(), entry.isDir())) {
            return;
        }
        const QString name = below.isEmpty() ? entry.fileName() : below + u'/' + entry.fileName();
        const QString real = entry.isSymLink() ? entry.canonicalFilePath() : entry.absoluteFilePath();
        if (entry.isSymLink() && !real.startsWith(m_root + u'/')) {
            throw Error(ErrorKind::OutputEscapes, name, real.isEmpty() ? u"leads nowhere"_s : real);
        }
        const QFileInfo file(real);
        if (file.isDir()) {
            enter(real, name, depth + 1);
        } else if (file.isFile()) {
            m_files.append({name, real, file.size(), file.isExecutable()});
        }
    }

    QString m_root;
    std::stop_token m_stop;
    QStringList m_path;
    QList<PackageFile> m_files;
};

struct WriterEnd {
    void operator()(archive* writer) const { ::archive_write_free(writer); }
};
struct EntryEnd {
    void operator()(archive_entry* entry) const { ::archive_entry_free(entry); }
};

[[noreturn]] void fail(archive* writer, const QString& path) {
    throw Error(::archive_errno(writer) == ENOSPC ? ErrorKind::DiskFull : ErrorKind::FileSystem, path,
        QString::fromUtf8(::archive_error_string(writer)));
}

void writeFile(archive* writer, const PackageFile& file, const QString& package) {
    QFile source(file.path);
    if (!source.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, file.path, source.errorString());
    }
    const std::unique_ptr<archive_entry, EntryEnd> entry(::archive_entry_new());
    ::archive_entry_set_pathname_utf8(entry.get(), file.name.toUtf8().constData());
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    ::archive_entry_set_perm(entry.get(), file.isExecutable ? 0755 : 0644);
    ::archive_entry_set_size(entry.get(), source.size());
    ::archive_entry_set_mtime(entry.get(), someTime, 0);
    if (::archive_write_header(writer, entry.get()) != ARCHIVE_OK) {
        fail(writer, package);
    }
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(256 * 1024);
        if (bytes.isEmpty()) {
            break;
        }
        if (::archive_write_data(writer, bytes.constData(), static_cast<std::size_t>(bytes.size())) < 0) {
            fail(writer, package);
        }
    }
}

} // namespace

QList<PackageFile> packageFiles(const QString& folder, const QString& prefix, const std::stop_token& stop) {
    return Walk(folder, stop).list(prefix);
}

void writePackage(const QString& path, const QList<PackageFile>& files, const ProgressHandler& progress,
    const std::stop_token& stop) {
    const std::unique_ptr<archive, WriterEnd> writer(::archive_write_new());
    ::archive_write_set_format_zip(writer.get());
    if (::archive_write_set_options(writer.get(), "zip:compression=deflate,zip:hdrcharset=UTF-8") != ARCHIVE_OK
        || ::archive_write_open_filename(writer.get(), QFile::encodeName(path).constData()) != ARCHIVE_OK) {
        fail(writer.get(), path);
    }
    qint64 done = 0;
    for (const PackageFile& file : files) {
        throwIfCancelled(stop);
        writeFile(writer.get(), file, path);
        if (progress) {
            progress(++done, files.size());
        }
    }
    if (::archive_write_close(writer.get()) != ARCHIVE_OK) {
        fail(writer.get(), path);
    }
}

} // namespace miaobu
