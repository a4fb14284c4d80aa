#include "core/deploy/start_log.h"

#include "core/async/error.h"

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<> StartLog::begin(std::stop_token stop) {
    co_await readOn(stop);
}

QCoro::Task<QByteArray> StartLog::writeTo(std::shared_ptr<LogSink> log) {
    const QByteArray said = co_await readOn({});
    if (log && !said.isEmpty()) {
        log->note(u"What the app said:"_s);
        log->write(LogChannel::Output, said);
    }
    co_return QByteArray(said);
}

QCoro::Task<QByteArray> StartLog::readOn(std::stop_token stop) {
    QByteArray text;
    bool more = m_target.runtimeLog != nullptr;
    try {
        while (more) {
            const RuntimeLogPiece piece = co_await m_target.runtimeLog->read(m_function, m_cursor, stop);
            more = piece.more && piece.cursor != m_cursor;
            m_cursor = piece.cursor;
            text += piece.text;
        }
    } catch (const Error& error) {
        qWarning("the log of %s cannot be read: %s", qUtf8Printable(m_function), error.what());
    }
    co_return QByteArray(text);
}

} // namespace miaobu
