#include "app/shell/actions.h"

#include "app/theme/icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace miaobu::app {

Actions::Actions(QObject* parent) : QObject(parent), m_themes(this), m_languages(this) {
    add(Act::NewProject, {QKeySequence::New});
    add(Act::OpenFolder, {QKeySequence::Open});
    add(Act::ConnectAliyun, {});
    add(Act::Deploy, {Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_Return});
    add(Act::Cancel, {Qt::CTRL | Qt::Key_Period});
    add(Act::OpenSite, {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    add(Act::ShowOverview, {Qt::ALT | Qt::Key_1});
    add(Act::ShowDeployments, {Qt::ALT | Qt::Key_2});
    add(Act::ShowLog, {Qt::CTRL | Qt::Key_L, Qt::ALT | Qt::Key_3});
    add(Act::ShowSettings, {Qt::ALT | Qt::Key_4});
    add(Act::FindInLog, {QKeySequence::Find});
    add(Act::FilterProjects, {Qt::CTRL | Qt::Key_K});
    add(Act::Quit, {QKeySequence::Quit});
    m_actions.at(Act::NewProject)->setIcon(iconOf(Icon::Add));
    m_actions.at(Act::OpenFolder)->setIcon(iconOf(Icon::Folder));
    m_actions.at(Act::ConnectAliyun)->setIcon(iconOf(Icon::Cloud));
    m_actions.at(Act::Deploy)->setIcon(iconOf(Icon::Deploy));
    m_actions.at(Act::Cancel)->setIcon(iconOf(Icon::Stop));
    m_actions.at(Act::OpenSite)->setIcon(iconOf(Icon::Open));
    m_actions.at(Act::ShowLog)->setIcon(iconOf(Icon::Log));
    m_actions.at(Act::FindInLog)->setIcon(iconOf(Icon::Search));
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
    const auto addAll = [&](std::initializer_list<Act> acts) {
        for (const Act act : acts) {
            menu.addAction(m_actions.at(act));
        }
        menu.addSeparator();
    };
    addAll({Act::NewProject, Act::OpenFolder, Act::ConnectAliyun, Act::FilterProjects});
    addAll({Act::Deploy, Act::Cancel, Act::OpenSite});
    addAll({Act::ShowOverview, Act::ShowDeployments, Act::ShowLog, Act::ShowSettings, Act::FindInLog});
    m_themeMenu = menu.addMenu(QString());
    m_themeMenu->addActions(m_themes.actions());
    m_languageMenu = menu.addMenu(QString());
    m_languageMenu->addActions(m_languages.actions());
    menu.addSeparator();
    menu.addAction(m_actions.at(Act::Quit));
    retranslate();
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
    m_actions.at(Act::Deploy)->setText(tr("Deploy"));
    m_actions.at(Act::Cancel)->setText(tr("Cancel the deployment"));
    m_actions.at(Act::OpenSite)->setText(tr("Open the site"));
    m_actions.at(Act::ShowOverview)->setText(tr("Overview"));
    m_actions.at(Act::ShowDeployments)->setText(tr("Deployments"));
    m_actions.at(Act::ShowLog)->setText(tr("Log"));
    m_actions.at(Act::ShowSettings)->setText(tr("Settings"));
    m_actions.at(Act::FindInLog)->setText(tr("Find in the log"));
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
