#include "core/deploy/source_inspector.h"

#include "core/async/cancel.h"
#include "core/async/pool.h"
#include "core/async/sleep.h"
#include "core/deploy/remove_folder.h"
#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"
#include "core/detect/kept_tree.h"
#include "core/model/slug.h"
#include "core/store/project_table.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QUuid>

#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// An inspection keeps no log.
class NoLog final : public LogSink {
public:
    void write(LogChannel, const QByteArray&) override { }
    void note(const QString&) override { }
};

struct Look {
    BuildPlan plan;
    ImageRecipe recipe;
    std::shared_ptr<const FileTree> files;
};

/// How the image would be built; nothing where that is not known yet.
ImageRecipe recipeOf(const AppFolder& folder, const BuildPlan& plan) {
    if (!isWebApp(plan.kind)) {
        return {};
    }
    try {
        return imageRecipe(folder, plan, {});
    } catch (const Error&) {
        return {};
    }
}

/// \a isKept: the folder will be gone.
QCoro::Task<Look> look(QString folder, QString rootDirectory, bool isKept) {
    const auto work = [folder, rootDirectory, isKept] {
        auto files = std::make_shared<KeptTree>(std::make_unique<FolderTree>(folder));
        const BuildPlan plan = detect(*files, rootDirectory);
        const ImageRecipe recipe = recipeOf(AppFolder(*files, plan.rootDirectory), plan);
        if (!isKept) {
            return Look{plan, recipe, std::make_shared<FolderTree>(folder)};
        }
        if (recipe.dockerfile.isEmpty() && isWebApp(plan.kind)) {
            // What is missing may be typed later.
            BuildPlan started = plan;
            started.startCommand = u"true"_s;
            (void)recipeOf(AppFolder(*files, plan.rootDirectory), started);
        }
        files->letGo();
        return Look{plan, recipe, files};
    };
    co_return co_await runOnPool(work);
}

} // namespace

SourceInspector::SourceInspector(const Database& database, SourceCheckout& checkout, Home home, RemoteInspector remote)
    : m_database(database), m_checkout(checkout), m_home(std::move(home)), m_remote(std::move(remote)) { }

SourceInspector::~SourceInspector() {
    cancel();
}

void SourceInspector::inspect(const Source& source, const QString& rootDirectory) {
    cancel();
    m_stop = std::stop_source();
    executeInspection(source, rootDirectory, m_stop.get_token());
}

void SourceInspector::cancel() {
    m_stop.request_stop();
    m_stopDescription.request_stop();
}

void SourceInspector::describe(const Inspection& inspection, const BuildPlan& plan) {
    m_stopDescription.request_stop();
    if (inspection.files) {
        m_stopDescription = std::stop_source();
        executeDescription(inspection.files, plan, m_stopDescription.get_token());
    }
}

QCoro::Task<> SourceInspector::executeDescription(
    std::shared_ptr<const FileTree> files, BuildPlan plan, std::stop_token stop) {
    try {
        // Whoever types goes on typing: only the last of several is described.
        co_await sleepFor(std::chrono::milliseconds(100), stop);
        const auto work = [files, plan] { return recipeOf(AppFolder(*files, plan.rootDirectory), plan); };
        const ImageRecipe recipe = co_await runOnPool(work);
        // After a stop this may be gone.
        if (!stop.stop_requested()) {
            emit described(recipe);
        }
    } catch (const std::exception& exception) {
        if (!stop.stop_requested()) {
            qWarning("an image cannot be described: %s", exception.what());
        }
    }
}

QCoro::Task<> SourceInspector::executeInspection(Source source, QString rootDirectory, std::stop_token stop) {
    std::optional<Inspection> inspection;
    std::optional<Error> failure;
    try {
        // Whoever asked is to have returned before a signal answers.
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        inspection = co_await inspectSource(source, rootDirectory, stop);
    } catch (const Error& error) {
        failure = error;
    } catch (const std::exception& exception) {
        failure = Error(ErrorKind::Internal, {}, QString::fromUtf8(exception.what()));
    }
    // After a stop this may be gone.
    if (stop.stop_requested()) {
        co_return;
    }
    if (failure) {
        emit failed(*failure);
    } else {
        emit inspected(*inspection);
    }
}

QCoro::Task<Inspection> SourceInspector::inspectSource(Source source, QString rootDirectory, std::stop_token stop) {
    Inspection inspection;
    const Database& database = m_database;
    if (source.kind == SourceKind::Folder) {
        if (!QFileInfo(source.location).isDir()) {
            throw Error(ErrorKind::FolderMissing, source.location);
        }
        inspection.source = source;
        const Look found = co_await look(source.location, rootDirectory, false);
        inspection.plan = found.plan;
        inspection.recipe = found.recipe;
        inspection.files = found.files;
    } else {
        inspection = co_await inspectRepository(source, rootDirectory, stop);
    }
    throwIfCancelled(stop);
    inspection.name = projectNameFrom(inspection.source);
    const ProjectTable projects(database);
    inspection.slug = suggestSlug(
        inspection.name, [&projects](const QString& slug) { return projects.findBySlug(slug).has_value(); });
    co_return inspection;
}

QCoro::Task<Inspection> SourceInspector::inspectRepository(Source source, QString rootDirectory, std::stop_token stop) {
    std::optional<RemoteInspection> remote;
    if (m_remote) {
        remote = co_await m_remote(source, rootDirectory, stop);
    }
    throwIfCancelled(stop);
    Inspection inspection;
    // The recipe of a web app's image is made from its files.
    if (remote && remote->plan && !isWebApp(remote->plan->kind)) {
        inspection.source = remote->source;
        inspection.revision = remote->revision;
        inspection.plan = *remote->plan;
    } else {
        const Source present = remote ? remote->source : source;
        const bool isListCut = remote && !remote->plan;
        inspection = co_await inspectCheckout(present, rootDirectory, isListCut, stop);
    }
    if (remote) {
        inspection.repository = remote->repository;
    }
    co_return inspection;
}

ProgressHandler SourceInspector::announce(SourceFetch fetch, std::stop_token stop) {
    emit fetching(fetch);
    constexpr qint64 pause = 100;
    QElapsedTimer since;
    since.start();
    return [this, fetch, since, stop](qint64 done, qint64 total) mutable {
        // After a stop this may be gone.
        if (!stop.stop_requested() && since.elapsed() >= pause) {
            since.start();
            fetch.done = done;
            fetch.total = total;
            emit fetching(fetch);
        }
    };
}

QCoro::Task<Inspection> SourceInspector::inspectCheckout(
    Source source, QString rootDirectory, bool isListCut, std::stop_token stop) {
    Inspection inspection;
    inspection.source = source;
    const QString folder = m_home.buildFolder() + u"/look-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::exception_ptr failure;
    try {
        NoLog log;
        const CheckoutRequest request{source, {}, folder};
        const ProgressHandler progress = announce({.isListCut = isListCut}, stop);
        const Checkout checkout = co_await m_checkout.checkOut(request, log, progress, stop);
        inspection.revision = checkout.revision;
        const Look found = co_await look(folder, rootDirectory, true);
        inspection.plan = found.plan;
        inspection.recipe = found.recipe;
        inspection.files = found.files;
    } catch (...) {
        failure = std::current_exception();
    }
    const auto clear = [folder] { removeFolder(folder); };
    co_await runOnPool(clear);
    if (failure) {
        std::rethrow_exception(failure);
    }
    co_return inspection;
}

QString projectNameFrom(const Source& source) {
    QString path = source.location;
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    if (source.kind == SourceKind::Git && path.endsWith(u".git"_s)) {
        path.chop(4);
    }
    // "git@example.com:me/shop" parts its path with a colon.
    return path.section(u'/', -1).section(u':', -1);
}

} // namespace miaobu
