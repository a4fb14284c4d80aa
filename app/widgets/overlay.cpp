#include "app/widgets/overlay.h"

#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/card.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {
constexpr int shade = 170; // Of 255
constexpr int panelTop = 72;
} // namespace

Overlay::Overlay(QWidget& window, int width)
    : QWidget(&window), m_width(width), m_panel(new Card(this)), m_column(new QVBoxLayout(m_panel)) {
    setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(metrics::space2, metrics::space2, metrics::space2, metrics::space2);
    m_column->setSpacing(metrics::space2);
    window.installEventFilter(this);
    hide();
}

void Overlay::open(QWidget& first) {
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
    }
    show();
    raise();
    place();
    first.setFocus(Qt::PopupFocusReason);
}

void Overlay::close() {
    if (!isVisible()) {
        return;
    }
    hide();
    if (m_before) {
        m_before->setFocus(Qt::PopupFocusReason);
    }
    emit closed();
}

void Overlay::place() {
    const QRect whole = parentWidget()->rect();
    setGeometry(whole);
    const int width = std::min(m_width, whole.width() - 2 * metrics::space4);
    const int top = std::min(panelTop, whole.height() / 8);
    const int height = std::min(m_column->sizeHint().height(), whole.height() - top - metrics::space4);
    m_panel->setGeometry((whole.width() - width) / 2, top, width, height);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool next) {
    QWidget* const now = QApplication::focusWidget();
    if (!now || !isAncestorOf(now)) {
        return false;
    }
    QWidget* candidate = now;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
    } while (candidate != now
        && (!isAncestorOf(candidate) || !candidate->isVisible() || !candidate->isEnabled()
            || !(candidate->focusPolicy() & Qt::TabFocus)));
    candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Overlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
    }
    event->accept();
}

void Overlay::mousePressEvent(QMouseEvent* event) {
    if (!m_panel->geometry().contains(event->pos())) {
        close();
    }
    event->accept();
}

void Overlay::paintEvent(QPaintEvent*) {
    QColor color = tokensFor(palette()).ground;
    color.setAlpha(shade);
    QPainter(this).fillRect(rect(), color);
}

} // namespace miaobu::app
