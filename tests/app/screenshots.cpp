// Draws every page with sample states: screenshots FOLDER. Look at the pictures before changing how something is drawn.
#include "app/models/deployment_list_model.h"
#include "app/models/log_lines.h"
#include "app/screens/connect/connect_page.h"
#include "app/screens/new_project/new_project_page.h"
#include "app/screens/project/project_page.h"
#include "app/screens/target/target_page.h"
#include "app/shell/actions.h"
#include "app/shell/removal_dialog.h"
#include "app/shell/sidebar.h"
#include "app/shell/status_strip.h"
#include "app/shell/window_frame.h"
#include "app/widgets/log_view.h"
#include "tests/app/sample_states.h"
#include "tests/app/sample_targets.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

class Studio {
public:
    Studio(Appearance& appearance, const QString& folder)
        : m_appearance(appearance), m_folder(folder),
          m_frame(m_actions, m_projects, new ProjectPage(m_deployments, m_log)) {
        m_projects.setRows(sample::projectRows());
        m_frame.sidebar().setTargets({u"local"_s, u"example"_s});
        m_frame.status().setActivity(1, 0);
        m_log.open(logPath(), false);
    }

    void takeAll(Theme theme, const QString& language) {
        m_appearance.setTheme(theme);
        m_appearance.setLanguage(language);
        m_suffix = u"-%1-%2.png"_s.arg(themeName(theme), language);
        m_frame.QWidget::show();
        takeProject();
        takeNew();
        takeLog();
        takeConnect();
        takeTarget();
        m_frame.setSidebarVisible(false);
        m_frame.show(WindowFrame::Page::Welcome);
        take(u"welcome"_s);
        RemovalDialog dialog(sample::live().project);
        dialog.show();
        settle();
        dialog.grab().save(m_folder + u"/removal"_s + m_suffix);
    }

    void resize(const QSize& size) { m_frame.resize(size); }

private:
    QString logPath() {
        const QString path = m_home.filePath(u"log"_s);
        sample::writeLog(path, 16);
        return path;
    }

    static void settle() {
        for (int round = 0; round < 4; ++round) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void take(const QString& name) {
        settle();
        m_frame.grab().save(m_folder + u'/' + name + m_suffix);
    }

    void show(const ProjectState& state, ProjectPage::Tab tab) {
        m_deployments.setDeployments(state.deployments);
        m_deployments.setPercent(state.active() ? percentOf(state.run) : -1);
        m_frame.project().setState(state);
        m_frame.project().showTab(tab);
        m_frame.show(WindowFrame::Page::Project);
        m_frame.setSidebarVisible(true);
        m_frame.sidebar().select(1);
    }

    void takeProject() {
        show(sample::live(), ProjectPage::Tab::Overview);
        take(u"overview-live"_s);
        show(sample::building(), ProjectPage::Tab::Overview);
        take(u"overview-building"_s);
        show(sample::failed(), ProjectPage::Tab::Overview);
        take(u"overview-failed"_s);
        show(sample::neverDeployed(), ProjectPage::Tab::Overview);
        take(u"overview-empty"_s);
        show(sample::building(), ProjectPage::Tab::Deployments);
        take(u"deployments"_s);
        show(sample::live(), ProjectPage::Tab::Settings);
        take(u"settings"_s);
    }

    void showLog(const ProjectState& state, const QString& cause = {}, int ahead = 0) {
        show(state, ProjectPage::Tab::Log);
        m_frame.project().setLogState({.choices = state.deployments,
            .shown = state.deployments.constFirst().id,
            .steps = state.steps,
            .cause = cause,
            .ahead = ahead,
            .cancellable = state.active().has_value()});
    }

    template <typename Widget> Widget& part(const QString& name) { return *m_frame.project().findChild<Widget*>(name); }

    void takeLog() {
        showLog(sample::building());
        take(u"log"_s);
        auto& view = part<LogView>(u"logView"_s);
        view.setFolded(1, true);
        part<QLineEdit>(u"findField"_s).setText(u"kb|ts\\d+"_s);
        part<QAbstractButton>(u"findExpression"_s).setChecked(true);
        take(u"log-folded-found"_s);
        part<QLineEdit>(u"findField"_s).setText(u"dist/(index"_s);
        take(u"log-broken-expression"_s);
        part<QLineEdit>(u"findField"_s).clear();
        part<QAbstractButton>(u"findExpression"_s).setChecked(false);
        const ProjectState failed = sample::failed();
        showLog(failed, failed.deployments.constFirst().failure->detail);
        part<QAbstractButton>(u"errorsOnly"_s).setChecked(true);
        take(u"log-errors-only"_s);
        part<QAbstractButton>(u"errorsOnly"_s).setChecked(false);
        view.showLine(8);
        take(u"log-failed"_s);
        sample::writeLongLog(m_home.filePath(u"long"_s));
        m_log.open(m_home.filePath(u"long"_s), false);
        view.setFollowing(true);
        take(u"log-long"_s);
        takeEmptyLogs();
        m_log.open(logPath(), false);
    }

    void takeEmptyLogs() {
        m_log.open(m_home.filePath(u"nowhere.log"_s), false);
        ProjectState state = sample::building();
        state.deployments[0].state = DeploymentState::Queued;
        showLog(state, {}, 1);
        take(u"log-waiting"_s);
        state.deployments[0].state = DeploymentState::Failed;
        showLog(state);
        take(u"log-lost"_s);
    }

    void takeConnect() {
        m_frame.show(WindowFrame::Page::Connect);
        m_frame.sidebar().selectTarget({});
        const std::initializer_list<std::pair<QString, ConnectState>> states{
            {u"key"_s, sample::enteringKey()},
            {u"refused"_s, sample::keyRefused()},
            {u"identifying"_s, sample::identifying()},
            {u"root"_s, sample::rootKey()},
            {u"looking"_s, sample::lookingAtAccount()},
            {u"choose"_s, sample::choosing()},
            {u"no-sites"_s, sample::choosingWithoutSites()},
            {u"half-blind"_s, sample::choosingHalfBlind()},
            {u"keychain"_s, sample::keychainLocked()},
            {u"planned"_s, sample::planned()},
            {u"running"_s, sample::settingUp()},
            {u"failed"_s, sample::setupFailed()},
            {u"done"_s, sample::connected()},
        };
        for (const auto& [name, state] : states) {
            m_frame.connecting().setState(state);
            take(u"connect-"_s + name);
        }
    }

    void takeTarget() {
        m_frame.show(WindowFrame::Page::Target);
        const std::initializer_list<std::pair<QString, TargetState>> states{
            {u"untouched"_s, sample::untouchedTarget()},
            {u"checking"_s, sample::checkingTarget()},
            {u"ready"_s, sample::readyTarget()},
            {u"denied"_s, sample::deniedTarget()},
            {u"outdated"_s, sample::outdatedTarget()},
            {u"key"_s, sample::enteringTargetKey()},
            {u"keyless"_s, sample::keylessTarget()},
            {u"local"_s, sample::runningEmulator()},
            {u"local-stopped"_s, sample::stoppedEmulator()},
        };
        for (const auto& [name, state] : states) {
            m_frame.sidebar().selectTarget(state.config.name);
            m_frame.target().setState(state);
            take(u"target-"_s + name);
        }
    }

    void takeNew() {
        m_frame.show(WindowFrame::Page::NewProject);
        m_frame.sidebar().select(0);
        NewProjectPage& page = m_frame.newProject();
        page.setState({});
        take(u"new-choose"_s);
        page.setState(sample::looking());
        take(u"new-looking"_s);
        page.setState(sample::refused());
        take(u"new-refused"_s);
        page.setState(sample::configuring());
        page.setAddressVerdict({u"my-blog.localhost"_s, true});
        take(u"new-configure"_s);
    }

    Appearance& m_appearance;
    QString m_folder;
    QString m_suffix;
    QTemporaryDir m_home;
    Actions m_actions;
    ProjectListModel m_projects;
    DeploymentListModel m_deployments;
    LogLines m_log;
    WindowFrame m_frame;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        qWarning("usage: screenshots FOLDER");
        return 2;
    }
    Appearance appearance(application);
    const QString folder = QString::fromLocal8Bit(argv[1]);
    Studio studio(appearance, folder);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        for (const QString& language : {u"en"_s, u"zh"_s}) {
            studio.takeAll(theme, language);
        }
    }
    QDir().mkpath(folder + u"/small"_s);
    Studio small(appearance, folder + u"/small"_s);
    small.resize({900, 600});
    small.takeAll(Theme::Light, u"en"_s);
    return 0;
}
