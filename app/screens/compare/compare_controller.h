#pragma once

#include "app/screens/compare/compare_state.h"
#include "app/shell/window_services.h"

#include <QTimer>

namespace miaobu::app {

class ComparePage;

/// Compares two deployments of a project and shows what differs on its page.
class CompareController final : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    CompareController(const WindowServices& services, ComparePage& page);

    /// Shows \a project with these two. 0 is chosen for the person: after, the one about to be published, or else the live one;
    /// before, the live one, or else the complete one before that.
    void open(ProjectId project, DeploymentId before = 0, DeploymentId after = 0);
    /// Shows \a project with \a after alone: the other one is for the person to choose.
    void openToChoose(ProjectId project, DeploymentId after);
    [[nodiscard]] ProjectId project() const { return m_state.project.id; }
    /// Ends what is being read; the page is not seen any more.
    void suspend();

signals:
    void opened();
    void left(miaobu::ProjectId project);

private:
    void connectPage();
    void connectComparison();
    void readChoices();
    [[nodiscard]] DeploymentId versionBefore(DeploymentId deployment) const;
    void chooseTwo(DeploymentId before, DeploymentId after);
    void compare();
    void chooseFile(const FileChange& change);
    void readFile();
    void fail(const Error& error);
    void refreshChoices();
    [[nodiscard]] const Deployment* purgedSide() const;
    void deployPurged();
    void show();
    [[nodiscard]] bool hasContents(DeploymentId deployment) const;

    WindowServices m_services;
    ComparePage& m_page;
    CompareState m_state;
    FileState m_file;
    OperationId m_comparing = 0; ///< 0: nothing is asked for
    OperationId m_reading = 0;
    QTimer m_settled; ///< Until the person rests on a file
};

} // namespace miaobu::app
