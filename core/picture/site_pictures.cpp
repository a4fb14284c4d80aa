#include "core/picture/site_pictures.h"

#include "core/async/cancel.h"
#include "core/async/pool.h"
#include "core/net/http_client.h"
#include "core/picture/browser.h"
#include "core/process/run_process.h"
#include "core/store/deployment_table.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qint64 pauseAfterFailure = 60'000;
constexpr qint64 largestPage = qint64{8} << 20;
constexpr int mostRedirects = 4;

const QString imageName = u"image"_s;
const QString iconName = u"icon"_s;
const QString pageName = u"page.json"_s; // Written last: a folder that has it is whole.

HttpRequest requestFor(const QUrl& url) {
    HttpRequest request;
    request.url = url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    request.headers = {{"Accept", "text/html,image/*;q=0.9,*/*;q=0.8"}, {"User-Agent", "Miaobu"}};
    request.idleTimeout = std::chrono::seconds(10);
    request.maximumResponseBytes = largestPage;
    return request;
}

bool isOnThisComputer(const QUrl& url) {
    return isLoopbackHost(url.host().toUtf8());
}

/// \throws what HttpClient throws, Error(HttpStatus)
QCoro::Task<HttpResponse> fetch(std::shared_ptr<HttpClient> client, QUrl url, std::stop_token stop) {
    for (int hop = 0; hop <= mostRedirects; ++hop) {
        HttpResponse response = co_await client->send(requestFor(url), stop);
        const QByteArray location = response.header("Location");
        if (response.status < 300 || response.status >= 400 || location.isEmpty()) {
            if (response.status != 200) {
                throw Error(ErrorKind::HttpStatus, url.toString(), QString::number(response.status));
            }
            co_return response;
        }
        const QUrl next = url.resolved(QUrl::fromEncoded(location));
        if (isOnThisComputer(next) && !isOnThisComputer(url)) {
            break; // A site has no business with what listens here.
        }
        url = next;
    }
    throw Error(ErrorKind::Redirected, url.toString());
}

void writeFile(const QString& path, const QByteArray& content) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
}

void writePage(const QString& folder, const PageHead& head) {
    const QJsonObject object{{u"title"_s, head.title}, {u"description"_s, head.description}};
    writeFile(folder + u'/' + pageName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

SitePictures::SitePictures(
    const Database& database, const Home& home, std::shared_ptr<HttpClient> client, QString browser)
    : m_database(database), m_folder(home.cache + u"/pictures"_s), m_client(std::move(client)),
      m_browser(std::move(browser)), m_operations({[this](OperationId) { end(true); },
                                         [this](OperationId, const Error&) { end(false); }, [this] { emit idle(); }}) {
}

QString SitePictures::folderOf(DeploymentId deployment) const {
    return m_folder + u'/' + QString::number(deployment);
}

std::optional<SitePicture> SitePictures::kept(DeploymentId deployment) const {
    const QDir folder(folderOf(deployment));
    QFile page(folder.filePath(pageName));
    if (!page.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(page.readAll()).object();
    const auto file
        = [&folder](const QString& name) { return folder.exists(name) ? folder.filePath(name) : QString(); };
    return SitePicture{object.value(u"title"_s).toString(), object.value(u"description"_s).toString(), file(imageName),
        file(iconName)};
}

std::optional<SitePicture> SitePictures::of(const Deployment& deployment) {
    if (const auto known = m_kept.constFind(deployment.id); known != m_kept.constEnd()) {
        return *known;
    }
    const bool isFresh = m_tried.contains(deployment.id) && !m_tried[deployment.id].hasExpired(pauseAfterFailure);
    if (deployment.state != DeploymentState::Live || deployment.url.isEmpty() || isFresh || m_isShuttingDown) {
        return std::nullopt;
    }
    if (const auto stored = kept(deployment.id)) {
        m_kept.insert(deployment.id, *stored);
        return stored;
    }
    m_wanted = deployment;
    takeNext();
    return std::nullopt;
}

void SitePictures::takeNext() {
    if (m_taking != 0 || !m_wanted || m_isShuttingDown) {
        return;
    }
    const Deployment wanted = *std::exchange(m_wanted, std::nullopt);
    m_taking = wanted.id;
    m_tried[wanted.id].start();
    m_operations.begin([this, id = wanted.id, page = QUrl(wanted.url)](
                           OperationId, std::stop_token stop) { return executeTake(id, page, stop); });
}

void SitePictures::end(bool isTaken) {
    const DeploymentId deployment = std::exchange(m_taking, 0);
    if (const auto picture = isTaken ? kept(deployment) : std::nullopt) {
        m_kept.insert(deployment, *picture);
        emit taken(deployment);
    }
    takeNext();
}

QCoro::Task<> SitePictures::executeTake(DeploymentId deployment, QUrl page, std::stop_token stop) {
    // The page is asked before a browser is: a browser makes a picture of an error page too.
    const HttpResponse answer = co_await fetch(m_client, page, stop);
    if (!answer.header("Content-Type").toLower().startsWith("text/html")) {
        throw Error(ErrorKind::NotFound, page.toString());
    }
    const PageHead head = pageHeadOf(answer.body, page);
    QDir().mkpath(m_folder);
    QTemporaryDir folder(m_folder + u"/part-XXXXXX"_s);
    if (!folder.isValid()) {
        throw Error(ErrorKind::FileSystem, folder.path(), folder.errorString());
    }
    const QString place = folder.path();
    co_await takeImage(page, head, place, stop);
    const QUrl icon = head.icon.isEmpty() ? page.resolved(QUrl(u"/favicon.ico"_s)) : head.icon;
    co_await fetchFile(icon, page, place + u'/' + iconName, stop);
    writePage(place, head);
    QDir(folderOf(deployment)).removeRecursively();
    if (!QDir().rename(place, folderOf(deployment))) {
        throw Error(ErrorKind::FileSystem, folderOf(deployment));
    }
    folder.setAutoRemove(false);
}

QCoro::Task<> SitePictures::takeImage(QUrl page, PageHead head, QString folder, std::stop_token stop) const {
    const QString image = folder + u'/' + imageName;
    if (!m_browser.isEmpty()) {
        co_await drawImage(page, image, folder + u"/profile"_s, stop);
    }
    if (!QFile::exists(image)) {
        co_await fetchFile(head.image, page, image, stop);
    }
}

QCoro::Task<> SitePictures::drawImage(QUrl page, QString image, QString profile, std::stop_token stop) const {
    QDir().mkpath(profile);
    const QString drawn = profile + u"/site.png"_s;
    try {
        co_await runProcess(
            pictureCommand(m_browser, page, drawn, profile), [](LogChannel, const QByteArray&) { }, stop);
    } catch (const Error&) {
        // No picture then, whatever was in the way; a stop is noticed below.
    }
    QFile::rename(drawn, image);
    const auto clear = [profile] { QDir(profile).removeRecursively(); };
    co_await runOnPool(clear);
    throwIfCancelled(stop);
}

QCoro::Task<> SitePictures::fetchFile(QUrl file, QUrl page, QString destination, std::stop_token stop) const {
    if (file.isEmpty() || (isOnThisComputer(file) && !isOnThisComputer(page))) {
        co_return;
    }
    try {
        const HttpResponse answer = co_await fetch(m_client, file, stop);
        if (answer.header("Content-Type").toLower().startsWith("image/")) {
            writeFile(destination, answer.body);
        }
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
    }
}

void SitePictures::sweep() {
    const DeploymentTable deployments(m_database);
    for (const QString& name : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const DeploymentId id = name.toLongLong();
        const auto deployment = id > 0 ? deployments.find(id) : std::nullopt;
        const bool isLeftover = id == 0 && m_taking == 0; // Of a process that was killed
        if (isLeftover || (id > 0 && (!deployment || deployment->state == DeploymentState::Purged))) {
            QDir(m_folder + u'/' + name).removeRecursively();
            m_kept.remove(id);
        }
    }
}

void SitePictures::shutDown() {
    m_isShuttingDown = true;
    m_wanted.reset();
    m_operations.shutDown();
}

} // namespace miaobu
