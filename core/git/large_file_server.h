#pragma once

#include "core/git/http_exchange.h"
#include "core/git/large_files.h"
#include "core/git/source_checkout.h"

#include <QJsonObject>

namespace miaobu {

/// The Git LFS server of one repository, asked for contents by its batch API, "basic" transfers only. The program git-lfs
/// is not used even where it is installed: it would have to be given the token in a file, its environment or a helper.
/// https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md
class LargeFileServer {
public:
    /// \a url is the LFS address, "https://host/repository.git/info/lfs". \a progress is called with bytes.
    LargeFileServer(QString url, GitCredential credential, ProgressHandler progress);

    /// Downloads \a files, those that are there already left out, into \a store; each one's length and hash are checked.
    /// \throws Error(LargeFilePointers) when the server has no LFS or not all of them, Error(AuthenticationRequired),
    /// (ChecksumMismatch), (HttpStatus), (DiskFull), (Redirected) …
    void fetch(const QList<LargeFile>& files, const LargeFileStore& store);

private:
    struct Download {
        LargeFile file;
        QByteArray url;
        QList<QByteArray> headers;
    };

    [[nodiscard]] QList<Download> askFor(const QList<LargeFile>& files);
    [[nodiscard]] QJsonObject post(const QByteArray& body);
    [[nodiscard]] Download downloadOf(const LargeFile& file, const QJsonObject& answer) const;
    void download(const Download& download, const LargeFileStore& store);
    void receive(const Download& download, HttpExchange& exchange, const QString& path);
    [[nodiscard]] std::unique_ptr<HttpExchange> get(QByteArray url, QList<QByteArray> headers);

    QString m_url;
    GitCredential m_credential;
    ProgressHandler m_progress;
    CurlMulti m_connections;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

/// Where the LFS server of the repository at \a url is: \a configured (an lfs.url of its .lfsconfig) if that can be
/// used, else beside the repository.
[[nodiscard]] QString largeFileUrl(const QString& url, const QString& configured);

/// Error(LargeFilePointers) for \a files, \a reason first in its detail.
[[nodiscard]] Error pointersLeft(const QStringList& files, const QString& reason);

} // namespace miaobu
