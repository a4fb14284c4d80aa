#pragma once

#include "app/screens/project/project_state.h"
#include "app/widgets/card.h"

#include <array>

namespace miaobu::app {

class Label;

/// What a project is, in six facts: what is live, where, from what, and how it is built.
class FactsCard : public Card {
    Q_OBJECT

public:
    explicit FactsCard(QWidget* parent = nullptr);

    void setState(const ProjectState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Fact {
        Label* title = nullptr;
        Label* value = nullptr;
    };
    void retranslate();

    ProjectState m_state;
    std::array<Fact, 6> m_facts;
};

} // namespace miaobu::app
