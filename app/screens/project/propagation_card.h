#pragma once

#include "app/screens/project/propagation_view.h"
#include "app/widgets/card.h"

namespace miaobu::app {

class CheckList;
class Label;

/// The hosts that are being led to another deployment, one by one, and what visitors may still see meanwhile.
class PropagationCard : public Card {
    Q_OBJECT

public:
    explicit PropagationCard(QWidget* parent = nullptr);

    void setView(const PropagationView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QString text() const;

    PropagationView m_view;
    Label* m_title;
    Label* m_text;
    CheckList* m_list;
};

} // namespace miaobu::app
