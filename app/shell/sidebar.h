#pragma once

#include "core/model/project.h"

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

/// The left pane: New, the projects with their states, and the targets.
class Sidebar : public QWidget {
    Q_OBJECT

public:
    /// \a projects outlives this.
    explicit Sidebar(ProjectListModel& projects, QWidget* parent = nullptr);

    void setTargets(const QStringList& targets);
    /// Selects \a project without telling of it; 0 selects none.
    void select(ProjectId project);
    void focusFilter();

signals:
    void newRequested();
    void projectChosen(miaobu::ProjectId project);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildList(ProjectListModel& projects);
    void retranslate();
    void followRows();

    ProjectListModel& m_model;
    QSortFilterProxyModel m_filtered;
    ProjectId m_selected = 0;
    QStringList m_targets;
    QPushButton* m_new;
    QLineEdit* m_filter;
    Label* m_projectsHead;
    QListView* m_view;
    ProjectDelegate* m_delegate;
    Label* m_nothing;
    Label* m_targetsHead;
    QVBoxLayout* m_targetRows;
};

} // namespace miaobu::app
