#include "app/screens/project/deployment_menu.h"

#include "app/screens/project/project_intents.h"
#include "app/theme/icons.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace miaobu::app {

namespace {

struct DeploymentMenu {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::DeploymentMenu)
};

bool canResume(DeploymentState state) {
    return state == DeploymentState::Failed || state == DeploymentState::Cancelled
        || state == DeploymentState::Interrupted;
}

} // namespace

QMenu* deploymentMenu(const Deployment& deployment, ProjectIntents& intents, QWidget* parent) {
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const DeploymentId id = deployment.id;
    ProjectIntents* const out = &intents;
    const auto add = [menu](Icon icon, const QString& text, auto what) {
        QAction* const action = menu->addAction(iconOf(icon), text);
        QObject::connect(action, &QAction::triggered, action, what);
        return action;
    };
    if (deployment.state == DeploymentState::Live && !deployment.url.isEmpty()) {
        add(Icon::Open, DeploymentMenu::tr("Open site"), [out, deployment] { emit out->openDeployment(deployment); });
    }
    const bool isSite = deployment.preview.isEmpty();
    if (deployment.state == DeploymentState::Ready && isSite) {
        add(Icon::RollBack, DeploymentMenu::tr("Roll back to this…"), [out, id] { emit out->prepareRollBack(id); });
    }
    const bool isComplete = deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready;
    if (isComplete) {
        const QString with = deployment.state == DeploymentState::Live && isSite
            ? DeploymentMenu::tr("Compare with the one before")
            : DeploymentMenu::tr("Compare with live");
        add(Icon::Compare, with, [out, id] { emit out->compare(id); });
        add(Icon::Compare, DeploymentMenu::tr("Compare with…"), [out, id] { emit out->compareWithAnother(id); });
    }
    add(Icon::Log, DeploymentMenu::tr("Show log"), [out, id] { emit out->showLog(id); });
    if (isActive(deployment.state)) {
        add(Icon::Stop, DeploymentMenu::tr("Cancel"), [out, id] { emit out->cancelDeployment(id); });
    }
    if (canResume(deployment.state)) {
        add(Icon::Deploy, DeploymentMenu::tr("Resume"), [out, id] { emit out->resume(id); });
        add(Icon::Trash, DeploymentMenu::tr("Discard what was uploaded"), [out, id] { emit out->discard(id); });
    }
    if (isComplete) {
        const bool pinned = deployment.pinned;
        add(Icon::Pin, pinned ? DeploymentMenu::tr("Unpin") : DeploymentMenu::tr("Pin: never remove it"),
            [out, id, pinned] { emit out->pin(id, !pinned); });
    }
    menu->addSeparator();
    add(Icon::Copy, DeploymentMenu::tr("Copy id"),
        [id] { QGuiApplication::clipboard()->setText(QString::number(id)); });
    if (const QString commit = deployment.revision.commit; !commit.isEmpty()) {
        add(Icon::Copy, DeploymentMenu::tr("Copy commit"), [commit] { QGuiApplication::clipboard()->setText(commit); });
    }
    return menu;
}

} // namespace miaobu::app
