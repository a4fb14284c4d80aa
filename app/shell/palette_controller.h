#pragma once

#include "app/models/palette_model.h"
#include "app/screens/project/project_controller.h"
#include "app/shell/actions.h"

namespace miaobu::app {

class PaletteOverlay;
class ProjectListModel;
class WindowFrame;

/// Fills the command palette with what can be done at this moment, and remembers what was done last.
class PaletteController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    PaletteController(const WindowServices& services, Actions& actions, const ProjectListModel& projects,
        ProjectController& project, WindowFrame& frame);

    /// Opens the palette; closes it when it is open.
    void toggle();
    /// Actions that apply, projects, targets, deployments of the shown project to roll back to, and the choices.
    [[nodiscard]] QList<PaletteEntry> entries();

signals:
    void projectChosen(miaobu::ProjectId project);
    void targetChosen(const QString& target);
    void productionToggled(const QString& target);

private:
    void addActions(QList<PaletteEntry>& entries);
    void addChoices(QList<PaletteEntry>& entries) const;
    void addPlaces(QList<PaletteEntry>& entries);
    void addRollBacks(QList<PaletteEntry>& entries);
    [[nodiscard]] QStringList recent() const;
    void remember(const QString& id);

    WindowServices m_services;
    Actions& m_actions;
    const ProjectListModel& m_projects;
    ProjectController& m_project;
    WindowFrame& m_frame;
    PaletteOverlay* m_overlay = nullptr; ///< Made when it is first asked for
};

} // namespace miaobu::app
