#pragma once

#include "app/screens/target/target_state.h"
#include "core/model/project.h"

#include <QHash>
#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace miaobu::app {

class Label;
class ProjectDelegate;
class ProjectListModel;
class TargetRow;

/// The left pane: New, the projects with their states, and the targets.
class Sidebar : public QWidget {
    Q_OBJECT

public:
    /// \a projects outlives this.
    explicit Sidebar(ProjectListModel& projects, QWidget* parent = nullptr);

    void setTargets(const QStringList& targets);
    /// Selects \a project without telling of it; 0 selects none.
    void select(ProjectId project);
    /// Marks \a target, and no project; empty: none.
    void selectTarget(const QString& target);
    void setProduction(const QStringList& targets);
    /// Also of one that is not there yet.
    void setTargetHealth(const QString& target, TargetState::Health health);
    /// Puts the keyboard to the projects.
    void takeFocus();
    void focusFilter();

signals:
    void newRequested();
    void projectChosen(miaobu::ProjectId project);
    void targetChosen(const QString& target);
    void connectRequested();
    void projectMenuRequested(miaobu::ProjectId project, QPoint global);
    void targetMenuRequested(const QString& target, QPoint global);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildList(ProjectListModel& projects);
    void openProjectMenu(QPoint at);
    void showHealth(const QString& target);
    TargetRow* addTarget(const QString& target);
    [[nodiscard]] int listHeight() const;
    void retranslate();
    void followRows();
    void markTarget();

    ProjectListModel& m_model;
    QSortFilterProxyModel m_filtered;
    ProjectId m_selected = 0;
    QStringList m_targets;
    QStringList m_production;
    QPushButton* m_new;
    QLineEdit* m_filter;
    Label* m_projectsHead;
    QListView* m_view;
    ProjectDelegate* m_delegate;
    Label* m_nothing;
    Label* m_targetsHead;
    QVBoxLayout* m_targetRows;
    QHash<QString, TargetRow*> m_rowOf;
    QHash<QString, TargetState::Health> m_healthOf;
    QString m_selectedTarget;
    TargetRow* m_connect;
};

} // namespace miaobu::app
