#pragma once

#include "app/models/log_lines.h"
#include "app/screens/project/project_state.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace miaobu::app {

class CauseBar;
class EmptyState;
class LogBar;
class LogFinder;
class LogView;
class ProjectIntents;

/// The log of one deployment, with its stages above it and, where the build failed, the likely cause below.
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
    void showKind();
    void showCount();
    void copyHelp();

    LogLines& m_lines;
    ProjectIntents& m_intents;
    LogState m_state;
    StageBar* m_bar;
    QTabBar* m_kind; ///< What a build said, or what the web app says
    QComboBox* m_choice;
    QPushButton* m_cancel;
    LogBar* m_tools;
    LogView* m_view;
    LogFinder* m_finder;
    CauseBar* m_cause;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
};

} // namespace miaobu::app
