#pragma once

#include "core/model/source.h"

#include <QWidget>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace miaobu::app {

class Actions;
class ActivityDock;
class AppSettingsPage;
class ComparePage;
class ConnectPage;
class DropOverlay;
class GitHubPage;
class NewProjectPage;
class Notice;
class ProjectListModel;
class ProjectPage;
class RealityPage;
class Sidebar;
class StatusStrip;
class TargetPage;
class TopBar;
class WelcomePage;

/// The window's parts put together: bar, sidebar, pages, strip. Knows no service.
class WindowFrame : public QWidget {
    Q_OBJECT

public:
    enum class Page { Welcome, NewProject, Project, Connect, Target, Reality, Compare, AppSettings, GitHub };

    /// Everything given outlives this; the page is taken over.
    WindowFrame(Actions& actions, ProjectListModel& projects, ProjectPage* project);

    void show(Page page);
    using QWidget::show;
    [[nodiscard]] Page page() const;
    /// Before there is a project, the sidebar has nothing to say.
    void setSidebarVisible(bool visible);

    [[nodiscard]] QWidget& pages();
    [[nodiscard]] WelcomePage& welcome() { return *m_welcome; }
    [[nodiscard]] NewProjectPage& newProject() { return *m_newProject; }
    [[nodiscard]] ProjectPage& project() { return *m_project; }
    [[nodiscard]] ConnectPage& connecting() { return *m_connecting; }
    [[nodiscard]] TargetPage& target() { return *m_target; }
    [[nodiscard]] RealityPage& reality() { return *m_reality; }
    [[nodiscard]] ComparePage& compare() { return *m_compare; }
    [[nodiscard]] AppSettingsPage& settings() { return *m_settings; }
    [[nodiscard]] GitHubPage& gitHub() { return *m_gitHub; }
    /// Says that \a account has to sign in again; empty: none has.
    void setSignInNotice(const QString& account);
    [[nodiscard]] Sidebar& sidebar() { return *m_sidebar; }
    [[nodiscard]] ActivityDock& activity() { return *m_activity; }
    [[nodiscard]] TopBar& top() { return *m_top; }
    [[nodiscard]] StatusStrip& status() { return *m_status; }
    /// Asked before the window closes; false keeps it, and may hide it.
    void setMayClose(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }
    /// How wide the panes are.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

signals:
    void sourceDropped(const miaobu::Source& source);
    void closing();
    /// The notice was followed.
    void signInRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TopBar* m_top;
    QSplitter* m_splitter;
    Sidebar* m_sidebar;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome;
    NewProjectPage* m_newProject;
    ProjectPage* m_project;
    ConnectPage* m_connecting;
    TargetPage* m_target;
    RealityPage* m_reality;
    ComparePage* m_compare;
    AppSettingsPage* m_settings;
    GitHubPage* m_gitHub;
    Notice* m_signIn;
    QString m_signInAccount;
    StatusStrip* m_status;
    ActivityDock* m_activity;
    DropOverlay* m_drop = nullptr; ///< Made when something is dragged here
    void showSignInNotice();

    std::function<bool()> m_mayClose;
    Actions& m_actions;
};

} // namespace miaobu::app
