#include "core/compare/comparison.h"

#include "core/async/cancel.h"
#include "core/async/caught_error.h"
#include "core/async/pool.h"
#include "core/async/sleep.h"
#include "core/ports/targets.h"
#include "core/store/deployment_table.h"

#include <algorithm>
#include <exception>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qint64 largestFile = 4 << 20;

const ManifestFile* fileIn(const Manifest& manifest, const QString& path) {
    const auto found = std::ranges::find(manifest.files, path, &ManifestFile::path);
    return found == manifest.files.end() ? nullptr : &*found;
}

bool isImage(const ManifestFile* file) {
    return file && file->contentType.startsWith("image/"_L1);
}

bool isTooLarge(const ManifestFile* file) {
    return file && file->size > largestFile;
}

FileDifference differenceOfContents(const QByteArray& before, const QByteArray& after, bool areImages) {
    FileDifference difference;
    // A vector image is a text that is better seen than read.
    if (areImages) {
        difference.kind = FileDifference::Kind::Images;
        difference.before = before;
        difference.after = after;
    } else if (isText(before) && isText(after)) {
        difference.kind = FileDifference::Kind::Text;
        difference.text = differenceOf(before, after);
    }
    return difference;
}

} // namespace

Comparison::Comparison(const Database& database, Targets& targets, const Home& home)
    : m_database(database), m_targets(targets), m_manifests(home) { }

Comparison::~Comparison() {
    cancel();
}

void Comparison::cancel() {
    m_stop.request_stop();
}

OperationId Comparison::begin() {
    cancel();
    m_stop = std::stop_source();
    return ++m_last;
}

OperationId Comparison::compare(DeploymentId before, DeploymentId after) {
    const OperationId operation = begin();
    executeCompare(operation, before, after, m_stop.get_token());
    return operation;
}

OperationId Comparison::compareFile(DeploymentId before, DeploymentId after, const QString& path) {
    const OperationId operation = begin();
    executeFile(operation, before, after, path, m_stop.get_token());
    return operation;
}

QCoro::Task<> Comparison::executeCompare(
    OperationId operation, DeploymentId before, DeploymentId after, std::stop_token stop) {
    std::exception_ptr failure;
    ManifestDifference difference;
    try {
        // The caller is to know the id before a signal speaks of it.
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        const Manifest left = co_await manifestOf(before, stop);
        if (!stop.stop_requested()) {
            emit reading(operation, 1);
        }
        const Manifest right = co_await manifestOf(after, stop);
        const auto work = [left, right] { return differenceOf(left, right); };
        difference = co_await runOnPool(work);
    } catch (...) {
        failure = std::current_exception();
    }
    // After a stop this may be gone.
    if (stop.stop_requested()) {
        co_return;
    }
    if (failure) {
        emit failed(operation, caughtError(failure));
    } else {
        emit compared(operation, difference);
    }
}

QCoro::Task<> Comparison::executeFile(
    OperationId operation, DeploymentId before, DeploymentId after, QString path, std::stop_token stop) {
    std::exception_ptr failure;
    FileDifference difference;
    try {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        const Manifest left = co_await manifestOf(before, stop);
        const Manifest right = co_await manifestOf(after, stop);
        const ManifestFile* leftFile = fileIn(left, path);
        const ManifestFile* rightFile = fileIn(right, path);
        if (isTooLarge(leftFile) || isTooLarge(rightFile)) {
            difference.kind = FileDifference::Kind::TooLarge;
        } else {
            const bool areImages = isImage(rightFile ? rightFile : leftFile);
            const QByteArray leftContent = leftFile ? co_await contentOf(before, path, stop) : QByteArray();
            const QByteArray rightContent = rightFile ? co_await contentOf(after, path, stop) : QByteArray();
            const auto work = [leftContent, rightContent, areImages] {
                return differenceOfContents(leftContent, rightContent, areImages);
            };
            difference = co_await runOnPool(work);
        }
    } catch (...) {
        failure = std::current_exception();
    }
    if (stop.stop_requested()) {
        co_return;
    }
    if (failure) {
        emit failed(operation, caughtError(failure));
    } else {
        emit fileCompared(operation, difference);
    }
}

QCoro::Task<Manifest> Comparison::manifestOf(DeploymentId id, std::stop_token stop) const {
    const Deployment deployment = deploymentCalled(id);
    std::optional<Manifest> manifest;
    if (deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready) {
        const OpenTarget target = co_await m_targets.open(deployment.target, stop);
        manifest = co_await m_manifests.find(target, deployment, stop);
    } else if (deployment.state != DeploymentState::Purged) {
        manifest = m_manifests.kept(id);
    }
    if (!manifest) {
        throw Error(ErrorKind::DeploymentPurged, QString::number(deployment.number));
    }
    Manifest found = std::move(*manifest);
    co_return found;
}

QCoro::Task<QByteArray> Comparison::contentOf(DeploymentId id, QString path, std::stop_token stop) const {
    const Deployment deployment = deploymentCalled(id);
    const OpenTarget target = co_await m_targets.open(deployment.target, stop);
    const QByteArray content = co_await target.objects->get(deployment.objectPrefix + u'/' + path, stop);
    co_return content;
}

Deployment Comparison::deploymentCalled(DeploymentId id) const {
    const std::optional<Deployment> deployment = DeploymentTable(m_database).find(id);
    if (!deployment) {
        throw Error(ErrorKind::DeploymentUnknown, QString::number(id));
    }
    return *deployment;
}

} // namespace miaobu
