#include "app/screens/project/recipe_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/common/shown_error.h"
#include "app/screens/project/project_page.h"

#include <QDir>
#include <QSaveFile>

namespace miaobu::app {

RecipeController::RecipeController(const WindowServices& services, Prompt& prompt, ProjectPage& page)
    : m_services(services), m_prompt(prompt), m_page(page) {
    connect(&page.intents(), &ProjectIntents::describeImage, this, &RecipeController::describe);
    connect(&page.intents(), &ProjectIntents::saveDockerfile, this, &RecipeController::save);
    SourceInspector* const inspector = &services.projectInspector;
    connect(inspector, &SourceInspector::inspected, this, [this](const Inspection& inspection) {
        m_inspection = inspection;
        describeFound();
    });
    connect(inspector, &SourceInspector::failed, this, [this](const Error& error) {
        m_state = {{}, false, shownError(error).words.what};
        show();
    });
    connect(inspector, &SourceInspector::described, this, [this](const ImageRecipe& recipe) {
        const QString problem = recipe.dockerfile.isEmpty() ? tr("Nothing says how this app is started.") : QString();
        m_state = {recipeView(recipe), false, problem};
        show();
    });
}

void RecipeController::setProject(const Project& project) {
    const bool isOther = project.id != m_project.id || project.plan != m_project.plan
        || project.source != m_project.source || project.overrides.rootDirectory != m_project.overrides.rootDirectory;
    m_project = project;
    if (isOther) {
        m_services.projectInspector.cancel();
        m_inspection.reset();
        m_state = {};
        show();
    }
}

void RecipeController::describe(const BuildOverrides& overrides) {
    m_overrides = overrides;
    if (m_inspection) {
        return describeFound();
    }
    if (!m_state.isLooking) {
        m_state = {{}, true, {}};
        show();
        m_services.projectInspector.inspect(m_project.source, m_project.overrides.rootDirectory);
    }
}

void RecipeController::describeFound() {
    m_services.projectInspector.describe(*m_inspection, withOverrides(m_inspection->plan, m_overrides));
}

void RecipeController::save(const QString& text) {
    const bool isFolder = m_project.source.kind == SourceKind::Folder;
    const QString folder
        = isFolder ? QDir(m_project.source.location).filePath(m_project.overrides.rootDirectory) : QDir::homePath();
    m_prompt.chooseFileToWrite(QDir(folder).filePath(QStringLiteral("Dockerfile")), [this, text](const QString& path) {
        QSaveFile file(path);
        const QByteArray bytes = text.toUtf8();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            m_state.problem = shownError(Error(ErrorKind::FileSystem, path, file.errorString())).words.what;
            show();
        }
    });
}

void RecipeController::show() {
    m_page.setRecipe(m_state);
}

} // namespace miaobu::app
