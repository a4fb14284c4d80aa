#pragma once

#include "app/screens/reality/reality_state.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QHash>
#include <QObject>

namespace miaobu::app {

class RealityPage;

/// Checks a project or a target against the cloud, and puts right what a person chooses. What was found stays while
/// other pages are shown.
class RealityController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    RealityController(const WindowServices& services, RealityPage& page);

    /// Shows the check of \a project on every target it is on, and begins it.
    void openProject(ProjectId project);
    /// Shows the check of everything on \a target, and begins it.
    void openTarget(const QString& target);

signals:
    /// A check or a repair is under way; the service tells how it ends.
    void begun(miaobu::OperationId operation, miaobu::ProjectId project, const QString& title, const QString& working);
    void opened();
    /// Back to what was checked: a project, or else a target.
    void left(miaobu::ProjectId project, const QString& target);

private:
    struct Scope {
        ProjectId project = 0;
        QString target;

        bool operator==(const Scope&) const = default;
        friend size_t qHash(const Scope& scope, size_t seed = 0) {
            return qHashMulti(seed, scope.project, scope.target);
        }
    };
    struct Work {
        Scope scope;
        std::optional<RealityFinding> finding; ///< That is put right; nothing for a check.
    };

    void begin(OperationId operation, const Work& work, const QString& working);
    void connectPage();
    void connectService();
    void open(const Scope& scope);
    void check();
    void stop();
    void fix(const RealityFinding& finding, RealityFix fix);
    void takeReport(OperationId operation, const RealityReport& report);
    void end(const Work& work, const std::optional<Error>& error);
    void endFix(const Work& work, const std::optional<Error>& error);
    [[nodiscard]] RealityState& shown() { return m_states[m_shown]; }
    void show();

    WindowServices m_services;
    RealityPage& m_page;
    Scope m_shown;
    QHash<Scope, RealityState> m_states;
    QHash<OperationId, Work> m_work;
};

} // namespace miaobu::app
