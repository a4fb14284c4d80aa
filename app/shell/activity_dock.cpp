#include "app/shell/activity_dock.h"

#include "app/shell/activity_pane.h"
#include "app/shell/activity_pill.h"
#include "app/theme/metrics.h"

#include <QEvent>
#include <QSplitter>

namespace miaobu::app {

namespace {
constexpr int roomFrom = 1120; ///< Sidebar, the narrowest page, pane
constexpr int drawerWidth = 304;
} // namespace

ActivityDock::ActivityDock(QWidget& window, QSplitter& splitter)
    : QObject(&window), m_window(window), m_splitter(splitter), m_pane(new ActivityPane(&window)),
      m_pill(new ActivityPill(&window)) {
    m_pane->hide();
    m_pill->hide();
    window.installEventFilter(this);
    splitter.installEventFilter(this);
    connect(m_pill, &ActivityPill::clicked, this, [this] {
        toggle();
        m_pane->takeFocus();
    });
    connect(m_pane, &ActivityPane::closeRequested, this, &ActivityDock::toggle);
}

bool ActivityDock::hasRoom() const {
    return m_window.width() >= roomFrom;
}

bool ActivityDock::isOpen() const {
    return hasRoom() ? m_isWanted : m_isDrawer;
}

void ActivityDock::setRows(const QList<ActivityRow>& rows) {
    m_pane->setRows(rows);
    m_pill->setSummary(summaryOf(rows));
    place();
}

void ActivityDock::setWanted(bool wanted) {
    m_isWanted = wanted;
    place();
}

void ActivityDock::toggle() {
    if (hasRoom()) {
        m_isWanted = !m_isWanted;
    } else {
        m_isDrawer = !m_isDrawer;
    }
    place();
}

void ActivityDock::place() {
    const QRect area(m_splitter.mapTo(&m_window, QPoint()), m_splitter.size());
    if (hasRoom()) {
        m_isDrawer = false;
        if (m_splitter.indexOf(m_pane) < 0) {
            m_splitter.addWidget(m_pane);
            m_splitter.setStretchFactor(m_splitter.indexOf(m_pane), 0);
        }
    } else {
        if (m_splitter.indexOf(m_pane) >= 0) {
            m_pane->setParent(&m_window);
        }
        m_pane->setGeometry(area.right() + 1 - drawerWidth, area.top(), drawerWidth, area.height());
        m_pane->raise();
    }
    const bool open = isOpen();
    m_pane->setVisible(open);
    m_pill->setVisible(!open && m_pill->hasWords());
    const QSize size = m_pill->sizeHint();
    m_pill->setGeometry(QRect(
        QPoint(area.right() - size.width() - metrics::space4, area.bottom() - size.height() - metrics::space3), size));
    m_pill->raise();
    if (open != m_wasOpen) {
        m_wasOpen = open;
        emit openChanged(open);
    }
}

bool ActivityDock::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        place();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace miaobu::app
