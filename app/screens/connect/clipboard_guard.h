#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace miaobu::app {

/// Empties the clipboard some time after a secret was pasted from it, unless something else is there by then. Keeps the hash alone.
class ClipboardGuard final : public QObject {
    Q_OBJECT

public:
    explicit ClipboardGuard(std::chrono::milliseconds after = std::chrono::seconds(60), QObject* parent = nullptr);

    /// Does nothing when \a secret is not what the clipboard holds.
    void watch(const QString& secret);

private:
    void clear();

    QTimer m_timer;
    QByteArray m_hash;
};

} // namespace miaobu::app
