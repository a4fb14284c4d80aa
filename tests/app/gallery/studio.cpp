#include "tests/app/gallery/studio.h"

#include "app/shell/sidebar.h"
#include "app/shell/status_strip.h"
#include "tests/app/sample_states.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

Studio::Studio()
    : m_counter(Home{m_home.path(), m_home.path()}),
      m_frame(m_actions, m_projects, new ProjectPage(m_deployments, m_log)) {
    sample::keepManifests(Home{m_home.path(), m_home.path()});
    m_deployments.setCounter(m_counter);
    m_deployments.setHosts(2, 2);
    m_projects.setRows(sample::projectRows());
    m_frame.sidebar().setTargets({u"local"_s, u"example"_s});
    m_frame.status().setActivity(1, 0);
    m_frame.status().setEngine(u"docker"_s, EngineState::Ready);
}

void Studio::settle() {
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::processEvents();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void Studio::reveal(QWidget& part) {
    settle();
    for (QWidget* above = &part; above; above = above->parentWidget()) {
        if (auto* const area = qobject_cast<QScrollArea*>(above)) {
            area->ensureWidgetVisible(&part);
        }
    }
}

QWidget& Studio::showProject(const ProjectState& state, ProjectPage::Tab tab) {
    m_deployments.setDeployments(state.deployments);
    m_deployments.setPercent(state.active() ? percentOf(state.run) : -1);
    m_frame.project().setState(state);
    m_frame.project().showTab(tab);
    m_frame.show(WindowFrame::Page::Project);
    m_frame.sidebar().select(1);
    return m_frame;
}

QWidget& Studio::showPage(WindowFrame::Page page) {
    m_frame.show(page);
    m_frame.sidebar().select(0);
    m_frame.sidebar().selectTarget({});
    return m_frame;
}

QWidget& Studio::showDialog(std::unique_ptr<QWidget> dialog) {
    m_dialog = std::move(dialog);
    m_dialog->show();
    return *m_dialog;
}

} // namespace miaobu::app::gallery
