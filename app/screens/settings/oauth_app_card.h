#pragma once

#include "app/screens/common/form_card.h"
#include "app/screens/connect/clipboard_guard.h"
#include "app/screens/settings/oauth_app_view.h"

class QLineEdit;
class QPushButton;

namespace miaobu::app {

class SecretField;

/// The OAuth app by which GitHub knows this program: its client id, and the secret that a sign-in through the browser needs.
class OAuthAppCard : public FormCard {
    Q_OBJECT

public:
    explicit OAuthAppCard(QWidget* parent = nullptr);

    void setView(const OAuthAppView& view);
    /// What is left in the field of the secret.
    void forget();

signals:
    void hostChosen(const QString& host);
    /// Empty: there is to be none.
    void clientIdEntered(const QString& clientId);
    /// The field of the secret is empty already.
    void secretEntered(const QByteArray& secret);
    void secretDropped();
    /// Where GitHub registers apps.
    void pageRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void takeSecret();
    void showNotes();
    void retranslate();

    OAuthAppView m_view;
    ClipboardGuard m_clipboard;
    Label* m_title;
    Label* m_text;
    QLineEdit* m_host;
    QLineEdit* m_clientId;
    SecretField* m_secret;
    FormRow* m_hostRow = nullptr;
    FormRow* m_clientIdRow = nullptr;
    FormRow* m_secretRow = nullptr;
    QPushButton* m_register;
    QPushButton* m_drop;
};

} // namespace miaobu::app
