#include "app/shell/project_menu.h"

#include "app/theme/icons.h"

#include <QCoreApplication>
#include <QMenu>

namespace miaobu::app {

namespace {

struct MenuText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::MenuText)
};

QMenu* ownMenu(QWidget* parent, const QString& name) {
    auto* const menu = new QMenu(parent);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

QAction* add(QMenu& menu, const QString& text, const QString& name, const std::function<void()>& work) {
    QAction* const action = menu.addAction(text);
    action->setObjectName(name);
    QObject::connect(action, &QAction::triggered, &menu, [work] { work(); });
    return action;
}

} // namespace

QMenu* projectMenu(const ProjectMenuActions& actions, bool isPinned, QWidget* parent) {
    QMenu* const menu = ownMenu(parent, QStringLiteral("projectMenu"));
    add(*menu, MenuText::tr("Open"), QStringLiteral("menuOpen"), actions.open);
    add(*menu, MenuText::tr("Deploy"), QStringLiteral("menuDeploy"), actions.deploy)->setIcon(iconOf(Icon::Deploy));
    if (actions.openSite) {
        add(*menu, MenuText::tr("Open the site"), QStringLiteral("menuSite"), actions.openSite)
            ->setIcon(iconOf(Icon::Open));
    }
    menu->addSeparator();
    add(*menu, isPinned ? MenuText::tr("Take the pin away") : MenuText::tr("Pin to the top"), QStringLiteral("menuPin"),
        actions.pin)
        ->setIcon(iconOf(Icon::Pin));
    menu->addSeparator();
    add(*menu, MenuText::tr("Delete…"), QStringLiteral("menuRemove"), actions.remove)->setIcon(iconOf(Icon::Trash));
    return menu;
}

QMenu* targetMenu(
    const std::function<void()>& open, const std::function<void(bool)>& mark, bool isProduction, QWidget* parent) {
    QMenu* const menu = ownMenu(parent, QStringLiteral("targetMenu"));
    add(*menu, MenuText::tr("Open"), QStringLiteral("menuOpen"), open);
    QAction* const production = menu->addAction(MenuText::tr("Production"));
    production->setObjectName(QStringLiteral("menuProduction"));
    production->setCheckable(true);
    production->setChecked(isProduction);
    QObject::connect(production, &QAction::triggered, menu, [mark](bool checked) { mark(checked); });
    return menu;
}

} // namespace miaobu::app
