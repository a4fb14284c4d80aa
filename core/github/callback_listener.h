#pragma once

#include "core/async/completion.h"

#include <QByteArray>
#include <QString>
#include <QTcpServer>

#include <optional>

class QTcpSocket;

namespace miaobu {

/// What the browser brought back.
struct Callback {
    QString code; ///< Empty where the person refused, or GitHub did.
    QString error;
};

/// Waits on a port of this computer for the browser that a sign-in sent away. Answers GET /callback with the right state, once; everything else
/// is told that there is nothing here.
class CallbackListener {
public:
    /// \throws Error(PortTaken)
    CallbackListener(QByteArray state, QByteArray page);
    CallbackListener(const CallbackListener&) = delete;
    CallbackListener& operator=(const CallbackListener&) = delete;

    /// "http://127.0.0.1:40123/callback"
    [[nodiscard]] QByteArray address() const;
    [[nodiscard]] Completion called() const { return m_called; }
    [[nodiscard]] const std::optional<Callback>& callback() const { return m_callback; }

private:
    void accept();
    void read(QTcpSocket& socket);
    [[nodiscard]] bool take(const QByteArray& requestLine);

    QByteArray m_state;
    QByteArray m_page;
    std::optional<Callback> m_callback;
    Completion m_called;
    QTcpServer m_server;
};

/// Whether \a left and \a right are the same, in a time that says nothing of where they differ.
[[nodiscard]] bool equalInConstantTime(const QByteArray& left, const QByteArray& right);

} // namespace miaobu
