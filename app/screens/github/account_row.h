#pragma once

#include "core/model/github_account.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class Label;
class Pill;

/// One account: whose it is, how it signed in, and what can be done with it.
class AccountRow : public QWidget {
    Q_OBJECT

public:
    explicit AccountRow(const GitHubAccount& account, QWidget* parent = nullptr);

    void setEnabledActions(bool enabled);

signals:
    void currentRequested();
    void signInRequested();
    void signOutRequested();
    void revokeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void openMenu();

    GitHubAccount m_account;
    Label* m_name;
    Label* m_note;
    Pill* m_state;
    QPushButton* m_act;
    QPushButton* m_more;
};

} // namespace miaobu::app
