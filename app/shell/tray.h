#pragma once

#include "app/models/activity.h"
#include "app/models/project_list_model.h"

#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace miaobu::app {

/// The program in the desktop's tray, where there is one: a mark that says how things are, and a short menu. Everything
/// works without it.
class Tray final : public QObject {
    Q_OBJECT

public:
    Tray();
    ~Tray() override;

    [[nodiscard]] bool isAvailable() const { return m_icon != nullptr; }
    /// \a projects: in the order of their latest deployments.
    void setState(const ActivitySummary& summary, const QList<ProjectRow>& projects);
    /// A balloon at the tray, where there is one.
    void tell(const QString& title, const QString& text, bool isFailure);
    /// The menu as it is now; for one who opens it elsewhere.
    [[nodiscard]] QMenu& menu() { return *m_menu; }

signals:
    void showRequested();
    void quitRequested();
    void projectChosen(miaobu::ProjectId project);
    void deployRequested(miaobu::ProjectId project);
    void rollBackRequested(miaobu::ProjectId project);

private:
    void fill();

    ActivitySummary m_summary;
    QList<ProjectRow> m_projects; ///< The last ones that were deployed
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace miaobu::app
