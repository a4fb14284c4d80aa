#include "app/screens/settings/app_settings_page.h"
#include "app/screens/settings/oauth_app_card.h"
#include "app/screens/target/target_state.h"
#include "app/shell/about_sheet.h"
#include "app/shell/activity_dock.h"
#include "app/shell/confirm_dialog.h"
#include "app/shell/drop_overlay.h"
#include "app/shell/palette_overlay.h"
#include "app/shell/shortcut_sheet.h"
#include "app/shell/sidebar.h"
#include "app/shell/status_strip.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_shell.h"
#include "tests/app/sample_states.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

QWidget& showActivity(Studio& studio, const QList<ActivityRow>& rows, bool open) {
    QWidget& window = studio.showProject(sample::building(), ProjectPage::Tab::Overview);
    ActivityDock& dock = studio.frame().activity();
    dock.setRows(rows);
    if (dock.isOpen() != open) {
        dock.toggle();
    }
    return window;
}

UpdateState published() {
    UpdateState state;
    state.hasPublisher = true;
    state.answeredAt = QDateTime(QDate(2026, 11, 27), QTime(8, 9), Qt::UTC);
    state.newest = QCoreApplication::applicationVersion();
    return state;
}

UpdateState newer() {
    UpdateState state = published();
    state.newest = u"0.2.0"_s;
    state.isNewer = true;
    return state;
}

UpdateState notAnswered() {
    UpdateState state = published();
    state.failure = ErrorKind::HostNotFound;
    return state;
}

Picture about(const QString& name, const UpdateState& update) {
    return {name, [update](Studio& studio) -> QWidget& {
                QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Overview);
                studio.frame().status().setNewerVersion(update.isNewer ? update.newest : QString());
                auto* const sheet = new AboutSheet(window);
                sheet->setUpdate(update);
                sheet->openSheet();
                return window;
            }};
}

Picture settings(const QString& name, const AppSettingsState& state) {
    return {name, [state](Studio& studio) -> QWidget& {
                studio.frame().settings().setState(state);
                return studio.showPage(WindowFrame::Page::AppSettings);
            }};
}

/// The card of the settings that lies below the others.
Picture oauthApp(const QString& name, const OAuthAppView& view) {
    return {name, [view](Studio& studio) -> QWidget& {
                studio.frame().settings().setState({});
                OAuthAppCard& card = studio.frame().settings().oauthApp();
                card.setView(view);
                QWidget& window = studio.showPage(WindowFrame::Page::AppSettings);
                Studio::reveal(card);
                return window;
            }};
}

OAuthAppView withSecret() {
    OAuthAppView view;
    view.clientId = u"Ov23liExampleExample"_s;
    view.hasSecret = true;
    return view;
}

OAuthAppView keychainRefused() {
    OAuthAppView view;
    view.clientId = u"Ov23liExampleExample"_s;
    view.secretError = shownError(Error(ErrorKind::KeychainLocked));
    return view;
}

QWidget& showPalette(Studio& studio, const QString& typed) {
    QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Overview);
    auto* const palette = new PaletteOverlay(window);
    palette->openWith(sample::paletteEntries(studio.actions()), {u"project/shop"_s, u"deploy"_s});
    studio.part<QLineEdit>(u"paletteField"_s).setText(typed);
    return window;
}

} // namespace

QList<Picture> shellPictures() {
    return {
        {u"palette"_s, [](Studio& studio) -> QWidget& { return showPalette(studio, {}); }},
        {u"palette-typed"_s, [](Studio& studio) -> QWidget& { return showPalette(studio, u"op"_s); }},
        {u"palette-nothing"_s, [](Studio& studio) -> QWidget& { return showPalette(studio, u"qqqq"_s); }},
        {u"shortcuts"_s,
            [](Studio& studio) -> QWidget& {
                QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Overview);
                (new ShortcutSheet(window, studio.actions()))->openSheet();
                return window;
            }},
        about(u"about"_s, published()),
        about(u"about-newer"_s, newer()),
        about(u"about-not-answered"_s, notAnswered()),
        about(u"about-unpublished"_s, {}),
        {u"about-copied"_s,
            [](Studio& studio) -> QWidget& {
                QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Overview);
                auto* const sheet = new AboutSheet(window);
                sheet->openSheet();
                sheet->tellCopied();
                return window;
            }},
        {u"activity"_s, [](Studio& studio) -> QWidget& { return showActivity(studio, sample::activityRows(), true); }},
        {u"activity-empty"_s, [](Studio& studio) -> QWidget& { return showActivity(studio, {}, true); }},
        {u"activity-pill"_s,
            [](Studio& studio) -> QWidget& { return showActivity(studio, sample::activityRows(), false); }},
        {u"stop-dialog"_s,
            [](Studio& studio) -> QWidget& {
                return studio.showDialog(std::make_unique<ConfirmDialog>(stopQuestion()));
            }},
        {u"drop"_s,
            [](Studio& studio) -> QWidget& {
                QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Overview);
                (new DropOverlay(window))->showFor(u"/home/lina/work/my-blog"_s);
                return window;
            }},
        settings(u"program-settings"_s, {}),
        settings(u"program-settings-chosen"_s,
            {.theme = 2,
                .language = u"zh"_s,
                .editor = u"code --reuse-window"_s,
                .usedEditor = u"code"_s,
                .followsLogs = false,
                .notifies = true,
                .keepsRunning = false,
                .looksForUpdates = false,
                .hasPublisher = true,
                .proxy = u"socks5://me:secret@example.com"_s,
                .builds = {},
                .environmentProxy = {}}),
        oauthApp(u"program-settings-github"_s, withSecret()),
        oauthApp(u"program-settings-github-refused"_s, keychainRefused()),
        {u"sidebar-pinned"_s,
            [](Studio& studio) -> QWidget& {
                QList<ProjectRow> rows = sample::projectRows();
                rows[0].pinned = true;
                rows[1].pinned = true;
                studio.projects().setRows(rows);
                studio.frame().sidebar().setProduction({u"example"_s});
                studio.frame().sidebar().setTargetHealth(u"local"_s, TargetState::Health::Ready);
                studio.frame().sidebar().setTargetHealth(u"example"_s, TargetState::Health::Failed);
                return studio.showProject(sample::live(), ProjectPage::Tab::Overview);
            }},
    };
}

} // namespace miaobu::app::gallery
