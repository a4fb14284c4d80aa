#include "core/secrets/keychain.h"

#include "core/async/cancel.h"
#include "core/async/completion.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

const QString service = u"com.miaobu.desktop"_s;
// Windows knows an entry by its key alone, so the key has to say whose it is. The entry stays: one that comes and goes
// could be taken away between another process's write and read.
const QString probeKey = u"miaobu/probe/v1"_s;
const QByteArray probeValue = "miaobu";

struct Answer {
    QKeychain::Error error = QKeychain::NoError;
    QString message;
    QByteArray secret;
};

QCoro::Task<Answer> answerOf(
    std::unique_ptr<QKeychain::Job> job, std::chrono::milliseconds patience, std::stop_token stop) {
    throwIfCancelled(stop);
    auto answer = std::make_shared<std::optional<Answer>>();
    const Completion ended;
    // The job deletes itself at its end, which may be long after this was given up.
    QKeychain::Job* const running = job.release();
    QObject::connect(running, &QKeychain::Job::finished, running, [answer, ended](QKeychain::Job* finished) {
        const auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(finished);
        *answer = Answer{finished->error(), finished->errorString(), reading ? reading->binaryData() : QByteArray()};
        ended.complete();
    });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [ended] { ended.complete(); });
    timer.start(patience);
    running->start();
    {
        const std::stop_callback onStop(stop, [ended] { ended.complete(); });
        co_await ended;
    }
    throwIfCancelled(stop);
    if (!*answer) {
        throw Error(ErrorKind::Timeout, keychainSubject);
    }
    Answer given = std::move(**answer);
    co_return given;
}

Error failureFrom(const Answer& answer) {
    switch (answer.error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return Error(ErrorKind::KeychainLocked, {}, answer.message);
    default:
        // No bus, no service, no keyring in it, no library: QtKeychain calls all of them OtherError.
        return Error(ErrorKind::KeychainMissing, {}, answer.message);
    }
}

void throwIfFailed(const Answer& answer) {
    if (answer.error != QKeychain::NoError) {
        throw failureFrom(answer);
    }
}

QCoro::Task<Answer> readEntry(QString key, std::chrono::milliseconds patience, std::stop_token stop) {
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(service);
    job->setKey(key);
    return answerOf(std::move(job), patience, stop);
}

QCoro::Task<Answer> writeEntry(
    QString key, QByteArray secret, std::chrono::milliseconds patience, std::stop_token stop) {
    auto job = std::make_unique<QKeychain::WritePasswordJob>(service);
    job->setKey(key);
    job->setBinaryData(secret);
    return answerOf(std::move(job), patience, stop);
}

QCoro::Task<Answer> deleteEntry(QString key, std::chrono::milliseconds patience, std::stop_token stop) {
    auto job = std::make_unique<QKeychain::DeletePasswordJob>(service);
    job->setKey(key);
    return answerOf(std::move(job), patience, stop);
}

/// \throws Error(KeychainLocked), Error(KeychainMissing) unless entries can be written and read.
QCoro::Task<> proveUnlocked(std::chrono::milliseconds patience, std::stop_token stop) {
    throwIfFailed(co_await writeEntry(probeKey, probeValue, patience, stop));
    const Answer probe = co_await readEntry(probeKey, patience, stop);
    if (probe.error == QKeychain::EntryNotFound || (probe.error == QKeychain::NoError && probe.secret != probeValue)) {
        throw Error(ErrorKind::KeychainLocked, {}, probe.message);
    }
    throwIfFailed(probe);
}

QCoro::Task<std::optional<QByteArray>> readSurely(
    QString key, std::chrono::milliseconds patience, std::stop_token stop) {
    const Answer answer = co_await readEntry(key, patience, stop);
    if (answer.error == QKeychain::EntryNotFound) {
        co_await proveUnlocked(patience, stop);
        co_return std::nullopt;
    }
    throwIfFailed(answer);
    co_return std::optional(answer.secret);
}

QCoro::Task<> removeSurely(QString key, std::chrono::milliseconds patience, std::stop_token stop) {
    const Answer answer = co_await deleteEntry(key, patience, stop);
    if (answer.error != QKeychain::EntryNotFound) {
        throwIfFailed(answer);
    }
    const std::optional<QByteArray> left = co_await readSurely(key, patience, stop);
    if (left) {
        throw Error(ErrorKind::KeychainLocked, {}, u"the entry is still there after it was deleted"_s);
    }
}

QCoro::Task<> writeSurely(QString key, QByteArray secret, std::chrono::milliseconds patience, std::stop_token stop) {
    throwIfFailed(co_await writeEntry(key, secret, patience, stop));
}

} // namespace

Keychain::Keychain(std::chrono::milliseconds patience) : m_patience(patience) { }

QCoro::Task<std::optional<QByteArray>> Keychain::read(QString key, std::stop_token stop) {
    return readSurely(key, m_patience, stop);
}

QCoro::Task<> Keychain::write(QString key, QByteArray secret, std::stop_token stop) {
    return writeSurely(key, secret, m_patience, stop);
}

QCoro::Task<> Keychain::remove(QString key, std::stop_token stop) {
    return removeSurely(key, m_patience, stop);
}

} // namespace miaobu
