#include "app/cli/terminal_secret.h"

#include "core/async/error.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace miaobu::app {

namespace {

/// Byte by byte and without echo. Signals are off, too: one that ends the program would leave the terminal like this.
class SilentTerminal {
public:
    SilentTerminal() {
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0) {
            throw Error(ErrorKind::FileSystem, QStringLiteral("terminal"), qt_error_string());
        }
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    termios m_before{};
};

constexpr char interruptKey = '\x03';
constexpr char endKey = '\x04';
constexpr char eraseLineKey = '\x15';

} // namespace

bool canAsk() {
    return ::isatty(STDIN_FILENO) == 1;
}

QByteArray askForSecret(const QString& question) {
    QByteArray line;
    {
        // Silent before the question: what is typed as an answer is neither shown nor dropped.
        const SilentTerminal silent;
        std::fputs(question.toUtf8().constData(), stderr);
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n' && byte != '\r') {
            if (byte == interruptKey || byte == endKey) {
                std::fputs("\n", stderr);
                throw Error(ErrorKind::Cancelled);
            }
            if (byte == '\x7f' || byte == '\b') {
                line.chop(1);
            } else if (byte == eraseLineKey) {
                line.clear();
            } else {
                line.append(byte);
            }
        }
    }
    std::fputs("\n", stderr);
    return line.trimmed();
}

} // namespace miaobu::app
