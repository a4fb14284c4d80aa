#pragma once

#include "app/theme/appearance.h"
#include "app/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <map>
#include <optional>

class QAbstractButton;
class QMenu;

namespace miaobu::app {

/// Everything the window can be told to do, with its shortcut: the one list behind menus, keys, palette and tool tips.
class Actions final : public QObject {
    Q_OBJECT

public:
    enum class Act {
        NewProject,
        OpenFolder,
        ConnectAliyun,
        GitHubAccounts,
        Deploy,
        Cancel,
        OpenSite,
        NewPreview,
        Compare,
        UndoRollBack,
        PurgeCache,
        CheckReality,
        ShowOverview,
        ShowDeployments,
        ShowLog,
        ShowEnvironment,
        ShowDomains,
        ShowSettings,
        FindInLog,
        ShowPalette,
        FilterProjects,
        ShowActivity,
        NextPane,
        PreviousPane,
        KeepRunning,
        Notify,
        ShowAppSettings,
        ShowShortcuts,
        ShowAbout,
        Quit
    };
    /// What belongs together in a menu and on the sheet of shortcuts.
    struct Group {
        QString title;
        QList<Act> acts;
    };

    explicit Actions(QObject* parent = nullptr);

    [[nodiscard]] QAction& operator[](Act act) { return *m_actions.at(act); }
    /// All of them, for a window to take over.
    [[nodiscard]] QList<QAction*> all() const;
    [[nodiscard]] static QList<Group> groups();
    [[nodiscard]] static QString idOf(Act act); ///< The same in every language
    [[nodiscard]] static std::optional<Icon> drawingOf(Act act);
    [[nodiscard]] QList<QAction*> themes() const { return m_themes.actions(); }
    [[nodiscard]] QList<QAction*> languages() const { return m_languages.actions(); }
    /// The menu that holds every one, with theme and language.
    void fill(QMenu& menu);
    /// Gives \a button a tool tip that tells the shortcut of \a act.
    void tellShortcut(QAbstractButton& button, Act act) const;

    void setTheme(Theme theme);
    void setLanguage(const QString& language);
    void retranslate();

signals:
    void themeChosen(miaobu::app::Theme theme);
    void languageChosen(const QString& language);

private:
    void add(Act act, const QList<QKeySequence>& keys);
    QAction* addChoice(QActionGroup& group, const QVariant& value);

    std::map<Act, QAction*> m_actions;
    QActionGroup m_themes;
    QActionGroup m_languages;
    QMenu* m_themeMenu = nullptr;
    QMenu* m_languageMenu = nullptr;
};

} // namespace miaobu::app
