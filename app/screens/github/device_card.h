#pragma once

#include "app/widgets/card.h"

#include <QDateTime>
#include <QTimer>
#include <QUrl>

class QPushButton;

namespace miaobu::app {

class Label;

/// The code of a sign-in, large enough to be read across a desk, with the way to the page where it is entered and the time that is left for it.
class DeviceCard : public Card {
    Q_OBJECT

public:
    explicit DeviceCard(QWidget* parent = nullptr);

    /// \a expiresAt is UTC.
    void setCode(const QString& code, const QUrl& page, const QDateTime& expiresAt);

signals:
    /// The code is in the clipboard already.
    void openRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void copyAndOpen();
    void showTime();
    void retranslate();

    QString m_userCode;
    QUrl m_page;
    QDateTime m_expiresAt;
    QTimer m_tick;
    Label* m_title;
    Label* m_code;
    Label* m_where;
    Label* m_time;
    Label* m_warning;
    QPushButton* m_open;
    QPushButton* m_cancel;
};

} // namespace miaobu::app
