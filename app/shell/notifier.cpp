#include "app/shell/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int serviceDecides = -1;
constexpr int stays = 0;

QStringList flattened(const DesktopNotice& notice) {
    QStringList list;
    for (const auto& [id, label] : notice.actions) {
        list << id << label;
    }
    return list;
}

QDBusMessage messageOf(const DesktopNotice& notice, uint replaced) {
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const uchar urgency = notice.isFailure ? 2 : 1;
    const QVariantMap hints{
        {u"urgency"_s, QVariant::fromValue(urgency)}, {u"desktop-entry"_s, u"com.miaobu.Desktop"_s}};
    // The text is read as markup.
    message.setArguments({u"Miaobu"_s, replaced, u"com.miaobu.Desktop"_s, notice.title, notice.text.toHtmlEscaped(),
        flattened(notice), hints, notice.isFailure ? stays : serviceDecides});
    return message;
}

} // namespace

void Notifier::listen() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onAction(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
    m_isListening = true;
}

void Notifier::show(const DesktopNotice& notice) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        emit unavailable(notice);
        return;
    }
    if (!m_isListening) {
        listen();
    }
    auto* const watcher
        = new QDBusPendingCallWatcher(bus.asyncCall(messageOf(notice, m_keys.key(notice.key, 0))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notice, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            emit unavailable(notice);
        } else {
            m_keys.insert(reply.value(), notice.key);
        }
    });
}

void Notifier::onAction(uint id, const QString& action) {
    // The signal goes to every program on the bus.
    if (const auto found = m_keys.constFind(id); found != m_keys.constEnd()) {
        emit actionChosen(*found, action);
    }
}

void Notifier::onClosed(uint id, uint) {
    m_keys.remove(id);
}

} // namespace miaobu::app
