#pragma once

#include <QByteArray>
#include <QCoro/QCoroTask>
#include <QString>

#include <stop_token>

namespace miaobu {

/// Whole lines of what a function has said, in UTF-8, with its secrets masked.
struct RuntimeLogPiece {
    QByteArray text;
    QString cursor; ///< Where the next piece begins
    bool more = false; ///< There is more already.
};

/// What running functions say. Throws Error; Error(Cancelled) once stop was requested.
class RuntimeLog {
public:
    virtual ~RuntimeLog() = default;

    /// What stands behind \a cursor; from the beginning of what is kept for an empty one, or one whose place is gone.
    virtual QCoro::Task<RuntimeLogPiece> read(QString function, QString cursor, std::stop_token stop) = 0;
};

} // namespace miaobu
