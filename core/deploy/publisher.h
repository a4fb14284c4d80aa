#pragma once

#include "core/deploy/publish_plan.h"
#include "core/ports/targets.h"

#include <QCoro/QCoroTask>
#include <QSet>

#include <functional>
#include <stop_token>

namespace miaobu {

/// What publishing really did.
struct PublishResult {
    qint64 bytesSent = 0;
    int objectsSent = 0;
    int objectsCopied = 0;
    int objectsKept = 0; ///< There already, from an earlier attempt.
};

struct PublishRequest {
    OpenTarget target;
    QString prefix; ///< "projects/{slug}/{id}"
    QList<PublishItem> items;
    bool isResumed = false;
    std::function<void(qint64 done, qint64 total)> progress; ///< In objects
};

/// Makes every object of a deployment, many at once, and proves that the store has them all. The manifest is not written here.
/// \throws Error(ChecksumMismatch) when the store does not have what was sent, Error(NotFound) when the object to copy from is gone and
/// there is no file to send instead, and what the store throws.
QCoro::Task<PublishResult> publish(PublishRequest request, std::stop_token stop);

/// Removes every object below \a prefix, the manifest first: what is half removed no longer counts as complete.
/// \throws Error(Internal) for anything but "projects/{slug}" and "projects/{slug}/{id}".
QCoro::Task<> removeObjects(OpenTarget target, QString prefix, std::stop_token stop);

} // namespace miaobu
