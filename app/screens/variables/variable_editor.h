#pragma once

#include "app/screens/variables/variables_state.h"
#include "app/widgets/card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class Label;
class TextArea;
class VariablesIntents;

/// One variable, added or changed. The value of a secret is not in it: what is typed takes its place.
class VariableEditor : public Card {
    Q_OBJECT

public:
    explicit VariableEditor(VariablesIntents& intents, QWidget* parent = nullptr);

    /// Fills the form, unless it has just this one open.
    void setEdited(const EditedVariable& edited);
    void setVerdict(const DraftVerdict& verdict);
    [[nodiscard]] VariableDraft draft() const;
    /// Empties the fields.
    void forget();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildFields();
    QWidget* buildButtons();
    void retranslate();
    void onNameTyped(const QString& text);
    void tell();

    VariablesIntents& m_intents;
    EditedVariable m_edited;
    bool m_isOpen = false;
    bool m_isFilling = false;
    bool m_choseSecret = false; ///< The person decided; a name changes it no more.
    QLineEdit* m_name;
    TextArea* m_value;
    QComboBox* m_scope;
    QComboBox* m_usage;
    QCheckBox* m_secret;
    Label* m_title;
    Label* m_nameLabel;
    Label* m_valueLabel;
    Label* m_verdict;
    QPushButton* m_cancel;
    QPushButton* m_done;
};

} // namespace miaobu::app
