#pragma once

#include <QHash>
#include <QObject>

#include <utility>

namespace miaobu::app {

/// Something to tell a person who looks elsewhere.
struct DesktopNotice {
    QString key; ///< A later notice of the same key takes the place of the earlier one.
    QString title;
    QString text;
    QList<std::pair<QString, QString>> actions; ///< What the person can do: id and label
    bool isFailure = false; ///< Stays until it was read

    bool operator==(const DesktopNotice&) const = default;
};

/// Tells the desktop by org.freedesktop.Notifications (Desktop Notifications Specification 1.2). Where there is none, it says so.
class Notifier final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void show(const DesktopNotice& notice);

signals:
    /// \a action: the id of one of the notice's actions, or "default" when the notice itself was pressed.
    void actionChosen(const QString& key, const QString& action);
    /// No service shows notices.
    void unavailable(const miaobu::app::DesktopNotice& notice);

private slots:
    void onAction(uint id, const QString& action);
    void onClosed(uint id, uint reason);

private:
    void listen();

    QHash<uint, QString> m_keys; ///< By the service's id
    bool m_isListening = false;
};

} // namespace miaobu::app
