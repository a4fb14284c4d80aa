#include "tests/support/git_http_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace miaobu::test {

struct GitHttpServer::State {
    QString folder;
    QString expectedAuthorization;
    QString redirectBase;
    httplib::Server server;
    int port = 0;
    std::thread thread;
    mutable std::mutex mutex;
    std::condition_variable ended;
    bool isEnding = false;
    QStringList authorizations;
    QStringList paths;
    QString stalledPart;
    QString movedPart;
    QString movedBase;
    int packs = 0;
    QString largeFiles;
    QString largeFileBase;

    void answer(const httplib::Request& request, httplib::Response& response);
    void runBackend(const QString& path, const httplib::Request& request, httplib::Response& response);
    void answerBatch(const httplib::Request& request, httplib::Response& response) const;
    void giveContent(const httplib::Request& request, httplib::Response& response) const;
    void stall();
};

namespace {

QProcessEnvironment backendEnvironment(const QString& folder, const QString& path, const httplib::Request& request) {
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"GIT_PROJECT_ROOT"_s, folder);
    environment.insert(u"GIT_HTTP_EXPORT_ALL"_s, u"1"_s);
    environment.insert(u"PATH_INFO"_s, path);
    const std::string::size_type query = request.target.find('?');
    environment.insert(u"QUERY_STRING"_s,
        query == std::string::npos ? QString() : QString::fromStdString(request.target.substr(query + 1)));
    environment.insert(u"REQUEST_METHOD"_s, QString::fromStdString(request.method));
    environment.insert(u"CONTENT_TYPE"_s, QString::fromStdString(request.get_header_value("Content-Type")));
    environment.insert(u"CONTENT_LENGTH"_s, QString::number(request.body.size()));
    environment.insert(u"GIT_PROTOCOL"_s, QString::fromStdString(request.get_header_value("Git-Protocol")));
    return environment;
}

// https://www.rfc-editor.org/rfc/rfc3875#section-6: header lines, an empty line, the body.
void readCgi(const QByteArray& output, httplib::Response& response) {
    const qsizetype end = output.indexOf("\r\n\r\n");
    response.status = 200;
    std::string type = "application/octet-stream";
    const QList<QByteArray> lines = output.left(end).split('\n');
    for (const QByteArray& line : lines) {
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "status") {
            response.status = value.left(3).toInt();
        } else if (name == "content-type") {
            type = value.toStdString();
        }
    }
    response.set_content(output.mid(end + 4).toStdString(), type.c_str());
}

} // namespace

void GitHttpServer::State::stall() {
    std::unique_lock lock(mutex);
    ended.wait(lock, [this] { return isEnding; });
}

void GitHttpServer::State::runBackend(
    const QString& path, const httplib::Request& request, httplib::Response& response) {
    QProcess backend;
    backend.setProcessEnvironment(backendEnvironment(folder, path, request));
    backend.start(u"git"_s, {u"http-backend"_s});
    backend.write(request.body.data(), static_cast<qint64>(request.body.size()));
    backend.closeWriteChannel();
    backend.waitForFinished(-1);
    const QByteArray output = backend.readAllStandardOutput();
    readCgi(output, response);
    // The beginning of a pack file, version 2: one fetch may take several requests.
    if (output.contains(QByteArrayView("PACK\0\0\0\2", 8))) {
        const std::lock_guard lock(mutex);
        ++packs;
    }
}

// https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md
void GitHttpServer::State::answerBatch(const httplib::Request& request, httplib::Response& response) const {
    const QJsonObject asked = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    QJsonArray objects;
    const QJsonArray wanted = asked[u"objects"].toArray();
    for (const QJsonValue& object : wanted) {
        const QString oid = object[u"oid"].toString();
        QJsonObject answer{{u"oid"_s, oid}, {u"size"_s, object[u"size"]}};
        if (QFile::exists(u"%1/%2/%3/%4"_s.arg(largeFiles, oid.left(2), oid.mid(2, 2), oid))) {
            const QJsonObject download{{u"href"_s, largeFileBase + u"/contents/"_s + oid},
                {u"header"_s, QJsonObject{{u"Ticket"_s, u"yes"_s}}}};
            answer.insert(u"actions"_s, QJsonObject{{u"download"_s, download}});
        } else {
            answer.insert(u"error"_s, QJsonObject{{u"code"_s, 404}, {u"message"_s, u"Object does not exist"_s}});
        }
        objects.append(answer);
    }
    const QJsonObject body{{u"transfer"_s, u"basic"_s}, {u"objects"_s, objects}};
    response.set_content(QJsonDocument(body).toJson().toStdString(), "application/vnd.git-lfs+json");
}

void GitHttpServer::State::giveContent(const httplib::Request& request, httplib::Response& response) const {
    const QString oid = QString::fromStdString(request.path).section(u'/', -1);
    QFile file(u"%1/%2/%3/%4"_s.arg(largeFiles, oid.left(2), oid.mid(2, 2), oid));
    if (request.get_header_value("Ticket") != "yes" || !file.open(QIODevice::ReadOnly)) {
        response.status = 404;
        return;
    }
    response.set_content(file.readAll().toStdString(), "application/octet-stream");
}

void GitHttpServer::State::answer(const httplib::Request& request, httplib::Response& response) {
    const QString path = QString::fromStdString(request.path);
    const QString authorization = QString::fromStdString(request.get_header_value("Authorization"));
    bool isStalled = false;
    QString movedTo;
    {
        const std::lock_guard lock(mutex);
        authorizations.append(authorization);
        paths.append(path);
        isStalled = !stalledPart.isEmpty() && path.contains(stalledPart);
        movedTo = !movedPart.isEmpty() && path.contains(movedPart) ? movedBase : QString();
    }
    const QString area = path.section(u'/', 1, 1);
    const QString rest = u'/' + path.section(u'/', 2);
    if (area == u"stalled"_s || isStalled) {
        stall();
    } else if (!movedTo.isEmpty()) {
        // The method and the body are to be kept.
        response.set_redirect((movedTo + QString::fromStdString(request.target)).toStdString(), 307);
    } else if (area == u"forbidden"_s) {
        response.status = 403;
    } else if (area == u"moved"_s) {
        response.set_redirect((redirectBase + QString::fromStdString(request.target).mid(6)).toStdString());
    } else if (area == u"renamed"_s) {
        response.set_redirect("/private" + request.target.substr(8));
    } else if (area == u"contents"_s) {
        giveContent(request, response);
    } else if (area == u"private"_s && authorization != expectedAuthorization) {
        response.status = 401;
        response.set_header("WWW-Authenticate", "Basic realm=\"git\"");
    } else if (!largeFiles.isEmpty() && path.endsWith(u"/info/lfs/objects/batch"_s)) {
        answerBatch(request, response);
    } else {
        runBackend(rest, request, response);
    }
}

GitHttpServer::GitHttpServer(const QString& folder, const QString& token, const QString& redirectBase)
    : m_state(std::make_unique<State>()) {
    m_state->folder = folder;
    m_state->redirectBase = redirectBase;
    m_state->expectedAuthorization
        = u"Basic "_s + QString::fromLatin1((u"x-access-token:"_s + token).toUtf8().toBase64());
    const auto handler = [state = m_state.get()](const httplib::Request& request, httplib::Response& response) {
        state->answer(request, response);
    };
    m_state->server.Get("/.*", handler);
    m_state->server.Post("/.*", handler);
    m_state->port = m_state->server.bind_to_any_port("127.0.0.1");
    m_state->thread = std::thread([state = m_state.get()] { state->server.listen_after_bind(); });
}

GitHttpServer::~GitHttpServer() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isEnding = true;
    }
    m_state->ended.notify_all();
    while (!m_state->server.is_running()) {
        std::this_thread::yield();
    }
    m_state->server.stop();
    m_state->thread.join();
}

void GitHttpServer::setLargeFiles(const QString& folder, const QString& largeFileBase) {
    m_state->largeFiles = folder;
    m_state->largeFileBase = largeFileBase.isEmpty() ? base() : largeFileBase;
}

void GitHttpServer::stall(const QString& part) {
    const std::lock_guard lock(m_state->mutex);
    m_state->stalledPart = part;
}

void GitHttpServer::move(const QString& part, const QString& base) {
    const std::lock_guard lock(m_state->mutex);
    m_state->movedPart = part;
    m_state->movedBase = base;
}

bool GitHttpServer::wasAsked(const QString& part) const {
    const std::lock_guard lock(m_state->mutex);
    return std::ranges::any_of(m_state->paths, [&part](const QString& path) { return path.contains(part); });
}

QString GitHttpServer::base() const {
    return u"http://127.0.0.1:%1"_s.arg(m_state->port);
}

QStringList GitHttpServer::authorizations() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->authorizations;
}

int GitHttpServer::packs() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->packs;
}

} // namespace miaobu::test
