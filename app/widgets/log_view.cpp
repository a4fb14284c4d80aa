#include "app/widgets/log_view.h"

#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"

#include <QEvent>
#include <QPaintEvent>
#include <QScrollBar>

namespace miaobu::app {

namespace {
constexpr int lineHeight = metrics::logLineHeight;
constexpr int topMargin = 8;
} // namespace

LogView::LogView(const LogLines& lines, QWidget* parent) : QAbstractScrollArea(parent), m_lines(lines) {
    setObjectName(QStringLiteral("logView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    m_dragTimer.setInterval(40);
    connect(&m_dragTimer, &QTimer::timeout, this, [this] {
        const QPoint position = viewport()->mapFromGlobal(QCursor::pos());
        const int step = position.y() < 0 ? -2 : position.y() > viewport()->height() ? 2 : 0;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
        m_selection.cursor = placeAt(position);
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&lines, &LogLines::grown, this, &LogView::onGrown);
    connect(&lines, &LogLines::replaced, this, &LogView::onReplaced);
    updateScrollBars();
}

int LogView::visibleLines() const {
    return std::max(1, (viewport()->height() - topMargin) / lineHeight);
}

int LogView::textLeft() const {
    return m_painter.gutterWidth() - horizontalScrollBar()->value();
}

qint64 LogView::firstVisibleLine() const {
    return verticalScrollBar()->value() + 1;
}

void LogView::updateScrollBars() {
    m_moving = true;
    m_painter.setLineCount(m_lines.count());
    const auto most = std::max<qint64>(0, m_lines.count() - visibleLines());
    verticalScrollBar()->setPageStep(visibleLines());
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
    updateScrollBars();
    viewport()->update();
}

void LogView::onReplaced() {
    m_selection = {};
    m_current = 0;
    m_widest = 0;
    updateScrollBars();
    viewport()->update();
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

void LogView::setSought(const QString& text) {
    m_sought = text;
    viewport()->update();
}

void LogView::showLine(qint64 line) {
    m_current = line;
    if (line > 0) {
        const qint64 first = firstVisibleLine();
        if (line < first || line >= first + visibleLines() - 1) {
            setFollowing(false);
            m_moving = true;
            verticalScrollBar()->setValue(static_cast<int>(std::max<qint64>(0, line - 1 - visibleLines() / 3)));
            m_moving = false;
        }
    }
    viewport()->update();
}

void LogView::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens.logGround);
    const qint64 first = firstVisibleLine();
    const bool hasBefore = first > 1;
    const QList<LogLine> lines = m_lines.lines(hasBefore ? first - 1 : first, visibleLines() + 3);
    const LogPainter::Frame frame{tokens, viewport()->width(), textLeft(), m_selection, m_sought, m_current};
    int widest = m_widest;
    int top = topMargin;
    for (qsizetype index = hasBefore ? 1 : 0; index < lines.size(); ++index) {
        LogLine line = lines.at(index);
        line.number = first + index - (hasBefore ? 1 : 0);
        m_painter.drawText(painter, line, top, frame);
        const bool begins = index == 0 || lines.at(index - 1).stage != line.stage || line.number == first;
        m_painter.drawGutter(painter, line, top, begins ? stageTitle(line.stage) : QString(), frame);
        widest = std::max(widest, m_painter.textWidth(LogPainter::shown(line.text)));
        top += lineHeight;
    }
    if (hasFocus()) {
        painter.fillRect(QRect(0, 0, 2, viewport()->height()), tokens.accent);
    }
    if (widest > m_widest) {
        m_widest = widest;
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
    }
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
