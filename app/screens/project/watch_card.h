#pragma once

#include "app/screens/project/watch_view.h"
#include "app/widgets/card.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class Label;
class ProjectIntents;

/// Deploying on push: the switch, what it means for this project, when it was last looked, and what became of the last push.
class WatchCard : public Card {
    Q_OBJECT

public:
    /// With Extent::Full other paths that count can be named too.
    enum class Extent { Brief, Full };

    WatchCard(ProjectIntents& intents, Extent extent, QWidget* parent = nullptr);

    void setView(const WatchView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showPaths();

    Extent m_extent;
    WatchView m_view;
    QCheckBox* m_switch;
    Label* m_text;
    Label* m_line;
    Label* m_outcome;
    Label* m_problem;
    QPushButton* m_signIn;
    QCheckBox* m_branches;
    QPushButton* m_look;
    Label* m_pathsTitle;
    QLineEdit* m_paths;
};

} // namespace miaobu::app
