#include "app/screens/new_project/new_project_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/new_project/new_project_page.h"
#include "app/text/state_text.h"
#include "core/deploy/deployer.h"
#include "core/github/repository_service.h"
#include "core/ports/targets.h"

#include <QDir>
#include <QSaveFile>

namespace miaobu::app {

NewProjectController::NewProjectController(const WindowServices& services, Prompt& prompt, NewProjectPage& page)
    : m_services(services), m_prompt(prompt), m_page(page), m_repositories(services, page.repositories()) {
    connect(&page, &NewProjectPage::folderRequested, this, &NewProjectController::chooseFolder);
    connect(&page, &NewProjectPage::addressEntered, this, &NewProjectController::openAddress);
    connect(&page, &NewProjectPage::backRequested, this, &NewProjectController::goBack);
    connect(&page, &NewProjectPage::rootChosen, this, [this](const QString& root) { inspect(m_state.source, root); });
    connect(&page, &NewProjectPage::alternativeChosen, this, &NewProjectController::chooseAlternative);
    connect(&page, &NewProjectPage::retryRequested, this, [this] { inspect(m_state.source, m_root); });
    connect(&page, &NewProjectPage::slugEdited, this, &NewProjectController::judgeSlug);
    connect(&page, &NewProjectPage::targetChosen, this, &NewProjectController::chooseTarget);
    connect(&page, &NewProjectPage::connectRequested, this, &NewProjectController::connectRequested);
    connect(&page, &NewProjectPage::dockerfileSaveRequested, this, &NewProjectController::saveDockerfile);
    connect(&page, &NewProjectPage::deployRequested, this, &NewProjectController::deploy);
    connect(&page, &NewProjectPage::branchChosen, this, [this](const QString& branch) {
        Source source = m_state.source;
        source.branch = branch;
        inspect(source, m_root);
    });
    connectAddressCheck();
    connectGitHub();
    connect(&services.inspector, &SourceInspector::fetching, this, &NewProjectController::onFetching);
    connect(&services.inspector, &SourceInspector::inspected, this, &NewProjectController::onInspected);
    connect(&services.inspector, &SourceInspector::failed, this, &NewProjectController::onFailed);
    connect(&page, &NewProjectPage::buildEdited, this, [this](const BuildOverrides& overrides) {
        m_services.inspector.describe(m_inspection, withOverrides(m_state.plan, overrides));
    });
    connect(&services.inspector, &SourceInspector::described, this, [this](const ImageRecipe& recipe) {
        m_state.recipe = recipeView(recipe);
        m_page.setRecipe(m_state.recipe);
    });
}

void NewProjectController::begin() {
    m_services.inspector.cancel();
    m_state = {};
    m_repositories.open();
    show();
    emit opened();
}

void NewProjectController::comeBack() {
    m_repositories.open();
    if (m_state.error && m_state.step == NewProjectState::Step::Choose && !m_state.source.location.isEmpty()) {
        return inspect(m_state.source, m_root);
    }
    show();
    emit opened();
}

void NewProjectController::suggest(const QString& address) {
    begin();
    m_state.source = {SourceKind::Git, address, {}};
    show();
}

void NewProjectController::chooseFolder() {
    m_prompt.chooseFolder([this](const QString& folder) { openFolder(folder); });
}

void NewProjectController::openFolder(const QString& folder) {
    inspect({SourceKind::Folder, QDir(folder).absolutePath(), {}}, {});
}

void NewProjectController::openAddress(const QString& address, const QString& branch) {
    // A path typed into the field for addresses is a folder all the same.
    const QString path = address.startsWith(QLatin1String("~/")) ? QDir::homePath() + address.mid(1) : address;
    if (QDir::isAbsolutePath(path)) {
        return openFolder(path);
    }
    inspect({SourceKind::Git, address, branch}, {});
}

void NewProjectController::inspect(const Source& source, const QString& rootDirectory) {
    m_root = rootDirectory;
    m_repository.reset();
    m_state = {};
    m_state.step = NewProjectState::Step::Looking;
    m_state.source = source;
    show();
    emit opened();
    m_services.inspector.inspect(source, rootDirectory);
}

void NewProjectController::chooseAlternative(const QString& choice) {
    Source source = m_state.source;
    const bool isBranch = m_state.error && m_state.error->kind == ErrorKind::BranchNotFound;
    if (isBranch) {
        source.branch = choice;
    }
    inspect(source, isBranch ? m_root : choice);
}

void NewProjectController::onFetching(const SourceFetch& fetch) {
    if (m_state.step == NewProjectState::Step::Looking) {
        m_state.fetch = fetch;
        m_page.setFetch(fetch);
    }
}

void NewProjectController::onInspected(const Inspection& inspection) {
    if (m_state.step != NewProjectState::Step::Looking) {
        return;
    }
    m_state.step = NewProjectState::Step::Configure;
    m_state.fetch.reset();
    m_state.source = inspection.source;
    m_state.revision = shortCommit(inspection.revision.commit);
    m_state.branch = inspection.revision.branch;
    m_repository = inspection.repository;
    if (m_repository) {
        m_branches = m_services.gitHub.repositories.findBranches(m_repository->host, m_repository->fullName);
    }
    m_state.plan = inspection.plan;
    m_state.recipe = recipeView(inspection.recipe);
    m_inspection = inspection;
    m_state.name = inspection.name;
    m_state.slug = inspection.slug;
    m_state.targets = m_services.targets.names();
    m_state.target = localTargetName;
    show();
    judgeSlug(m_state.slug);
}

void NewProjectController::onFailed(const Error& error) {
    if (m_state.step != NewProjectState::Step::Looking) {
        return;
    }
    m_state.step = NewProjectState::Step::Choose;
    m_state.fetch.reset();
    m_state.error = shownError(error);
    show();
}

void NewProjectController::goBack() {
    m_services.inspector.cancel();
    if (m_state.step == NewProjectState::Step::Choose && !m_state.error) {
        emit left();
        return;
    }
    const Source source = m_state.source;
    m_state = {};
    if (source.kind == SourceKind::Git) {
        m_state.source = source;
    }
    show();
}

void NewProjectController::resume(const QString& target) {
    m_state.targets = m_services.targets.names();
    m_state.target = m_state.targets.contains(target) ? target : m_state.target;
    m_page.setTargets(m_state.targets, m_state.target);
    judgeSlug(m_slug);
    emit opened();
}

void NewProjectController::deploy(const QString& name, const QString& slug, const QString& target,
    const BuildOverrides& overrides, const QList<VariableDraft>& variables) {
    Project project;
    project.name = name.isEmpty() ? slug : name;
    project.slug = slug;
    project.source = m_state.source;
    project.target = target;
    project.plan = m_state.plan;
    project.overrides = overrides;
    try {
        project = m_services.deployer.addProject(project);
        linkToGitHub(project.id);
        DeployRequest request;
        request.project = project.id;
        request.target = target;
        if (variables.isEmpty()) {
            m_services.deployer.deploy(request);
        }
    } catch (const Error& error) {
        m_state.error = shownError(error);
        m_state.name = name;
        m_state.slug = slug;
        m_state.overrides = overrides;
        if (project.id == 0) {
            show();
            judgeSlug(slug);
            return;
        }
    }
    const ProjectId id = project.id;
    m_state = {};
    show();
    emit created(id, variables);
}

void NewProjectController::saveDockerfile(const QString& text) {
    const bool isFolder = m_state.source.kind == SourceKind::Folder;
    const QString folder
        = isFolder ? QDir(m_state.source.location).filePath(m_state.plan.rootDirectory) : QDir::homePath();
    const QString suggestion = QDir(folder).filePath(QStringLiteral("Dockerfile"));
    m_prompt.chooseFileToWrite(suggestion, [this, text](const QString& path) {
        QSaveFile file(path);
        const QByteArray bytes = text.toUtf8();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            m_state.error = shownError(Error(ErrorKind::FileSystem, path, file.errorString()));
            show();
        }
    });
}

void NewProjectController::show() {
    m_page.setState(m_state);
}

} // namespace miaobu::app
