#pragma once

#include "app/models/file_change_model.h"
#include "app/screens/compare/compare_state.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace miaobu::app {

class BusyRing;
class ChangeList;
class DeploymentChoice;
class EmptyState;
class ErrorCard;
class FilePane;
class Label;
class PageHeader;

/// What publishing one deployment after another changes: which files, and what in them.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    explicit ComparePage(QWidget* parent = nullptr);

    void setState(const CompareState& state);
    void setFile(const FileState& file);
    /// Goes to the first file that differs, with the keyboard.
    void showFirst();
    /// Makes the file at \a path the chosen one.
    void showFile(const QString& path);
    void focusFilter();
    /// The choice of the deployment before, for the keyboard.
    void focusChoice();

signals:
    void twoChosen(miaobu::DeploymentId before, miaobu::DeploymentId after);
    void fileChosen(const miaobu::FileChange& change);
    void noFileChosen();
    void left();
    void deployCommitRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildChoices();
    QWidget* buildBody();
    QWidget* buildBusy();
    void addKeys();
    void retranslate();
    void showSummary();

    CompareState m_state;
    FileChangeModel m_changes;
    PageHeader* m_header;
    Label* m_project;
    QPushButton* m_back;
    DeploymentChoice* m_before;
    QToolButton* m_swap;
    DeploymentChoice* m_after;
    Label* m_counts;
    Label* m_bytes;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Label* m_reading;
    ErrorCard* m_error;
    QWidget* m_body;
    QWidget* m_busy;
    QWidget* m_failed;
    ChangeList* m_list;
    FilePane* m_file;
};

} // namespace miaobu::app
