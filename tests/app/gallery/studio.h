#pragma once

#include "app/models/deployment_list_model.h"
#include "app/models/log_lines.h"
#include "app/models/project_list_model.h"
#include "app/screens/project/project_page.h"
#include "app/shell/actions.h"
#include "app/shell/window_frame.h"
#include "core/compare/change_counter.h"

#include <QTemporaryDir>

#include <memory>

namespace miaobu::app::gallery {

/// The window with sample states and no services behind it. Every picture gets one of its own.
class Studio {
public:
    Studio();

    /// Lets everything that waits for the event loop happen.
    static void settle();

    /// Scrolls to what lies further down a page.
    static void reveal(QWidget& part);

    /// Shows \a state on one tab of the project's page.
    QWidget& showProject(const ProjectState& state, ProjectPage::Tab tab);
    /// The same for a page without a project; the sidebar selects nothing.
    QWidget& showPage(WindowFrame::Page page);
    /// Keeps and shows a window of its own.
    QWidget& showDialog(std::unique_ptr<QWidget> dialog);

    /// A part of the window by its object name.
    template <typename Widget> [[nodiscard]] Widget& part(const QString& name) {
        auto* const found = m_frame.findChild<Widget*>(name);
        if (!found) {
            qFatal("there is no %s", qPrintable(name));
        }
        return *found;
    }

    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] WindowFrame& frame() { return m_frame; }
    [[nodiscard]] LogLines& log() { return m_log; }
    [[nodiscard]] ProjectListModel& projects() { return m_projects; }
    /// Where a file of a sample is written; gone with the studio.
    [[nodiscard]] QString path(const QString& name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
    Actions m_actions;
    ProjectListModel m_projects;
    ChangeCounter m_counter;
    DeploymentListModel m_deployments;
    LogLines m_log;
    WindowFrame m_frame;
    std::unique_ptr<QWidget> m_dialog;
};

} // namespace miaobu::app::gallery
