#include "app/shell/actions.h"

#include <QAbstractButton>
#include <QMenu>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

Actions::Actions(QObject* parent) : QObject(parent), m_themes(this), m_languages(this) {
    add(Act::NewProject, {QKeySequence::New});
    add(Act::OpenFolder, {QKeySequence::Open});
    add(Act::ConnectAliyun, {});
    add(Act::GitHubAccounts, {});
    add(Act::Deploy, {Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_Return});
    add(Act::Cancel, {Qt::CTRL | Qt::Key_Period});
    add(Act::OpenSite, {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    add(Act::NewPreview, {Qt::CTRL | Qt::Key_P});
    add(Act::Compare, {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    add(Act::UndoRollBack, {QKeySequence::Undo});
    add(Act::PurgeCache, {});
    add(Act::CheckReality, {});
    add(Act::ShowOverview, {Qt::ALT | Qt::Key_1});
    add(Act::ShowDeployments, {Qt::ALT | Qt::Key_2});
    add(Act::ShowLog, {Qt::CTRL | Qt::Key_L, Qt::ALT | Qt::Key_3});
    add(Act::ShowEnvironment, {Qt::ALT | Qt::Key_4});
    add(Act::ShowDomains, {Qt::ALT | Qt::Key_5});
    add(Act::ShowSettings, {Qt::ALT | Qt::Key_6});
    add(Act::FindInLog, {QKeySequence::Find});
    add(Act::ShowPalette, {Qt::CTRL | Qt::Key_K});
    add(Act::FilterProjects, {Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    add(Act::ShowActivity, {Qt::CTRL | Qt::SHIFT | Qt::Key_A});
    add(Act::NextPane, {Qt::Key_F6});
    add(Act::PreviousPane, {Qt::SHIFT | Qt::Key_F6});
    add(Act::KeepRunning, {});
    add(Act::Notify, {});
    add(Act::ShowAppSettings, {Qt::CTRL | Qt::Key_Comma});
    add(Act::ShowShortcuts, {Qt::Key_F1, Qt::CTRL | Qt::Key_Slash});
    add(Act::ShowAbout, {});
    add(Act::Quit, {QKeySequence::Quit});
    for (const Act act : {Act::KeepRunning, Act::Notify, Act::ShowActivity}) {
        m_actions.at(act)->setCheckable(true);
    }
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark}) {
        addChoice(m_themes, static_cast<int>(theme));
    }
    for (const QString& language : {QString(), u"en"_s, u"zh"_s}) {
        addChoice(m_languages, language);
    }
    connect(&m_themes, &QActionGroup::triggered, this,
        [this](QAction* action) { emit themeChosen(static_cast<Theme>(action->data().toInt())); });
    connect(&m_languages, &QActionGroup::triggered, this,
        [this](QAction* action) { emit languageChosen(action->data().toString()); });
    retranslate();
}

void Actions::add(Act act, const QList<QKeySequence>& keys) {
    auto* action = new QAction(this);
    action->setShortcuts(keys);
    if (const auto drawing = drawingOf(act)) {
        action->setIcon(iconOf(*drawing));
    }
    m_actions.emplace(act, action);
}

QAction* Actions::addChoice(QActionGroup& group, const QVariant& value) {
    auto* action = new QAction(&group);
    action->setCheckable(true);
    action->setData(value);
    return group.addAction(action);
}

QList<QAction*> Actions::all() const {
    QList<QAction*> list;
    for (const auto& [act, action] : m_actions) {
        list.append(action);
    }
    return list;
}

void Actions::fill(QMenu& menu) {
    for (const Group& group : groups()) {
        if (group.acts.contains(Act::Quit)) {
            m_themeMenu = menu.addMenu(QString());
            m_themeMenu->addActions(m_themes.actions());
            m_languageMenu = menu.addMenu(QString());
            m_languageMenu->addActions(m_languages.actions());
            menu.addSeparator();
        }
        for (const Act act : group.acts) {
            menu.addAction(m_actions.at(act));
        }
        menu.addSeparator();
    }
    retranslate();
}

QList<Actions::Group> Actions::groups() {
    return {{tr("Begin"), {Act::NewProject, Act::OpenFolder, Act::ConnectAliyun, Act::GitHubAccounts}},
        {tr("Project"),
            {Act::Deploy, Act::Cancel, Act::OpenSite, Act::NewPreview, Act::Compare, Act::UndoRollBack, Act::PurgeCache,
                Act::CheckReality}},
        {tr("Pages"),
            {Act::ShowOverview, Act::ShowDeployments, Act::ShowLog, Act::ShowEnvironment, Act::ShowDomains,
                Act::ShowSettings, Act::FindInLog}},
        {tr("Window"), {Act::ShowPalette, Act::FilterProjects, Act::ShowActivity, Act::NextPane, Act::PreviousPane}},
        {tr("Program"),
            {Act::KeepRunning, Act::Notify, Act::ShowAppSettings, Act::ShowShortcuts, Act::ShowAbout, Act::Quit}}};
}

std::optional<Icon> Actions::drawingOf(Act act) {
    static const QHash<Act, Icon> drawings{{Act::NewProject, Icon::Add}, {Act::OpenFolder, Icon::Folder},
        {Act::ConnectAliyun, Icon::Cloud}, {Act::GitHubAccounts, Icon::Branch}, {Act::Deploy, Icon::Deploy},
        {Act::Cancel, Icon::Stop}, {Act::OpenSite, Icon::Open}, {Act::NewPreview, Icon::Branch},
        {Act::Compare, Icon::Compare}, {Act::UndoRollBack, Icon::RollBack}, {Act::ShowLog, Icon::Log},
        {Act::FindInLog, Icon::Search}, {Act::ShowPalette, Icon::Search}};
    const auto found = drawings.constFind(act);
    return found == drawings.constEnd() ? std::nullopt : std::optional(*found);
}

QString Actions::idOf(Act act) {
    static constexpr std::array names{"new-project", "open-folder", "connect-aliyun", "github-accounts", "deploy",
        "cancel", "open-site", "new-preview", "compare", "undo-roll-back", "purge-cache", "check-reality",
        "show-overview", "show-deployments", "show-log", "show-environment", "show-domains", "show-settings",
        "find-in-log", "show-palette", "filter-projects", "show-activity", "next-pane", "previous-pane", "keep-running",
        "notify", "show-app-settings", "show-shortcuts", "show-about", "quit"};
    return QLatin1StringView(names.at(static_cast<std::size_t>(act)));
}

void Actions::tellShortcut(QAbstractButton& button, Act act) const {
    const QAction& action = *m_actions.at(act);
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    //: A tool tip: what the button does, and its shortcut
    button.setToolTip(keys.isEmpty() ? action.text() : tr("%1 (%2)").arg(action.text(), keys));
}

void Actions::setTheme(Theme theme) {
    m_themes.actions().at(static_cast<int>(theme))->setChecked(true);
}

void Actions::setLanguage(const QString& language) {
    for (QAction* action : m_languages.actions()) {
        action->setChecked(action->data().toString() == language);
    }
}

void Actions::retranslate() {
    m_actions.at(Act::NewProject)->setText(tr("New project"));
    m_actions.at(Act::OpenFolder)->setText(tr("Open a folder…"));
    m_actions.at(Act::ConnectAliyun)->setText(tr("Connect Aliyun…"));
    m_actions.at(Act::GitHubAccounts)->setText(tr("GitHub accounts…"));
    m_actions.at(Act::Deploy)->setText(tr("Deploy"));
    m_actions.at(Act::Cancel)->setText(tr("Cancel the deployment"));
    m_actions.at(Act::OpenSite)->setText(tr("Open the site"));
    m_actions.at(Act::NewPreview)->setText(tr("New preview of a branch or commit…"));
    m_actions.at(Act::Compare)->setText(tr("Compare deployments…"));
    m_actions.at(Act::UndoRollBack)->setText(tr("Undo the rollback"));
    m_actions.at(Act::PurgeCache)->setText(tr("Purge the edge's cache"));
    m_actions.at(Act::CheckReality)->setText(tr("Compare with the cloud: reality check"));
    m_actions.at(Act::ShowOverview)->setText(tr("Overview"));
    m_actions.at(Act::ShowDeployments)->setText(tr("Deployments"));
    m_actions.at(Act::ShowLog)->setText(tr("Log"));
    m_actions.at(Act::ShowEnvironment)->setText(tr("Environment"));
    m_actions.at(Act::ShowDomains)->setText(tr("Domains"));
    m_actions.at(Act::ShowSettings)->setText(tr("Settings of the project"));
    m_actions.at(Act::FindInLog)->setText(tr("Find in the log"));
    m_actions.at(Act::ShowPalette)->setText(tr("Search or run a command"));
    m_actions.at(Act::ShowActivity)->setText(tr("Activity"));
    m_actions.at(Act::NextPane)->setText(tr("Next pane"));
    m_actions.at(Act::PreviousPane)->setText(tr("Previous pane"));
    m_actions.at(Act::KeepRunning)->setText(tr("Keep deploying after the window is closed"));
    m_actions.at(Act::Notify)->setText(tr("Notify of deployments that end"));
    m_actions.at(Act::ShowAppSettings)->setText(tr("Settings of Miaobu"));
    m_actions.at(Act::ShowShortcuts)->setText(tr("Keyboard shortcuts"));
    m_actions.at(Act::ShowAbout)->setText(tr("About Miaobu"));
    m_actions.at(Act::FilterProjects)->setText(tr("Filter projects"));
    m_actions.at(Act::Quit)->setText(tr("Quit"));
    m_themes.actions().at(0)->setText(tr("As the desktop"));
    m_themes.actions().at(1)->setText(tr("Light"));
    m_themes.actions().at(2)->setText(tr("Dark"));
    m_languages.actions().at(0)->setText(tr("As the desktop"));
    // A language is written in itself, so that it is found from any other.
    m_languages.actions().at(1)->setText(u"English"_s);
    m_languages.actions().at(2)->setText(u"简体中文"_s);
    if (m_themeMenu) {
        m_themeMenu->setTitle(tr("Theme"));
        m_languageMenu->setTitle(tr("Language"));
    }
}

} // namespace miaobu::app
