#include "app/shell/window_frame.h"

#include "app/screens/compare/compare_page.h"
#include "app/screens/connect/connect_page.h"
#include "app/screens/github/github_page.h"
#include "app/screens/new_project/new_project_page.h"
#include "app/screens/project/project_page.h"
#include "app/screens/reality/reality_page.h"
#include "app/screens/settings/app_settings_page.h"
#include "app/screens/target/target_page.h"
#include "app/screens/welcome/welcome_page.h"
#include "app/shell/actions.h"
#include "app/shell/activity_dock.h"
#include "app/shell/drop_overlay.h"
#include "app/shell/dropped_source.h"
#include "app/shell/palette_button.h"
#include "app/shell/shortcut_tips.h"
#include "app/shell/sidebar.h"
#include "app/shell/status_strip.h"
#include "app/shell/top_bar.h"
#include "app/widgets/card.h"
#include "app/widgets/notice.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace miaobu::app {

WindowFrame::WindowFrame(Actions& actions, ProjectListModel& projects, ProjectPage* project)
    : m_top(new TopBar), m_splitter(new QSplitter), m_sidebar(new Sidebar(projects)), m_stack(new QStackedWidget),
      m_welcome(new WelcomePage), m_newProject(new NewProjectPage), m_project(project), m_connecting(new ConnectPage),
      m_target(new TargetPage), m_reality(new RealityPage), m_compare(new ComparePage), m_settings(new AppSettingsPage),
      m_gitHub(new GitHubPage), m_signIn(new Notice(Tone::Failed)), m_status(new StatusStrip),
      m_activity(new ActivityDock(*this, *m_splitter)), m_actions(actions) {
    setObjectName(QStringLiteral("window"));
    setMinimumSize(860, 560);
    resize(1280, 800);
    setAcceptDrops(true);
    addActions(actions.all());
    actions.fill(m_top->menu());
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_newProject);
    m_stack->addWidget(m_project);
    m_stack->addWidget(m_connecting);
    m_stack->addWidget(m_target);
    m_stack->addWidget(m_reality);
    m_stack->addWidget(m_compare);
    m_stack->addWidget(m_settings);
    m_stack->addWidget(m_gitHub);
    m_signIn->setObjectName(QStringLiteral("signInNotice"));
    m_signIn->hide();
    connect(m_signIn, &Notice::actionRequested, this, &WindowFrame::signInRequested);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({240, 1040});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(new Rule);
    column->addWidget(m_signIn);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_status);
    m_top->search().setKeys(actions[Actions::Act::ShowPalette].shortcut().toString(QKeySequence::NativeText));
    setWindowTitle(tr("Miaobu"));
    showShortcuts(*this, m_actions);
}

void WindowFrame::show(Page page) {
    m_stack->setCurrentIndex(static_cast<int>(page));
}

WindowFrame::Page WindowFrame::page() const {
    return static_cast<Page>(m_stack->currentIndex());
}

void WindowFrame::setSignInNotice(const QString& account) {
    m_signInAccount = account;
    m_signIn->setVisible(!account.isEmpty());
    showSignInNotice();
}

void WindowFrame::showSignInNotice() {
    //: %1 is an account such as li@github.com
    m_signIn->setWords({},
        tr("GitHub no longer accepts the sign-in of %1. Projects and sites work on.").arg(m_signInAccount),
        tr("Sign in again"));
}

QWidget& WindowFrame::pages() {
    return *m_stack;
}

void WindowFrame::setSidebarVisible(bool visible) {
    m_sidebar->setVisible(visible);
}

QByteArray WindowFrame::saveState() const {
    return m_splitter->saveState();
}

void WindowFrame::restoreState(const QByteArray& state) {
    m_splitter->restoreState(state);
}

void WindowFrame::dragEnterEvent(QDragEnterEvent* event) {
    const auto source = droppedSource(*event->mimeData());
    if (!source) {
        return;
    }
    event->acceptProposedAction();
    if (!m_drop) {
        m_drop = new DropOverlay(*this);
    }
    m_drop->showFor(source->location);
}

void WindowFrame::dragLeaveEvent(QDragLeaveEvent*) {
    m_drop->hide();
}

void WindowFrame::dropEvent(QDropEvent* event) {
    m_drop->hide();
    if (const auto source = droppedSource(*event->mimeData())) {
        event->acceptProposedAction();
        emit sourceDropped(*source);
    }
}

void WindowFrame::closeEvent(QCloseEvent* event) {
    if (m_mayClose && !m_mayClose()) {
        return event->ignore();
    }
    emit closing();
    QWidget::closeEvent(event);
}

void WindowFrame::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setWindowTitle(tr("Miaobu"));
        showSignInNotice();
        m_actions.retranslate();
        showShortcuts(*this, m_actions);
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
