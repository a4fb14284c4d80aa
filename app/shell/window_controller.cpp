#include "app/shell/window_controller.h"

#include "app/screens/new_project/new_project_page.h"
#include "app/screens/project/project_page.h"
#include "app/screens/settings/app_settings_page.h"
#include "app/screens/welcome/welcome_page.h"
#include "app/shell/sidebar.h"
#include "app/shell/status_strip.h"
#include "core/ports/targets.h"
#include "core/store/change_watcher.h"
#include "core/store/settings_table.h"
#include "core/targets/target_service.h"

#include <QCoreApplication>
#include <QDir>

namespace miaobu::app {

WindowController::WindowController(const WindowServices& services, Appearance& appearance, Prompt& prompt)
    : m_services(services), m_appearance(appearance), m_prompt(prompt), m_list(services),
      m_project(services, m_list.runs(), prompt),
      m_frame(m_actions, m_list.model(), new ProjectPage(m_project.deployments(), m_project.log())),
      m_new(services, prompt, m_frame.newProject()), m_connect(services, prompt, m_frame.connecting()),
      m_gitHub(services, prompt, m_frame.gitHub()), m_target(services, prompt, m_frame.target()),
      m_compare(services, m_frame.compare()), m_rebuild(services, m_frame.target()),
      m_reality(services, m_frame.reality()), m_activity(services, m_list),
      m_palette(services, m_actions, m_list.model(), m_project, m_frame),
      m_settings(services, m_actions, m_frame.settings()), m_oauthApp(services, prompt, m_frame.settings().oauthApp()) {
    m_project.attach(m_frame.project());
    refreshTargets();
    connectActions();
    connectPages();
    connectTargets();
    connectGitHub();
    connectReality();
    connectShell();
    connectUpdates();
    connectComparing();
    restore();
    goHome();
    restoreView();
    onRefreshed();
}

void WindowController::connectActions() {
    const auto on = [this](Actions::Act act, auto what) { connect(&m_actions[act], &QAction::triggered, this, what); };
    using Act = Actions::Act;
    using Tab = ProjectPage::Tab;
    const auto tab = [this](Tab which) { return [this, which] { m_frame.project().showTab(which); }; };
    on(Act::NewProject, [this] { beginProject(); });
    on(Act::OpenFolder, [this] { m_new.chooseFolder(); });
    on(Act::ConnectAliyun, [this] { beginConnecting(); });
    on(Act::Deploy, [this] { m_project.deploy(); });
    on(Act::Cancel, [this] { m_project.cancel(); });
    on(Act::OpenSite, [this] { m_project.openSite(); });
    on(Act::NewPreview, [this] { m_project.openPreviewForm(); });
    on(Act::Compare, [this] { m_compare.open(m_project.project()); });
    on(Act::UndoRollBack, [this] { m_project.undoRollBack(); });
    on(Act::PurgeCache, [this] {
        m_frame.project().showTab(Tab::Settings);
        emit m_frame.project().intents().purge(PurgeKind::Hosts, {});
    });
    on(Act::CheckReality, [this] { emit m_frame.project().intents().checkReality(); });
    on(Act::ShowAppSettings, [this] { openSettings(); });
    on(Act::ShowOverview, tab(Tab::Overview));
    on(Act::ShowDeployments, tab(Tab::Deployments));
    on(Act::ShowLog, tab(Tab::Log));
    on(Act::ShowEnvironment, tab(Tab::Environment));
    on(Act::ShowDomains, tab(Tab::Domains));
    on(Act::ShowSettings, tab(Tab::Settings));
    on(Act::FindInLog, [this] { m_frame.project().focusFind(); });
    on(Act::FilterProjects, [this] { m_frame.sidebar().focusFilter(); });
    on(Act::Quit, [this] { m_frame.close(); });
    connect(&m_actions, &Actions::themeChosen, this, [this](Theme theme) {
        m_appearance.setTheme(theme);
        SettingsTable(m_services.database).setValue(settings::theme(), themeName(theme));
    });
    connect(&m_actions, &Actions::languageChosen, this, [this](const QString& language) {
        m_appearance.setLanguage(language);
        SettingsTable(m_services.database).setValue(settings::language(), language);
        // A page's state has words in it: why a deployment failed, the names of its stages.
        m_project.refresh();
        m_activity.refresh();
    });
}

void WindowController::connectPages() {
    connect(&m_frame.welcome(), &WelcomePage::folderRequested, &m_new, &NewProjectController::chooseFolder);
    connect(&m_frame.welcome(), &WelcomePage::addressEntered, this,
        [this](const QString& address) { m_new.openAddress(address); });
    connect(&m_frame.welcome(), &WelcomePage::sampleRequested, this, &WindowController::trySample);
    connect(&m_frame, &WindowFrame::sourceDropped, this, &WindowController::openSource);
    connect(&m_frame, &WindowFrame::closing, this, &WindowController::remember);
    connect(&m_frame.sidebar(), &Sidebar::newRequested, this, &WindowController::beginProject);
    connect(&m_frame.sidebar(), &Sidebar::projectChosen, this, &WindowController::openProject);
    connect(&m_new, &NewProjectController::opened, this, [this] {
        m_frame.sidebar().select(0);
        show(WindowFrame::Page::NewProject);
    });
    connect(&m_new, &NewProjectController::left, this, &WindowController::goHome);
    connect(&m_new, &NewProjectController::created, this, [this](ProjectId project, const QList<VariableDraft>& given) {
        m_list.refresh();
        openProject(project);
        if (!given.isEmpty()) {
            m_project.variables().applyAndDeploy(given);
        }
    });
    connect(&m_frame.settings(), &AppSettingsPage::backRequested, this, &WindowController::goHome);
    connect(&m_project, &ProjectController::told, &m_frame.status(), &StatusStrip::tell);
    connect(&m_project, &ProjectController::startAnewRequested, this, &WindowController::beginProject);
    connect(&m_list, &ProjectListController::refreshed, this, &WindowController::onRefreshed);
    connect(&m_services.changes, &ChangeWatcher::changed, &m_project, &ProjectController::refresh);
}

void WindowController::connectTargets() {
    connect(&m_frame.sidebar(), &Sidebar::targetChosen, this, &WindowController::openTarget);
    connect(&m_frame.sidebar(), &Sidebar::connectRequested, this, &WindowController::beginConnecting);
    connect(&m_new, &NewProjectController::connectRequested, this, [this] { m_connect.begin(true); });
    connect(&m_project, &ProjectController::targetRequested, this, [this](const QString& target) {
        openTarget(target);
        m_target.enterKey(true);
    });
    connect(&m_connect, &ConnectController::told, &m_frame.status(), &StatusStrip::tell);
    connect(&m_connect, &ConnectController::opened, this, [this] {
        m_frame.sidebar().selectTarget({});
        show(WindowFrame::Page::Connect);
    });
    connect(&m_connect, &ConnectController::left, this,
        [this](bool backToDeploying) { backToDeploying ? m_new.resume({}) : goHome(); });
    connect(&m_connect, &ConnectController::connected, this, [this](const QString& target, bool backToDeploying) {
        backToDeploying ? m_new.resume(target) : openTarget(target);
    });
    connect(&m_target, &TargetController::told, &m_frame.status(), &StatusStrip::tell);
    connect(&m_target, &TargetController::removed, this, [this](const QString& target) {
        if (m_frame.page() == WindowFrame::Page::Target && m_target.target() == target) {
            goHome();
        }
    });
    connect(&m_target, &TargetController::healthChanged, &m_frame.sidebar(), &Sidebar::setTargetHealth);
    connect(&m_services.targetService, &TargetService::targetsChanged, this, &WindowController::refreshTargets);
    // The command line adds and removes targets too: each is a file.
    QDir().mkpath(m_services.home.targetFolder());
    m_targetFolder.addPath(m_services.home.targetFolder());
    connect(&m_targetFolder, &QFileSystemWatcher::directoryChanged, this, &WindowController::refreshTargets);
}

void WindowController::connectComparing() {
    connect(&m_project, &ProjectController::comparisonRequested, &m_compare, &CompareController::open);
    connect(&m_project, &ProjectController::choiceRequested, &m_compare, &CompareController::openToChoose);
    connect(&m_compare, &CompareController::opened, this, [this] { show(WindowFrame::Page::Compare); });
    connect(&m_compare, &CompareController::left, this, &WindowController::openProject);
}

void WindowController::refreshTargets() {
    const QStringList names = m_services.targets.names();
    if (names != m_targets) {
        m_targets = names;
        m_frame.sidebar().setTargets(names);
        m_project.refresh();
    }
}

void WindowController::show(WindowFrame::Page page) {
    if (page != WindowFrame::Page::Connect && m_frame.page() == WindowFrame::Page::Connect) {
        m_connect.suspend();
    }
    if (page != WindowFrame::Page::GitHub && m_frame.page() == WindowFrame::Page::GitHub) {
        m_gitHub.suspend();
    }
    if (page != WindowFrame::Page::Target && m_frame.page() == WindowFrame::Page::Target) {
        m_target.suspend();
    }
    if (page != WindowFrame::Page::Compare && m_frame.page() == WindowFrame::Page::Compare) {
        m_compare.suspend();
    }
    if (page != WindowFrame::Page::AppSettings && m_frame.page() == WindowFrame::Page::AppSettings) {
        m_oauthApp.suspend();
    }
    m_frame.show(page);
    updateActions();
}

void WindowController::openTarget(const QString& target) {
    if (m_frame.page() == WindowFrame::Page::Target && target != m_target.target()) {
        m_target.suspend();
    }
    m_frame.setSidebarVisible(true);
    m_frame.sidebar().selectTarget(target);
    show(WindowFrame::Page::Target);
    m_target.open(target);
    m_rebuild.setTarget(target);
}

void WindowController::onRefreshed() {
    m_frame.status().setActivity(m_list.running(), m_list.queued());
    showServing();
    m_frame.setSidebarVisible(!m_list.model().rows().isEmpty() || m_frame.page() == WindowFrame::Page::Target
        || m_frame.page() == WindowFrame::Page::Reality);
    const bool gone = m_project.project() != 0 && m_list.model().rowOf(m_project.project()) < 0;
    if (gone) {
        m_project.setProject(0);
    }
    const bool isOfProject
        = m_frame.page() == WindowFrame::Page::Project || m_frame.page() == WindowFrame::Page::Compare;
    const bool nothingToShow = isOfProject && m_project.project() == 0;
    const bool welcomeIsOver = m_frame.page() == WindowFrame::Page::Welcome && !m_list.model().rows().isEmpty();
    if (nothingToShow || welcomeIsOver) {
        goHome();
    }
    updateActions();
}

void WindowController::goHome() {
    const QList<ProjectRow>& rows = m_list.model().rows();
    if (rows.isEmpty()) {
        m_frame.setSidebarVisible(false);
        show(WindowFrame::Page::Welcome);
    } else {
        openProject(m_project.project() != 0 ? m_project.project() : rows.constFirst().id);
    }
    updateActions();
}

void WindowController::openProject(ProjectId project) {
    if (project != m_project.project()) {
        m_project.setProject(project);
    }
    m_frame.sidebar().select(project);
    show(WindowFrame::Page::Project);
}

void WindowController::beginProject() {
    m_new.begin();
}

void WindowController::beginConnecting() {
    m_connect.begin(false);
}

void WindowController::openSettings() {
    if (m_frame.page() == WindowFrame::Page::AppSettings) {
        return goHome();
    }
    m_settings.refresh();
    m_oauthApp.refresh();
    m_frame.sidebar().select(0);
    m_frame.sidebar().selectTarget({});
    m_frame.setSidebarVisible(!m_list.model().rows().isEmpty());
    show(WindowFrame::Page::AppSettings);
}

void WindowController::updateActions() {
    const bool onProject = m_frame.page() == WindowFrame::Page::Project;
    using Act = Actions::Act;
    for (const Act act : {Act::Deploy, Act::Cancel, Act::OpenSite, Act::NewPreview, Act::Compare, Act::UndoRollBack,
             Act::PurgeCache, Act::CheckReality, Act::ShowOverview, Act::ShowDeployments, Act::ShowLog,
             Act::ShowEnvironment, Act::ShowDomains, Act::ShowSettings, Act::FindInLog}) {
        m_actions[act].setEnabled(onProject);
    }
}

} // namespace miaobu::app
