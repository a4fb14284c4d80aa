#pragma once

#include "app/screens/github/github_state.h"
#include "app/text/error_words.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace miaobu::app {

class Card;
class DeviceCard;
class ErrorCard;
class Label;
class Notice;
class PageHeader;
class SignInForm;

/// The accounts at GitHub, and signing in.
class GitHubPage : public QWidget {
    Q_OBJECT

public:
    explicit GitHubPage(QWidget* parent = nullptr);

    void setState(const GitHubState& state);
    void forget();

signals:
    void codeRequested(const QString& host, miaobu::KeepSecret keep);
    void tokenEntered(const QString& host, const QByteArray& token, miaobu::KeepSecret keep);
    void ghRequested(const QString& host, miaobu::KeepSecret keep);
    void browserRequested(const QString& host, miaobu::KeepSecret keep);
    void hostChanged(const QString& host);
    void clientIdEntered(const QString& clientId);
    void sessionOnlyAccepted();
    void retryRequested();
    void cancelRequested();
    void pageRequested(const QUrl& page);
    void currentRequested(miaobu::GitHubAccountId account);
    void signInAgainRequested(miaobu::GitHubAccountId account);
    void signOutRequested(miaobu::GitHubAccountId account);
    void revokeRequested(miaobu::GitHubAccountId account);
    void backRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildBusy();
    void connectParts();
    void showAccounts();
    void act(ErrorAction action);
    void retranslate();
    [[nodiscard]] QUrl pageOfHost(const QString& path) const;

    GitHubState m_state;
    PageHeader* m_header;
    Label* m_subtitle;
    QPushButton* m_back;
    ErrorCard* m_error;
    Notice* m_revocation;
    Card* m_accounts;
    QVBoxLayout* m_rows;
    DeviceCard* m_device;
    QWidget* m_busy;
    Label* m_busyText;
    QPushButton* m_stop;
    SignInForm* m_form;
};

} // namespace miaobu::app
