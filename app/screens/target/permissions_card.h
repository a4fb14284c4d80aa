#pragma once

#include "app/screens/target/target_state.h"
#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class CheckList;
class Label;
class MonoBlock;
class TargetIntents;

/// What the key of a target may do, ticked one by one; what is missing, and the policy that adds it.
class PermissionsCard : public Card {
    Q_OBJECT

public:
    explicit PermissionsCard(TargetIntents& intents, QWidget* parent = nullptr);

    void setState(const TargetState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildPolicy(TargetIntents& intents);
    void retranslate();
    [[nodiscard]] QString summary() const;

    PermissionView m_view;
    QDateTime m_now;
    bool m_isAnyBusy = false;
    Label* m_title;
    Label* m_text;
    QPushButton* m_check;
    CheckList* m_troubles;
    CheckList* m_others;
    QWidget* m_policyPart = nullptr;
    Label* m_policyText;
    MonoBlock* m_policy;
    QPushButton* m_console;
};

} // namespace miaobu::app
