#pragma once

#include "core/async/error.h"

#include <QDateTime>

#include <optional>

namespace miaobu {

/// What is remembered of the looks for a newer version.
struct UpdateRecord {
    QDateTime triedAt; ///< The last look, whatever came of it, UTC; invalid: never
    QDateTime answeredAt; ///< The last one that had an answer
    QByteArray etag;
    QString tag; ///< Of the newest release; empty where there was none
    std::optional<ErrorKind> failure; ///< Of the last look

    bool operator==(const UpdateRecord&) const = default;
};

[[nodiscard]] QByteArray toJson(const UpdateRecord& record);
/// Never fails: what cannot be read was never looked at.
[[nodiscard]] UpdateRecord updateRecordFrom(const QByteArray& json);

} // namespace miaobu
