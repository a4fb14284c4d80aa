#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace miaobu::test {

using namespace Qt::StringLiterals;

/// The desktop's side of the specification: keeps what it was asked to show.
class Desktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaced = 0;
        QString title;
        QString text;
        QStringList actions;
        int timeout = 0;
    };
    QList<Shown> shown;

    Desktop() {
        bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        isThere = bus.registerService(u"org.freedesktop.Notifications"_s);
    }
    ~Desktop() override {
        bus.unregisterService(u"org.freedesktop.Notifications"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }

    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
    bool isThere = false;

public slots:
    uint Notify(const QString&, uint replaced, const QString&, const QString& title, const QString& text,
        const QStringList& actions, const QVariantMap&, int timeout) {
        shown.append({replaced, title, text, actions, timeout});
        return replaced != 0 ? replaced : static_cast<uint>(shown.size());
    }

signals:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

} // namespace miaobu::test
