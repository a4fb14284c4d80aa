#pragma once

#include "app/screens/previews/previews_state.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class FormCard;
class FormRow;
class Label;
class PreviewsIntents;
class SecretField;

/// What a new preview shows, at which address, and whether it asks for a password.
class PreviewForm : public QWidget {
    Q_OBJECT

public:
    explicit PreviewForm(PreviewsIntents& intents, QWidget* parent = nullptr);

    void setState(const PreviewsState& state);
    /// Empties the fields and takes the focus.
    void begin();
    /// What can have the focus, in reading order.
    [[nodiscard]] QList<QWidget*> focusOrder() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void suggestName();
    void fillBranches();
    void showNotes();
    void make();
    [[nodiscard]] QString reference() const;
    /// What is wrong with the name; empty: nothing.
    [[nodiscard]] QString problemOfName() const;

    PreviewsIntents& m_intents;
    PreviewsState m_state;
    FormCard* m_card;
    QComboBox* m_reference;
    QLineEdit* m_name;
    SecretField* m_password;
    FormRow* m_referenceRow;
    FormRow* m_nameRow;
    FormRow* m_passwordRow;
    Label* m_text;
    QPushButton* m_make;
    QPushButton* m_cancel;
    bool m_isNameTyped = false;
};

} // namespace miaobu::app
