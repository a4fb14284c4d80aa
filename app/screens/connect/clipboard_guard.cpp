#include "app/screens/connect/clipboard_guard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>

namespace miaobu::app {

namespace {

QByteArray hashOf(const QString& text) {
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ClipboardGuard::ClipboardGuard(std::chrono::milliseconds after, QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(after);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clear);
}

void ClipboardGuard::watch(const QString& secret) {
    const QString held = QGuiApplication::clipboard()->text();
    if (!secret.isEmpty() && held.contains(secret)) {
        m_hash = hashOf(held);
        m_timer.start();
    }
}

void ClipboardGuard::clear() {
    if (hashOf(QGuiApplication::clipboard()->text()) == m_hash) {
        QGuiApplication::clipboard()->clear();
    }
    m_hash.clear();
}

} // namespace miaobu::app
