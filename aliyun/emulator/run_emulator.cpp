#include "aliyun/emulator/run_emulator.h"

#include "aliyun/emulator/emulator.h"
#include "core/async/error.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <signal.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

/// The signals that ask a program to end, as something the event loop can wait for. Must be made before the first
/// thread.
class EndSignals {
public:
    EndSignals() {
        ::sigemptyset(&m_signals);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
            ::sigaddset(&m_signals, signal);
        }
        ::pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
        m_descriptor = std::make_unique<FileHandle>(::signalfd(-1, &m_signals, SFD_CLOEXEC));
    }
    ~EndSignals() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor->descriptor(); }
    /// Takes the signal that came; left pending it would end the process when signals are let through again.
    void take() const {
        signalfd_siginfo signal{};
        static_cast<void>(::read(descriptor(), &signal, sizeof signal));
    }

private:
    sigset_t m_signals{};
    sigset_t m_before{};
    std::unique_ptr<FileHandle> m_descriptor;
};

void print(const QByteArray& line) {
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

int refuse(const Error& error) {
    const QJsonObject object{
        {u"error"_s, errorKindName(error.kind)}, {u"subject"_s, error.subject}, {u"detail"_s, error.detail}};
    print(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    std::fprintf(stderr, "The emulator cannot start: %s\n", error.what());
    return 1;
}

} // namespace

int runEmulator(const EmulatorOptions& options) {
    ::umask(077);
    const EndSignals endSignals;
    std::unique_ptr<Emulator> emulator;
    try {
        emulator = std::make_unique<Emulator>(options);
    } catch (const Error& error) {
        return refuse(error);
    } catch (const std::exception& failure) {
        return refuse(Error(ErrorKind::EmulatorFailed, options.folder, QString::fromLocal8Bit(failure.what())));
    }
    print(infoLine(emulator->info()));
    QSocketNotifier ended(endSignals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &ended, [&endSignals] {
        endSignals.take();
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

} // namespace miaobu::emulator
