#include "core/deploy/output_hash.h"

#include "core/async/cancel.h"
#include "core/deploy/cache_rules.h"
#include "core/deploy/content_types.h"
#include "core/model/crc64.h"

#include <QCryptographicHash>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Opened without following a link, so that nothing can be put in place of what was listed.
void openExactly(QFile& file, const QString& path) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        throw Error(ErrorKind::FileSystem, path, qt_error_string(errno));
    }
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
}

bool containsAny(const QByteArray& content, const QByteArrayList& values) {
    return std::any_of(
        values.begin(), values.end(), [&content](const QByteArray& value) { return content.contains(value); });
}

/// Looks for secrets in a file that is read piece by piece, also where two pieces meet.
class SecretSearch {
public:
    SecretSearch(const PublishedSecrets& secrets, const QString& contentType)
        : m_secrets(secrets), m_isDone(secrets.isEmpty() || isMedia(contentType)) { }

    void look(const QByteArray& piece) {
        if (m_isDone) {
            return;
        }
        const qsizetype overlap = m_secrets.longest() - 1;
        m_found = m_secrets.nameIn(m_end + piece.first(std::min(overlap, piece.size())));
        if (m_found.isEmpty()) {
            m_found = m_secrets.nameIn(piece);
        }
        m_end += piece.last(std::min(overlap, piece.size()));
        m_end = m_end.last(std::min(overlap, m_end.size()));
        m_isDone = !m_found.isEmpty();
    }

    [[nodiscard]] const QString& found() const { return m_found; }

private:
    static bool isMedia(const QString& type) {
        static const QStringList media{u"image/"_s, u"video/"_s, u"audio/"_s, u"font/"_s};
        return !type.contains(u"charset="_s)
            && std::ranges::any_of(media, [&type](const QString& kind) { return type.startsWith(kind); });
    }

    const PublishedSecrets& m_secrets;
    QString m_found;
    QByteArray m_end; ///< Of what was read, as long as the longest secret less one byte
    bool m_isDone;
};

HashedFile hashFile(
    const OutputFile& output, const QString& framework, const PublishedSecrets& secrets, const std::stop_token& stop) {
    static const QByteArrayList local{"=\"http://localhost", "=\"http://127.0.0.1", "='http://localhost"};
    constexpr qint64 pieceSize = 1024 * 1024;
    const QString type = contentTypeOf(output.name);
    SecretSearch search(secrets, type);
    HashedFile hashed;
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    Crc64 crc64;
    QFile file;
    openExactly(file, output.path);
    qint64 size = 0;
    for (QByteArray piece = file.read(pieceSize); !piece.isEmpty(); piece = file.read(pieceSize)) {
        throwIfCancelled(stop);
        sha256.addData(piece);
        crc64.update(piece);
        size += piece.size();
        hashed.namesThisComputer = hashed.namesThisComputer || (isHtml(output.name) && containsAny(piece, local));
        search.look(piece);
    }
    if (file.error() != QFileDevice::NoError || size != output.size) {
        throw Error(ErrorKind::FileSystem, output.path, u"changed while it was read"_s);
    }
    hashed.secret = search.found();
    hashed.file = {output.name, size, sha256.result(), crc64.finish(), type, cacheControlOf(output.name, framework)};
    return hashed;
}

} // namespace

QList<HashedFile> hashFiles(const QList<OutputFile>& files, const QString& framework, const PublishedSecrets& secrets,
    const std::stop_token& stop) {
    QList<HashedFile> hashed;
    hashed.reserve(files.size());
    for (const OutputFile& file : files) {
        hashed.append(hashFile(file, framework, secrets, stop));
    }
    return hashed;
}

} // namespace miaobu
