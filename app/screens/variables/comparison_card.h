#pragma once

#include "app/screens/variables/variables_state.h"
#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class Label;
class VariableList;
class VariablesIntents;

/// A .env file beside what is stored here and what was deployed last.
class ComparisonCard : public Card {
    Q_OBJECT

public:
    explicit ComparisonCard(VariablesIntents& intents, QWidget* parent = nullptr);

    void setComparison(const FileComparison& comparison);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    FileComparison m_comparison;
    Label* m_title;
    Label* m_file;
    Label* m_hint;
    VariableList* m_list;
    QPushButton* m_close;
};

} // namespace miaobu::app
