#pragma once

#include "app/screens/common/setup_view.h"
#include "app/widgets/card.h"

class QHBoxLayout;

namespace miaobu::app {

class BusyRing;
class CheckList;
class Label;

/// The parts of a target in a list: what each is, whether it is there, how to undo its making; ticked off while they are made.
class SetupCard : public Card {
    Q_OBJECT

public:
    explicit SetupCard(QWidget* parent = nullptr);

    void setView(const SetupView& view);
    /// At the right of the title, for the page's buttons.
    [[nodiscard]] QHBoxLayout& buttons() { return *m_buttons; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    SetupView m_view;
    Label* m_title;
    Label* m_text;
    BusyRing* m_ring;
    QHBoxLayout* m_buttons;
    CheckList* m_list;
};

} // namespace miaobu::app
