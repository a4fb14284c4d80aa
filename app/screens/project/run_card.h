#pragma once

#include "app/screens/project/project_state.h"
#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class Label;
class Pill;
class ProjectIntents;

/// The deployment under way: which one, how far, its stages, and the way to stop it.
class RunCard : public Card {
    Q_OBJECT

public:
    explicit RunCard(ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const ProjectState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] static QString leftText(qint64 milliseconds);
    void retranslate();

    ProjectState m_state;
    Label* m_title;
    Pill* m_pill;
    Label* m_note;
    Label* m_left;
    QPushButton* m_log;
    QPushButton* m_cancel;
    StageBar* m_bar;
};

} // namespace miaobu::app
