#include "app/widgets/log_view.h"

#include "app/theme/metrics.h"

#include <QCursor>
#include <QEvent>
#include <QScrollBar>

namespace miaobu::app {

namespace {
constexpr int topMargin = metrics::space2;
}

LogView::LogView(const LogLines& lines, QWidget* parent) : QAbstractScrollArea(parent), m_lines(lines) {
    makeAccessible();
    setObjectName(QStringLiteral("logView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    m_dragTimer.setInterval(40);
    connect(&m_dragTimer, &QTimer::timeout, this, [this] {
        const QPoint position = viewport()->mapFromGlobal(QCursor::pos());
        const int step = position.y() < 0 ? -2 : position.y() > viewport()->height() ? 2 : 0;
        if (step != 0) {
            verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
            m_selection.cursor = placeAt(position);
            viewport()->update();
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&lines, &LogLines::grown, this, &LogView::onGrown);
    connect(&lines, &LogLines::replaced, this, &LogView::onReplaced);
    readRows();
}

int LogView::visibleRows() const {
    return std::max(1, (viewport()->height() - topMargin) / metrics::logLineHeight);
}

int LogView::textLeft() const {
    return m_painter.gutterWidth() - horizontalScrollBar()->value();
}

qint64 LogView::firstVisibleLine() const {
    const LogRow row = m_rows.at(verticalScrollBar()->value());
    return row.isHead() ? m_rows.sections().at(row.section).firstLine : row.line;
}

void LogView::readRows() {
    m_rows.setSections(m_lines.sections(), m_lines.count());
    updateScrollBars();
    viewport()->update();
}

void LogView::updateScrollBars() {
    m_moving = true;
    m_painter.setLineCount(m_lines.count());
    const auto most = std::max<qint64>(0, m_rows.count() - visibleRows());
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, static_cast<int>(std::min<qint64>(most, std::numeric_limits<int>::max())));
    const int room = viewport()->width() - m_painter.gutterWidth() - metrics::space4;
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - room));
    if (m_following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    m_moving = false;
}

void LogView::onGrown() {
    readRows();
}

void LogView::onReplaced() {
    m_selection = {};
    m_current = {};
    m_hovered.reset();
    m_seen.clear();
    m_widest = 0;
    readRows();
}

void LogView::onScrolled() {
    viewport()->update();
    if (!m_moving) {
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
    }
}

void LogView::setFollowing(bool following) {
    if (following == m_following) {
        return;
    }
    m_following = following;
    updateScrollBars();
    emit followingChanged(following);
}

void LogView::setSought(const LogPattern& pattern) {
    m_sought = pattern;
    viewport()->update();
}

void LogView::setFilter(const QList<qint64>* lines) {
    const qint64 stood = currentLine() > 0 ? currentLine() : firstVisibleLine();
    m_seen.clear();
    m_rows.setFilter(lines);
    updateScrollBars();
    if (!m_following) {
        scrollToRow(m_rows.rowOf(stood));
    }
    viewport()->update();
}

void LogView::filterChanged() {
    if (m_rows.isFiltered()) {
        m_rows.filterChanged();
        updateScrollBars();
        viewport()->update();
    }
}

void LogView::setNothingText(const QString& text) {
    m_nothing = text;
    viewport()->update();
}

void LogView::setFolded(qsizetype section, bool folded) {
    if (folded && m_current.section == section) {
        m_current.line = 0;
    }
    m_rows.setFolded(section, folded);
    updateScrollBars();
    viewport()->update();
}

void LogView::setAllFolded(bool folded) {
    const qint64 stood = firstVisibleLine();
    m_current.line = folded ? 0 : m_current.line;
    m_rows.setAllFolded(folded);
    updateScrollBars();
    scrollToRow(m_rows.rowOf(stood));
    viewport()->update();
}

void LogView::scrollToRow(qint64 row) {
    const qint64 first = verticalScrollBar()->value();
    if (row < first || row >= first + visibleRows()) {
        const qint64 top = std::max<qint64>(0, row - visibleRows() / 3);
        m_moving = true;
        verticalScrollBar()->setValue(static_cast<int>(std::min<qint64>(top, verticalScrollBar()->maximum())));
        m_moving = false;
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
    }
}

void LogView::showLine(qint64 line) {
    if (line <= 0) {
        m_current = {};
        return viewport()->update();
    }
    if (const qsizetype section = m_rows.sectionOf(line); section >= 0 && m_rows.isFolded(section)) {
        setFolded(section, false);
    }
    setFollowing(false);
    const qint64 row = m_rows.rowOf(line);
    scrollToRow(row);
    standOn(row);
}

void LogView::resizeEvent(QResizeEvent*) {
    updateScrollBars();
}

void LogView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        updateScrollBars();
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace miaobu::app
