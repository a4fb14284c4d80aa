#pragma once

#include "app/models/project_list_model.h"
#include "app/models/run_progress.h"
#include "app/shell/window_services.h"

#include <QTimer>

namespace miaobu::app {

/// Keeps the list of projects and the table of what runs up to date.
class ProjectListController final : public QObject {
    Q_OBJECT

public:
    explicit ProjectListController(const WindowServices& services);

    [[nodiscard]] ProjectListModel& model() { return m_model; }
    [[nodiscard]] const RunTable& runs() const { return m_runs; }
    [[nodiscard]] int running() const { return m_running; }
    [[nodiscard]] int queued() const { return m_queued; }
    /// Reads everything again.
    void refresh();

signals:
    void refreshed();

private:
    [[nodiscard]] ProjectRow rowOf(const Project& project, const QHash<ProjectId, Deployment>& latest) const;

    WindowServices m_services;
    ProjectListModel m_model;
    RunTable m_runs;
    QSet<ProjectId> m_removing; ///< In this process, at this moment
    int m_running = 0;
    int m_queued = 0;
    QTimer m_soon; ///< Several changes at once are one reading.
};

} // namespace miaobu::app
