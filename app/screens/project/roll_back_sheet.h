#pragma once

#include "app/screens/project/project_state.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace miaobu::app {

class DeploymentChoice;
class ErrorCard;
class Label;
class ProjectIntents;

/// Going back to an earlier deployment: which one, what that changes for visitors, and how far each host is.
class RollBackSheet : public QWidget {
    Q_OBJECT

public:
    explicit RollBackSheet(ProjectIntents& intents, QWidget* parent = nullptr);

    void setState(const ProjectState& state);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildRows();
    void retranslate();
    void showError();
    void showHosts();
    [[nodiscard]] QString changeWords() const;

    ProjectIntents& m_intents;
    ProjectState m_state;
    Label* m_title;
    DeploymentChoice* m_choice;
    Label* m_changes;
    QPushButton* m_compare;
    QWidget* m_hosts;
    QVBoxLayout* m_hostColumn;
    QVBoxLayout* m_column;
    ErrorCard* m_error = nullptr; ///< Made when there is one
    QPushButton* m_confirm;
    QPushButton* m_leave;
};

} // namespace miaobu::app
