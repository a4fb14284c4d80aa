#pragma once

#include "app/screens/project/project_state.h"
#include "app/widgets/card.h"

#include <array>

class QPushButton;

namespace miaobu::app {

class Label;
class ProjectIntents;

/// What a project is, in a few facts: where it answers, how it is built, what changed last, what could be gone back to.
class FactsCard : public Card {
    Q_OBJECT

public:
    explicit FactsCard(ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const ProjectState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Fact {
        Label* title = nullptr;
        Label* value = nullptr;
        Label* aside = nullptr; ///< At the right edge
    };
    struct Words {
        QString title;
        QString value;
        QString aside;
    };
    static constexpr std::size_t count = 6;
    [[nodiscard]] std::array<Words, count> words() const;
    /// Of the files; of a web app's function.
    [[nodiscard]] Words sizeWords() const;
    [[nodiscard]] Words changeWords() const;
    [[nodiscard]] Words rollBackWords() const;
    void retranslate();

    ProjectState m_state;
    std::array<Fact, count> m_facts;
    QPushButton* m_rollBack;
};

} // namespace miaobu::app
