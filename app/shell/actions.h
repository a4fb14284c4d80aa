#pragma once

#include "app/theme/appearance.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <map>

class QMenu;

namespace miaobu::app {

/// Everything the window can be told to do, with its shortcut: the one list behind menus and keys.
class Actions final : public QObject {
    Q_OBJECT

public:
    enum class Act {
        NewProject,
        OpenFolder,
        ConnectAliyun,
        Deploy,
        Cancel,
        OpenSite,
        ShowOverview,
        ShowDeployments,
        ShowLog,
        ShowSettings,
        FindInLog,
        FilterProjects,
        Quit
    };

    explicit Actions(QObject* parent = nullptr);

    [[nodiscard]] QAction& operator[](Act act) { return *m_actions.at(act); }
    /// All of them, for a window to take over.
    [[nodiscard]] QList<QAction*> all() const;
    /// The menu that holds every one, with theme and language.
    void fill(QMenu& menu);

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
