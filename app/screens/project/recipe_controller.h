#pragma once

#include "app/screens/common/recipe_view.h"
#include "app/shell/window_services.h"
#include "core/deploy/source_inspector.h"
#include "core/model/project.h"

#include <QObject>

namespace miaobu::app {

class ProjectPage;
class Prompt;

/// Shows in a project's settings how the image of its web app is built, and saves that where a person wants it.
class RecipeController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    RecipeController(const WindowServices& services, Prompt& prompt, ProjectPage& page);

    void setProject(const Project& project);

private:
    void describe(const BuildOverrides& overrides);
    void describeFound();
    void save(const QString& text);
    void show();

    WindowServices m_services;
    Prompt& m_prompt;
    ProjectPage& m_page;
    Project m_project;
    BuildOverrides m_overrides; ///< To be described
    std::optional<Inspection> m_inspection; ///< Of the shown project's source
    RecipeState m_state;
};

} // namespace miaobu::app
