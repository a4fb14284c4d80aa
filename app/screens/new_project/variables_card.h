#pragma once

#include "app/widgets/card.h"
#include "core/model/project_variable.h"

namespace miaobu::app {

class Label;
class TextArea;

/// A place for the text of a .env file that a first build needs.
class VariablesCard : public Card {
    Q_OBJECT

public:
    explicit VariablesCard(QWidget* parent = nullptr);

    /// What can be stored of the text.
    [[nodiscard]] QList<VariableDraft> drafts() const;
    void clear();
    void retranslate();

private:
    void showNote();

    Label* m_title;
    Label* m_note;
    TextArea* m_text;
};

} // namespace miaobu::app
