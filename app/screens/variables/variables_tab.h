#pragma once

#include "app/screens/variables/variables_intents.h"
#include "app/screens/variables/variables_state.h"
#include "app/text/error_words.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace miaobu::app {

class ComparisonCard;
class EmptyState;
class ErrorCard;
class Label;
class Notice;
class PasteCard;
class VariableEditor;
class VariableList;

/// The variables of a project: what is stored, what is changed and not applied, what is not live yet.
class VariablesTab : public QWidget {
    Q_OBJECT

public:
    explicit VariablesTab(QWidget* parent = nullptr);

    void setState(const VariablesState& state);
    void setVerdict(const DraftVerdict& verdict);
    [[nodiscard]] VariablesIntents& intents() { return m_intents; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildTop();
    QWidget* buildBottom();
    void connectParts();
    void retranslate();
    void showNotices();
    void openMenu(qsizetype index, QPoint global);
    void activate(qsizetype index);
    void act(ErrorAction action);

    VariablesIntents m_intents;
    VariablesState m_state;
    Label* m_intro;
    QPushButton* m_paste;
    QPushButton* m_more;
    QMenu* m_moreMenu;
    QPushButton* m_add;
    ErrorCard* m_error;
    Notice* m_pending;
    Notice* m_tooMuch;
    VariableEditor* m_editor;
    PasteCard* m_pasteCard;
    ComparisonCard* m_comparison;
    VariableList* m_list;
    EmptyState* m_empty;
    QWidget* m_bottom;
    Label* m_count;
    QPushButton* m_discard;
    QPushButton* m_apply;
};

} // namespace miaobu::app
