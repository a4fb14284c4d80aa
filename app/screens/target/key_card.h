#pragma once

#include "app/screens/target/target_state.h"
#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class BusyRing;
class KeyForm;
class Label;
class TargetIntents;

/// The key of a target: which, where its secret is kept, and the form that takes another.
class KeyCard : public Card {
    Q_OBJECT

public:
    explicit KeyCard(TargetIntents& intents, QWidget* parent = nullptr);

    void setState(const TargetState& state);
    void forget();

protected:
    void changeEvent(QEvent* event) override;

private:
    void replace();
    void retranslate();
    [[nodiscard]] QString place() const;

    TargetIntents& m_intents;
    TargetState m_state;
    Label* m_title;
    Label* m_id;
    Label* m_text;
    BusyRing* m_ring;
    QPushButton* m_open;
    KeyForm* m_form;
    QWidget* m_formPart;
    QPushButton* m_cancel;
    QPushButton* m_replace;
};

} // namespace miaobu::app
