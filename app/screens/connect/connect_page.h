#pragma once

#include "app/screens/connect/connect_state.h"
#include "app/text/error_words.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class AccountCard;
class BusyRing;
class ChoiceForm;
class ErrorCard;
class KeyForm;
class Label;
class Notice;
class PageHeader;
class SetupCard;
class StageBar;

/// From an access key to a target that is set up, in four steps on one page.
class ConnectPage : public QWidget {
    Q_OBJECT

public:
    explicit ConnectPage(QWidget* parent = nullptr);

    void setState(const ConnectState& state);
    /// Empties every field.
    void forget();

signals:
    /// The fields of the secret are empty already. \a endpoints holds those that were entered.
    void keyEntered(const miaobu::AccessKey& key, miaobu::KeepSecret keep, const miaobu::TargetConfig& endpoints);
    void anotherKeyRequested();
    void accountAccepted(); ///< Of a root user's key
    void lookAgainRequested();
    void chosen(const miaobu::TargetConfig& config);
    void siteEntered(const miaobu::SiteDraft& site);
    void siteLookRequested(qint64 siteId);
    void copyRequested(const QString& text);
    void sessionOnlyAccepted();
    void setUpRequested();
    void stopRequested();
    void leaveRequested();
    void doneRequested();
    void pageRequested(const QUrl& page);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildBody();
    QWidget* buildBusy();
    void connectParts();
    void goOn();
    void goBack();
    void act(ErrorAction action);
    void showButtons();
    void retranslate();
    [[nodiscard]] QString primaryText() const;
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] bool isDone() const;

    ConnectState m_state;
    PageHeader* m_header;
    Label* m_subtitle;
    QPushButton* m_back;
    QPushButton* m_next;
    StageBar* m_steps;
    ErrorCard* m_error;
    Notice* m_done;
    AccountCard* m_account;
    QWidget* m_busy;
    Label* m_busyText;
    KeyForm* m_key;
    ChoiceForm* m_choices;
    SetupCard* m_setup;
};

} // namespace miaobu::app
