#pragma once

#include "app/models/activity.h"

#include <QObject>

class QSplitter;
class QWidget;

namespace miaobu::app {

class ActivityPane;
class ActivityPill;

/// Where the activity is: in a pane beside the page, in a drawer over it where there is no room beside, or in a pill in the
/// corner.
class ActivityDock final : public QObject {
    Q_OBJECT

public:
    /// \a splitter takes the pane at its end; both outlive this.
    ActivityDock(QWidget& window, QSplitter& splitter);

    void setRows(const QList<ActivityRow>& rows);
    /// Whether the pane is wanted where there is room for it; kept from one start to the next.
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_isWanted; }
    /// Opens the pane, or closes it.
    void toggle();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] ActivityPane& pane() { return *m_pane; }

signals:
    void openChanged(bool open);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool hasRoom() const;
    void place();

    QWidget& m_window;
    QSplitter& m_splitter;
    ActivityPane* m_pane;
    ActivityPill* m_pill;
    bool m_isWanted = false;
    bool m_isDrawer = false; ///< Opened where there is no room beside the page
    bool m_wasOpen = false;
};

} // namespace miaobu::app
