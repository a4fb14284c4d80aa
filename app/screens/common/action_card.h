#pragma once

#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class Label;

/// What can be done with something, in two lines, and the button that does it.
class ActionCard : public Card {
    Q_OBJECT

public:
    explicit ActionCard(QWidget* parent = nullptr);

    /// An empty \a action shows no button.
    void setWords(const QString& title, const QString& text, const QString& action);
    [[nodiscard]] QPushButton& button() { return *m_button; }

signals:
    void actionRequested();

private:
    Label* m_title;
    Label* m_text;
    QPushButton* m_button;
};

} // namespace miaobu::app
