#pragma once

#include "app/screens/target/target_state.h"
#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class Label;
class PermissionGroup;
class TargetIntents;

/// What the key of a target may do, ticked one by one; what is missing, and the policy that adds it. What only web apps need stands apart.
class PermissionsCard : public Card {
    Q_OBJECT

public:
    explicit PermissionsCard(TargetIntents& intents, QWidget* parent = nullptr);

    void setState(const TargetState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString summary() const;

    PermissionView m_view;
    QDateTime m_now;
    bool m_isAnyBusy = false;
    Label* m_title;
    Label* m_text;
    QPushButton* m_check;
    PermissionGroup* m_needed;
    PermissionGroup* m_forWebApps;
};

} // namespace miaobu::app
