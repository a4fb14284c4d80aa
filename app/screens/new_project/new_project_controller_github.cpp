// What a new project has to do with GitHub: the list it is chosen from, its branches, and where it came from.
#include "app/screens/new_project/new_project_controller.h"
#include "app/screens/new_project/new_project_page.h"
#include "core/github/repository_service.h"
#include "core/store/project_repository_table.h"

namespace miaobu::app {

void NewProjectController::connectGitHub() {
    connect(&m_page, &NewProjectPage::signInRequested, this, &NewProjectController::accountsRequested);
    connect(
        &m_repositories, &RepositoriesController::accountsRequested, this, &NewProjectController::accountsRequested);
    connect(&m_repositories, &RepositoriesController::chosen, this,
        [this](const QString& location) { inspect({SourceKind::Git, location, {}}, {}); });
    connect(&m_services.gitHub.repositories, &RepositoryService::branchesFound, this,
        [this](OperationId operation, const QList<GitHubBranch>& branches) {
            if (operation != m_branches || m_state.step != NewProjectState::Step::Configure) {
                return;
            }
            m_state.branches.clear();
            for (const GitHubBranch& branch : branches) {
                m_state.branches.append(branch.name);
            }
            m_page.setBranches(m_state.branches, m_state.branch);
        });
}

void NewProjectController::linkToGitHub(ProjectId project) const {
    if (m_repository) {
        ProjectRepository link = *m_repository;
        link.project = project;
        ProjectRepositoryTable(m_services.database).put(link);
    }
}

} // namespace miaobu::app
