#pragma once

#include "app/models/log_search.h"
#include "app/screens/project/project_state.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;

namespace miaobu::app {

class EmptyState;
class LogBar;
class LogView;
class ProjectIntents;

/// The log of one deployment, with its stages above it.
class LogTab : public QWidget {
    Q_OBJECT

public:
    /// \a lines outlives this.
    LogTab(LogLines& lines, ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const LogState& state);
    void focusFind();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildHead();
    void connectAll();
    void retranslate();
    void fillChoices();
    void showCount();
    void showFound();
    void goTo(qint64 line);

    LogLines& m_lines;
    ProjectIntents& m_intents;
    LogSearch m_search;
    LogSearch m_errors;
    bool m_wantsError = false; ///< The next error is gone to as soon as it is found.
    LogState m_state;
    StageBar* m_bar;
    QComboBox* m_choice;
    LogBar* m_tools;
    LogView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
};

} // namespace miaobu::app
