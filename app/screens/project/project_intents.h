#pragma once

#include "app/models/log_links.h"
#include "core/model/deployment.h"
#include "core/model/web_app.h"
#include "core/ports/edge_cache.h"

#include <QObject>
#include <QUrl>

namespace miaobu::app {

/// Everything a person can ask for on a project's page. The page and its tabs emit, the controller listens.
class ProjectIntents final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void deploy();
    void cancel(); ///< What is deployed to the site
    void cancelDeployment(miaobu::DeploymentId deployment);
    void openSite();
    void openDeployment(const miaobu::Deployment& deployment);
    void prepareRollBack(miaobu::DeploymentId deployment); ///< Says what it would change, and asks; 0: the one before
    void leaveRollBack();
    void rollBack(miaobu::DeploymentId deployment);
    void compare(miaobu::DeploymentId deployment); ///< With the live one; the live one with the one before it
    void compareWithAnother(miaobu::DeploymentId deployment);
    void showLog(miaobu::DeploymentId deployment);
    void showRunningLog(); ///< What the web app says, instead of what a build said
    void saveLog();
    void openLog(); ///< In an editor
    void openFolder(); ///< What the shown log is about, on this computer
    void followLogs(bool follow); ///< From now on
    void copyLog(qint64 first, qint64 last); ///< So many lines that it takes a while
    void openLink(const miaobu::app::LogLink& link); ///< Of the log
    void pin(miaobu::DeploymentId deployment, bool pinned);
    void resume(miaobu::DeploymentId deployment);
    void discard(miaobu::DeploymentId deployment);
    void applySettings(const QString& name, const QString& target, const miaobu::BuildOverrides& overrides,
        const miaobu::FunctionSettings& function);
    void usePackage(); ///< Deploys the web app as a code package, from now on
    void buildInContainer(); ///< Builds the site in a container, from now on, and deploys it
    void usePort(int port); ///< Deploys the web app to be asked on it, from now on
    void describeImage(const miaobu::BuildOverrides& overrides); ///< How it would be built with them
    void saveDockerfile(const QString& text);
    void setSubmodules(bool fetched); ///< Of the repository
    void chooseRoot(const QString& rootDirectory);
    void remove();
    void goOnRemoving();
    void forgetAnyway(); ///< Here alone, whatever is left in the cloud
    void keepProject(); ///< That was being removed
    void lookAtCache();
    void purge(miaobu::PurgeKind kind, const QStringList& subjects); ///< None: every host
    void stopPurging();
    void checkReality();
    void watch(bool on); ///< Deploy on push
    void watchPaths(const QStringList& paths); ///< That count beside the root directory
    void watchBranches(bool on); ///< Makes a preview of every other branch that is pushed
    void lookForPushes();
    void startAnew(); ///< Another folder or repository
    void signIn(); ///< At GitHub
    void openTarget(); ///< The page of the place it is published to
    void openPage(const QUrl& page);
};

} // namespace miaobu::app
