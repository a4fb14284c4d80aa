#pragma once

#include "app/screens/connect/connect_state.h"
#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class Label;
class Notice;
class Pill;

/// Whose key it is; a root user's with a warning, and how to do better.
class AccountCard : public Card {
    Q_OBJECT

public:
    explicit AccountCard(QWidget* parent = nullptr);

    void setState(const ConnectState& state);

signals:
    void anotherKeyRequested();
    void consoleRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ConnectState m_state;
    Label* m_name;
    Pill* m_kind;
    Label* m_account;
    QPushButton* m_change;
    Notice* m_warning;
};

} // namespace miaobu::app
