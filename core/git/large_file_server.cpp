#include "core/git/large_file_server.h"

#include "core/git/git_location.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype batchSize = 100;
constexpr qsizetype longestAnswer = 4 << 20;
const QByteArray mediaType = "application/vnd.git-lfs+json";

// A server's own words, short and on one line.
QString wordsOf(const QJsonObject& answer) {
    constexpr qsizetype longest = 300;
    return answer[u"message"].toString().left(longest).simplified();
}

QByteArray requestFor(const QList<LargeFile>& files) {
    QJsonArray objects;
    for (const LargeFile& file : files) {
        objects.append(QJsonObject{{u"oid"_s, QString::fromLatin1(file.hash)}, {u"size"_s, file.size}});
    }
    const QJsonObject request{{u"operation"_s, u"download"_s}, {u"transfers"_s, QJsonArray{u"basic"_s}},
        {u"hash_algo"_s, u"sha256"_s}, {u"objects"_s, objects}};
    return QJsonDocument(request).toJson(QJsonDocument::Compact);
}

bool isPlain(const QString& text) {
    return std::ranges::none_of(text, [](QChar c) { return c < u' ' || c == QChar(0x7f); });
}

QStringList pathsOf(const QList<LargeFile>& files) {
    QStringList paths;
    for (const LargeFile& file : files) {
        paths.append(file.path);
    }
    return paths;
}

} // namespace

QString largeFileUrl(const QString& url, const QString& configured) {
    try {
        const GitLocation location = readGitLocation(configured);
        if (!location.isLocal && isConfidential(location.url)) {
            return location.url;
        }
    } catch (const Error&) {
        // ssh and what else cannot be used here: beside the repository is where most servers have it.
    }
    return url + (url.endsWith(u".git"_s) ? u"/info/lfs"_s : u".git/info/lfs"_s);
}

Error pointersLeft(const QStringList& files, const QString& reason) {
    constexpr qsizetype named = 10;
    Error error(ErrorKind::LargeFilePointers, QString::number(files.size()), files.mid(0, named).join(u'\n'));
    if (!reason.isEmpty()) {
        error.alternatives = {reason};
    }
    return error;
}

LargeFileServer::LargeFileServer(QString url, GitCredential credential, ProgressHandler progress)
    : m_url(std::move(url)), m_credential(std::move(credential)), m_progress(std::move(progress)),
      m_connections(curl_multi_init()) { }

void LargeFileServer::fetch(const QList<LargeFile>& files, const LargeFileStore& store) {
    QList<LargeFile> missing;
    QHash<QByteArray, qint64> wanted;
    for (const LargeFile& file : files) {
        if (!store.has(file) && !wanted.contains(file.hash)) {
            wanted.insert(file.hash, file.size);
            missing.append(file);
            m_total += file.size;
        }
    }
    for (qsizetype at = 0; at < missing.size(); at += batchSize) {
        const QList<Download> downloads = askFor(missing.mid(at, batchSize));
        for (const Download& one : downloads) {
            download(one, store);
        }
    }
}

QList<LargeFileServer::Download> LargeFileServer::askFor(const QList<LargeFile>& files) {
    QJsonObject answer;
    try {
        answer = post(requestFor(files));
    } catch (const Error& error) {
        if (error.kind == ErrorKind::NotFound) {
            throw pointersLeft(pathsOf(files), u"%1 has no Git LFS. %2"_s.arg(m_url, error.detail).trimmed());
        }
        throw;
    }
    QHash<QByteArray, QJsonObject> answers;
    const QJsonArray objects = answer[u"objects"].toArray();
    for (const QJsonValue& object : objects) {
        answers.insert(object[u"oid"].toString().toLatin1(), object.toObject());
    }
    QList<Download> downloads;
    for (const LargeFile& file : files) {
        downloads.append(downloadOf(file, answers.value(file.hash)));
    }
    return downloads;
}

QJsonObject LargeFileServer::post(const QByteArray& body) {
    constexpr long unauthorized = 401;
    const QString url = m_url + u"/objects/batch"_s;
    HttpExchange::Request request{
        url.toUtf8(), body, {"Accept: " + mediaType, "Content-Type: " + mediaType}, std::nullopt};
    auto exchange = std::make_unique<HttpExchange>(m_connections.get(), request);
    if (exchange->status() == unauthorized && mayBeSent(m_credential, url)) {
        request.credential = m_credential;
        exchange = std::make_unique<HttpExchange>(m_connections.get(), request);
    }
    const long status = exchange->status();
    if (const QString target = exchange->redirectTarget(); !target.isEmpty()) {
        throw Error(ErrorKind::Redirected, m_url, target);
    }
    const QJsonObject answer = QJsonDocument::fromJson(exchange->readAll(longestAnswer)).object();
    const QString detail = u"HTTP %1 %2"_s.arg(status).arg(wordsOf(answer)).trimmed();
    switch (status) {
    case 200:
        break;
    case 401:
    case 403:
        throw Error(ErrorKind::AuthenticationRequired, m_url, detail);
    case 404:
    case 405:
    case 406:
    case 410:
    case 501:
        throw Error(ErrorKind::NotFound, m_url, detail);
    default:
        throw Error(ErrorKind::HttpStatus, m_url, detail);
    }
    if (!answer[u"objects"].isArray()) {
        throw Error(ErrorKind::NotFound, m_url, u"the answer is not that of a Git LFS server"_s);
    }
    return answer;
}

LargeFileServer::Download LargeFileServer::downloadOf(const LargeFile& file, const QJsonObject& answer) const {
    const QJsonObject action = answer[u"actions"][u"download"].toObject();
    const QString url = action[u"href"].toString();
    if (url.isEmpty()) {
        throw pointersLeft({file.path}, wordsOf(answer[u"error"].toObject()));
    }
    // By https only, as for everything else: what is fetched becomes part of a site.
    if (serverOf(url).isEmpty() || !isConfidential(url) || !isPlain(url)) {
        throw Error(ErrorKind::MalformedResponse, m_url, u"the address of %1 cannot be used"_s.arg(file.path));
    }
    Download result{file, QUrl(url).toEncoded(), {}};
    const QJsonObject headers = action[u"header"].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        const QString line = header.key() + u": "_s + header.value().toString();
        if (isPlain(line)) {
            result.headers.append(line.toUtf8());
        }
    }
    return result;
}

std::unique_ptr<HttpExchange> LargeFileServer::get(QByteArray url, QList<QByteArray> headers) {
    constexpr int mostMoves = 5;
    constexpr long unauthorized = 401;
    for (int moves = 0;; ++moves) {
        HttpExchange::Request request{url, {}, headers, std::nullopt};
        auto exchange = std::make_unique<HttpExchange>(m_connections.get(), request);
        if (exchange->status() == unauthorized && headers.isEmpty()
            && mayBeSent(m_credential, QString::fromUtf8(url))) {
            request.credential = m_credential;
            exchange = std::make_unique<HttpExchange>(m_connections.get(), request);
        }
        const QByteArray target = exchange->redirectUrl();
        if (exchange->status() / 100 != 3 || target.isEmpty()) {
            return exchange;
        }
        const QString next = QString::fromUtf8(target);
        if (moves == mostMoves || !isConfidential(next)) {
            throw Error(ErrorKind::Redirected, m_url, exchange->redirectTarget());
        }
        // What the server gave for one origin is no other's business.
        if (serverOf(next) != serverOf(QString::fromUtf8(url))) {
            headers.clear();
        }
        url = target;
    }
}

void LargeFileServer::download(const Download& download, const LargeFileStore& store) {
    constexpr long ok = 200;
    const auto exchange = get(download.url, download.headers);
    if (exchange->status() != ok) {
        throw pointersLeft({download.file.path}, u"HTTP %1"_s.arg(exchange->status()));
    }
    const QString path = store.pathOf(download.file.hash);
    if (!QDir().mkpath(QFileInfo(path).path())) {
        throw Error(ErrorKind::FileSystem, QFileInfo(path).path());
    }
    const QString unfinished = path + u".part"_s;
    try {
        receive(download, *exchange, unfinished);
    } catch (const Error&) {
        QFile::remove(unfinished);
        throw;
    }
    QFile::remove(path);
    if (!QFile::rename(unfinished, path)) {
        throw Error(ErrorKind::FileSystem, path);
    }
}

void LargeFileServer::receive(const Download& download, HttpExchange& exchange, const QString& path) {
    constexpr std::size_t piece = 1 << 16;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::array<char, piece> buffer{};
    qint64 received = 0;
    while (const std::size_t count = exchange.read(buffer.data(), buffer.size())) {
        const auto length = static_cast<qsizetype>(count);
        received += length;
        m_done += length;
        if (received > download.file.size) {
            break;
        }
        hash.addData(QByteArrayView(buffer.data(), length));
        if (file.write(buffer.data(), length) != length) {
            throw Error(errno == ENOSPC ? ErrorKind::DiskFull : ErrorKind::FileSystem, path, file.errorString());
        }
        m_progress(m_done, m_total);
    }
    file.close();
    if (received != download.file.size || hash.result().toHex() != download.file.hash) {
        throw Error(ErrorKind::ChecksumMismatch, download.file.path, m_url);
    }
}

} // namespace miaobu
