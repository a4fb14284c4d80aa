#include "app/shell/palette_controller.h"

#include "app/models/project_list_model.h"
#include "app/shell/palette_overlay.h"
#include "app/shell/window_frame.h"
#include "app/text/state_text.h"
#include "core/model/target.h"
#include "core/ports/targets.h"
#include "core/store/settings_table.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {
constexpr qsizetype mostRecent = 8;

Icon iconFor(Actions::Act act, bool isChecked) {
    return isChecked ? Icon::Check : Actions::drawingOf(act).value_or(Icon::Settings);
}

} // namespace

PaletteController::PaletteController(const WindowServices& services, Actions& actions, const ProjectListModel& projects,
    ProjectController& project, WindowFrame& frame)
    : m_services(services), m_actions(actions), m_projects(projects), m_project(project), m_frame(frame) { }

void PaletteController::toggle() {
    if (!m_overlay) {
        m_overlay = new PaletteOverlay(m_frame);
        connect(m_overlay, &PaletteOverlay::chosen, this, &PaletteController::remember);
    }
    if (m_overlay->isVisible()) {
        m_overlay->close();
    } else {
        m_overlay->openWith(entries(), recent());
    }
}

QList<PaletteEntry> PaletteController::entries() {
    QList<PaletteEntry> entries;
    addActions(entries);
    addRollBacks(entries);
    addPlaces(entries);
    addChoices(entries);
    return entries;
}

void PaletteController::addActions(QList<PaletteEntry>& entries) {
    for (const Actions::Group& group : Actions::groups()) {
        for (const Actions::Act act : group.acts) {
            QAction& action = m_actions[act];
            if (action.isEnabled() && act != Actions::Act::ShowPalette) {
                entries.append({.id = Actions::idOf(act),
                    .title = action.text(),
                    .note = group.title,
                    .keys = action.shortcut().toString(QKeySequence::NativeText),
                    .icon = iconFor(act, action.isChecked()),
                    .run = [&action] { action.trigger(); }});
            }
        }
    }
}

void PaletteController::addChoices(QList<PaletteEntry>& entries) const {
    const auto add = [&entries](const QString& id, const QString& note, QAction* action) {
        entries.append({.id = id,
            .title = action->text(),
            .note = note,
            .keys = {},
            .icon = action->isChecked() ? Icon::Check : Icon::Settings,
            .run = [action] { action->trigger(); }});
    };
    for (QAction* action : m_actions.themes()) {
        add(u"theme/"_s + action->data().toString(), tr("Theme"), action);
    }
    for (QAction* action : m_actions.languages()) {
        add(u"language/"_s + action->data().toString(), tr("Language"), action);
    }
}

void PaletteController::addPlaces(QList<PaletteEntry>& entries) {
    for (const ProjectRow& row : m_projects.rows()) {
        entries.append({.id = u"project/"_s + row.slug,
            .title = row.name,
            .note = tr("Project"),
            .keys = {},
            .icon = Icon::Globe,
            .run = [this, id = row.id] { emit projectChosen(id); }});
    }
    for (const QString& target : m_services.targets.names()) {
        entries.append({.id = u"target/"_s + target,
            .title = targetTitle(target),
            .note = tr("Target"),
            .keys = {},
            .icon = target == localTargetName ? Icon::Computer : Icon::Cloud,
            .run = [this, target] { emit targetChosen(target); }});
        if (target != localTargetName) {
            entries.append({.id = u"production/"_s + target,
                .title = tr("Mark %1 as production, or not").arg(target),
                .note = tr("Target"),
                .keys = {},
                .icon = Icon::Cloud,
                .run = [this, target] { emit productionToggled(target); }});
        }
    }
}

void PaletteController::addRollBacks(QList<PaletteEntry>& entries) {
    for (const Deployment& deployment : m_project.restorable()) {
        entries.append({.id = u"roll-back/%1"_s.arg(deployment.id),
            .title = tr("Roll back to #%1…").arg(deployment.number),
            .note = deployment.revision.message.isEmpty() ? shortCommit(deployment.revision.commit)
                                                          : deployment.revision.message.left(48),
            .keys = {},
            .icon = Icon::RollBack,
            .run = [this, id = deployment.id] {
                emit projectChosen(m_project.project());
                m_project.prepareRollBack(id);
            }});
    }
}

QStringList PaletteController::recent() const {
    return SettingsTable(m_services.database)
        .value(settings::recentCommands())
        .toString()
        .split(u'\n', Qt::SkipEmptyParts);
}

void PaletteController::remember(const QString& id) {
    QStringList ids = recent();
    ids.removeAll(id);
    ids.prepend(id);
    SettingsTable(m_services.database)
        .setValue(settings::recentCommands(), QStringList(ids.mid(0, mostRecent)).join(u'\n'));
}

} // namespace miaobu::app
