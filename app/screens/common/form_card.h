#pragma once

#include "app/widgets/card.h"

#include <QList>

class QVBoxLayout;

namespace miaobu::app {

class Label;

/// One value of a form: its name, its field, and a note that says where the value comes from or what is wrong with it.
class FormRow : public QWidget {
    Q_OBJECT

public:
    FormRow(QWidget* field, QWidget* parent);

    void setTitle(const QString& title);
    void setNote(const QString& note, bool isProblem = false);
    [[nodiscard]] QString note() const;
    [[nodiscard]] QWidget* field() const { return m_field; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitField();

    QWidget* m_field;
    Label* m_title;
    Label* m_note;
    bool m_isProblem = false;
};

/// Rows of a form in a card, a hair line between them.
class FormCard : public Card {
    Q_OBJECT

public:
    explicit FormCard(QWidget* parent = nullptr);

    FormRow* addRow(QWidget* field);
    /// Hides or shows a row with the line above it.
    void setRowVisible(FormRow* row, bool visible);

private:
    struct Entry {
        FormRow* row;
        Rule* rule;
    };
    void showRules();

    QVBoxLayout* m_column;
    QList<Entry> m_entries;
};

} // namespace miaobu::app
