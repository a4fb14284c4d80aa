#pragma once

#include "app/screens/variables/pasted_variables.h"
#include "app/widgets/card.h"

class QComboBox;
class QPushButton;

namespace miaobu::app {

class Label;
class Notice;
class VariableList;
class VariablesIntents;

/// What a pasted .env would add and change, before anything is taken over.
class PasteCard : public Card {
    Q_OBJECT

public:
    explicit PasteCard(VariablesIntents& intents, QWidget* parent = nullptr);

    void setPasted(const PastedVariables& pasted);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    PastedVariables m_pasted;
    Label* m_title;
    Label* m_counts;
    QComboBox* m_scope;
    Notice* m_wrong;
    VariableList* m_list;
    Label* m_hint;
    QPushButton* m_cancel;
    QPushButton* m_take;
};

} // namespace miaobu::app
