#pragma once

#include "app/screens/target/target_state.h"
#include "app/widgets/card.h"

class QPushButton;
class QVBoxLayout;

namespace miaobu::app {

class CheckMark;
class Label;
class TargetIntents;

/// The program at the edge: whether it is ours, the versions that are kept, and the ways to install and to go back.
class RoutineCard : public Card {
    Q_OBJECT

public:
    explicit RoutineCard(TargetIntents& intents, QWidget* parent = nullptr);

    void setState(const TargetState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showVersions();
    QWidget* buildVersion(const RoutineVersion& version);
    [[nodiscard]] QString summary() const;

    TargetIntents& m_intents;
    RoutineView m_view;
    QDateTime m_now;
    bool m_isAnyBusy = false;
    Label* m_title;
    CheckMark* m_mark;
    Label* m_text;
    QPushButton* m_install;
    QVBoxLayout* m_rows;
};

} // namespace miaobu::app
