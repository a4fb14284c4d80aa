#pragma once

#include "app/screens/previews/previews_state.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class Label;
class Pill;
class PreviewsIntents;
class SecretField;

/// One preview: its address, how it is, what it shows and since when, and what can be done with it; below it, when asked for, its password.
class PreviewRow : public QWidget {
    Q_OBJECT

public:
    explicit PreviewRow(PreviewsIntents& intents, QWidget* parent = nullptr);

    void setLine(const PreviewLine& line, const PreviewsState& state);
    [[nodiscard]] const PreviewLine& line() const { return m_line; }
    /// What can have the focus, in reading order.
    [[nodiscard]] QList<QWidget*> focusOrder() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildPassword();
    void retranslate();
    void showPill();
    void openMenu();
    void askPassword(bool asked);
    void setPassword();
    [[nodiscard]] QString factsText() const;

    PreviewsIntents& m_intents;
    PreviewLine m_line;
    bool m_isChanging = false;
    QDateTime m_now;
    Label* m_name;
    Pill* m_pill;
    Label* m_facts;
    QPushButton* m_open;
    QPushButton* m_more;
    QWidget* m_passwordLine;
    Label* m_passwordText;
    SecretField* m_password;
    QPushButton* m_set;
    QPushButton* m_leave;
};

} // namespace miaobu::app
