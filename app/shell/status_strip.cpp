#include "app/shell/status_strip.h"

#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace miaobu::app {

namespace {
constexpr int tellMilliseconds = 6000;
}

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent), m_said(new Label(Type::Small, Ink::Text, Label::Overflow::Elide)),
      m_activity(new Label(Type::Small, Ink::Muted)) {
    setFixedHeight(metrics::statusStripHeight);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_said->setObjectName(QStringLiteral("statusSaid"));
    m_activity->setObjectName(QStringLiteral("statusActivity"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space4, 1, metrics::space4, 0);
    row->addWidget(m_said, 1);
    row->addWidget(m_activity);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(tellMilliseconds);
    connect(&m_quiet, &QTimer::timeout, m_said, &QLabel::clear);
    retranslate();
}

void StatusStrip::setActivity(int running, int queued) {
    m_running = running;
    m_queued = queued;
    retranslate();
}

void StatusStrip::tell(const QString& sentence) {
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    m_quiet.start();
    QAccessibleEvent alert(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusStrip::retranslate() {
    m_activity->setText(m_running == 0 && m_queued == 0 ? tr("Nothing running")
                                                        : tr("%1 running · %2 queued").arg(m_running).arg(m_queued));
}

void StatusStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokensFor(palette()).line);
}

void StatusStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
