// What comes from outside: another start of the program, a link, a folder.
#include "app/screens/project/project_page.h"
#include "app/shell/status_strip.h"
#include "app/shell/window_controller.h"
#include "app/shell/window_link.h"
#include "app/text/error_text.h"
#include "core/async/error.h"
#include "core/sample/sample_site.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"

#include <QFileInfo>

namespace miaobu::app {

void WindowController::comeToFront() {
    m_frame.setWindowState((m_frame.windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    m_frame.QWidget::show();
    m_frame.raise();
    m_frame.activateWindow();
}

void WindowController::openArgument(const QString& argument) {
    if (isWindowLink(argument)) {
        openLink(argument);
    } else if (!argument.isEmpty() && QFileInfo(argument).isDir()) {
        m_new.openFolder(argument);
    } else if (!argument.isEmpty()) {
        m_frame.status().tell(tr("%1 is not a folder.").arg(argument.left(200)));
    }
}

void WindowController::trySample() {
    try {
        m_new.openFolder(placeSampleSite(sampleFolder(m_services.home)));
    } catch (const Error& error) {
        m_frame.status().tell(wordsFor(error).what);
    }
}

void WindowController::openLink(const QString& text) {
    const auto link = parseWindowLink(text);
    if (!link) {
        return m_frame.status().tell(tr("This link leads nowhere in Miaobu."));
    }
    if (link->kind == WindowLink::Kind::NewProject) {
        return m_new.suggest(link->source.toString());
    }
    if (link->kind == WindowLink::Kind::Deployment) {
        if (const auto deployment = DeploymentTable(m_services.database).find(link->deployment)) {
            return openLog(deployment->project, deployment->id);
        }
    } else if (const auto project = ProjectTable(m_services.database).findBySlug(link->slug)) {
        return openProject(project->id);
    }
    m_frame.status().tell(tr("What this link leads to is not on this computer."));
}

} // namespace miaobu::app
