#pragma once

#include "app/screens/connect/clipboard_guard.h"
#include "app/screens/github/github_state.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class ActionCard;
class FormCard;
class FormRow;
class Notice;
class SecretField;

/// The ways to sign in, and what they need to know.
class SignInForm : public QWidget {
    Q_OBJECT

public:
    explicit SignInForm(QWidget* parent = nullptr);

    void setState(const GitHubState& state);
    [[nodiscard]] QString host() const;
    [[nodiscard]] KeepSecret keep() const;
    void forget();
    void focusFirst();

signals:
    void codeRequested();
    /// The field of the token is empty already.
    void tokenEntered(const QByteArray& token);
    void ghRequested();
    void browserRequested();
    void hostChanged(const QString& host);
    void clientIdEntered(const QString& clientId);
    /// Where GitHub makes tokens and registers apps.
    void tokenPageRequested();
    void appPageRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void enterToken();
    void enterClientId();

    GitHubState m_state;
    ClipboardGuard m_clipboard;
    ActionCard* m_code;
    Notice* m_missing;
    FormCard* m_appCard;
    FormCard* m_tokenCard;
    QLineEdit* m_clientId;
    SecretField* m_token;
    QLineEdit* m_host;
    QComboBox* m_keep;
    FormRow* m_clientIdRow;
    FormRow* m_tokenRow;
    FormRow* m_hostRow;
    FormRow* m_keepRow;
    QPushButton* m_useToken;
    QPushButton* m_makeToken;
    ActionCard* m_gh;
    ActionCard* m_browser;
};

} // namespace miaobu::app
