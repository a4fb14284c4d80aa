#include "core/deploy/output_walk.h"

#include "core/async/cancel.h"
#include "core/deploy/output_names.h"

#include <QFile>
#include <QSet>

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

QByteArray canonical(const QByteArray& path) {
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.constData(), nullptr), &std::free);
    return resolved ? QByteArray(resolved.get()) : QByteArray();
}

QByteArrayList sortedEntries(const QByteArray& path) {
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.constData()));
    if (!folder) {
        throw Error(ErrorKind::FileSystem, QFile::decodeName(path), qt_error_string(errno));
    }
    QByteArrayList names;
    while (const dirent* entry = ::readdir(folder.get())) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..") {
            names.append(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

class Walk {
public:
    Walk(const QByteArray& root, bool isSource, OutputLimits limits, const std::stop_token& stop)
        : m_root(root), m_isSource(isSource), m_limits(limits), m_stop(stop) { }

    OutputListing list() {
        enterFolder(m_root, {});
        std::sort(m_listing.files.begin(), m_listing.files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.name < b.name; });
        return std::move(m_listing);
    }

private:
    /// \a real is where the folder is, \a below the path it has in the site.
    void enterFolder(const QByteArray& real, const QByteArray& below) {
        constexpr qsizetype maximumDepth = 128;
        // A link to a folder above it would go on for ever.
        if (m_path.contains(real)) {
            m_listing.leftOut.append(QString::fromUtf8(below));
            return;
        }
        if (m_path.size() == maximumDepth) {
            throw Error(
                ErrorKind::OutputTooLarge, QString::fromUtf8(below), u"nested more than %1 deep"_s.arg(maximumDepth));
        }
        m_path.append(real);
        for (const QByteArray& name : sortedEntries(real)) {
            throwIfCancelled(m_stop);
            visit(real + '/' + name, below.isEmpty() ? name : below + '/' + name);
        }
        m_path.removeLast();
    }

    void visit(const QByteArray& path, const QByteArray& below) {
        if (isLeftOut(QString::fromUtf8(below), m_isSource)) {
            m_listing.leftOut.append(QString::fromUtf8(below));
            return;
        }
        struct stat status{};
        if (::lstat(path.constData(), &status) != 0) {
            throw Error(ErrorKind::FileSystem, QFile::decodeName(path), qt_error_string(errno));
        }
        QByteArray real = path;
        if (S_ISLNK(status.st_mode)) {
            real = followInside(path, below);
            if (::lstat(real.constData(), &status) != 0) {
                throw Error(ErrorKind::FileSystem, QFile::decodeName(path), qt_error_string(errno));
            }
        }
        if (S_ISDIR(status.st_mode)) {
            enterFolder(real, below);
        } else if (S_ISREG(status.st_mode)) {
            addFile(real, below, status.st_size);
        } else {
            m_listing.leftOut.append(QString::fromUtf8(below));
        }
    }

    QByteArray followInside(const QByteArray& path, const QByteArray& below) const {
        const QByteArray real = canonical(path);
        if (real.isEmpty() || !(real == m_root || real.startsWith(m_root + '/'))) {
            throw Error(ErrorKind::OutputEscapes, QString::fromUtf8(below),
                real.isEmpty() ? u"leads nowhere"_s : QFile::decodeName(real));
        }
        if (isLeftOut(QString::fromUtf8(real.mid(m_root.size() + 1)), m_isSource)) {
            throw Error(ErrorKind::OutputEscapes, QString::fromUtf8(below), QFile::decodeName(real));
        }
        return real;
    }

    void addFile(const QByteArray& path, const QByteArray& below, qint64 size) {
        const QString name = publishedName(below, m_limits.prefixLength);
        if (m_names.contains(name)) {
            throw Error(ErrorKind::OutputNameInvalid, name, u"two files have this name once it is normalised"_s);
        }
        m_names.insert(name);
        m_listing.files.append({name, QFile::decodeName(path), size});
        m_listing.bytes += size;
        if (m_listing.files.size() > m_limits.files || m_listing.bytes > m_limits.bytes) {
            throw Error(ErrorKind::OutputTooLarge, QFile::decodeName(m_root),
                u"more than %1 files or %2 bytes"_s.arg(m_limits.files).arg(m_limits.bytes));
        }
    }

    const QByteArray m_root;
    const bool m_isSource;
    const OutputLimits m_limits;
    const std::stop_token m_stop;
    QByteArrayList m_path; ///< The folders we are in, to see a link that leads back.
    QSet<QString> m_names;
    OutputListing m_listing;
};

} // namespace

OutputListing walkOutput(const QString& folder, bool isSource, OutputLimits limits, const std::stop_token& stop) {
    return Walk(canonical(QFile::encodeName(folder)), isSource, limits, stop).list();
}

} // namespace miaobu
