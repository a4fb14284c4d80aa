#pragma once

#include "core/log/log_sink.h"
#include "core/ports/targets.h"

namespace miaobu {

/// What a function says while it is started, where its target keeps that. Never throws: it only helps to understand a failure.
class StartLog {
public:
    StartLog(OpenTarget target, QString function) : m_target(std::move(target)), m_function(std::move(function)) { }

    /// What was said until now does not count.
    QCoro::Task<> begin(std::stop_token stop);
    /// Writes what was said since begin() to \a log, which may be null. \returns it
    QCoro::Task<QByteArray> writeTo(std::shared_ptr<LogSink> log);

private:
    QCoro::Task<QByteArray> readOn(std::stop_token stop);

    OpenTarget m_target;
    QString m_function;
    QString m_cursor;
};

} // namespace miaobu
