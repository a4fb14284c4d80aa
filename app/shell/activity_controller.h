#pragma once

#include "app/models/activity.h"
#include "app/shell/window_services.h"
#include "core/async/error.h"
#include "core/async/operation.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace miaobu::app {

class ProjectListController;

/// Keeps account of everything that runs, of any project and process, and of what ended until it was read.
class ActivityController final : public QObject {
    Q_OBJECT

public:
    /// \a list outlives this and says when to look.
    ActivityController(const WindowServices& services, ProjectListController& list);

    [[nodiscard]] const QList<ActivityRow>& rows() const { return m_rows; }
    /// Tells of an operation of the deployer that a person began; it ends by the deployer's own signals.
    void addOperation(OperationId operation, ProjectId project, const QString& working);
    /// The same of one of the reality service; \a title is what it is about.
    void addRealityOperation(OperationId operation, ProjectId project, const QString& title, const QString& working);
    /// The row \a id was read: it goes unless it is under way.
    void dismiss(const QString& id);
    void dismissAll();
    void stop(DeploymentId deployment);
    /// Says every row anew, as after a change of the language.
    void refresh();

signals:
    void changed();
    /// A deployment that was under way while this looked is over.
    void ended(const miaobu::Deployment& deployment);

private:
    /// Words are made when they are shown: a language may have been chosen since.
    using Words = std::function<QString()>;
    struct Work {
        ActivityRow row;
        Words title;
        Words working;
        Words outcome; ///< Null while it is under way
    };

    void connectOperations();
    void connectTargets();
    void connectPurging();
    void connectRemovals();
    void noteEnded(const QSet<DeploymentId>& active);
    void begin(const QString& id, ProjectId project, const Words& title, const Words& working);
    void progress(const QString& id, int percent);
    void end(const QString& id, Tone tone, const Words& outcome);
    void endWell(const QString& id);
    void endBadly(const QString& id, const Error& error);
    [[nodiscard]] static ActivityRow rowOf(const Work& work);
    [[nodiscard]] QString nameOf(ProjectId project) const;

    WindowServices m_services;
    ProjectListController& m_list;
    QSet<DeploymentId> m_active; ///< When this looked last
    QList<Deployment> m_ended; ///< Not read yet, newest first
    QList<Work> m_operations; ///< Newest first
    QList<ActivityRow> m_rows;
};

} // namespace miaobu::app
