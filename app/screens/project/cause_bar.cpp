#include "app/screens/project/cause_bar.h"

#include "app/text/error_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

namespace {
constexpr int mark = 12;
}

CauseBar::CauseBar(QWidget* parent)
    : QWidget(parent), m_text(new Label(Type::Text, Ink::Text, Label::Overflow::Elide)), m_port(new QPushButton),
      m_show(new QPushButton), m_open(new QPushButton), m_copy(new QPushButton) {
    setObjectName(QStringLiteral("causeBar"));
    m_text->setObjectName(QStringLiteral("causeText"));
    m_port->setObjectName(QStringLiteral("causePort"));
    m_show->setObjectName(QStringLiteral("causeShow"));
    m_open->setObjectName(QStringLiteral("causeOpen"));
    m_copy->setObjectName(QStringLiteral("causeCopy"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(
        metrics::space5 + mark + metrics::space2, metrics::space2, metrics::space4, metrics::space2);
    row->setSpacing(metrics::space1);
    row->addWidget(m_text, 1);
    for (QPushButton* const button : {m_open, m_show, m_copy}) {
        setButtonKind(*button, ButtonKind::Quiet);
        row->addWidget(button);
    }
    row->addSpacing(metrics::space1);
    row->addWidget(m_port);
    connect(m_show, &QPushButton::clicked, this, &CauseBar::showRequested);
    connect(m_copy, &QPushButton::clicked, this, &CauseBar::copyRequested);
    connect(m_open, &QPushButton::clicked, this, [this] { emit linkActivated(*m_link); });
    connect(m_port, &QPushButton::clicked, this, [this] { emit portRequested(m_offeredPort); });
    setCause({});
}

void CauseBar::setCause(const QString& cause, const std::optional<Unreached>& unreached, int offeredPort) {
    m_cause = cause;
    m_unreached = unreached;
    m_offeredPort = offeredPort;
    m_link.reset();
    for (const LogLink& link : linksIn(cause)) {
        if (link.kind == LogLink::Kind::File && !m_link && !unreached) {
            m_link = link;
        }
    }
    m_open->setVisible(m_link.has_value());
    m_port->setVisible(offeredPort > 0);
    setVisible(!cause.isEmpty());
    retranslate();
}

void CauseBar::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
    drawMark(painter, QRectF(metrics::space5, (height() - mark) / 2.0, mark, mark), Tone::Failed, tokens);
}

void CauseBar::retranslate() {
    const QString words = m_unreached ? unreachedText(*m_unreached) : tr("Likely cause: %1").arg(m_cause);
    m_text->setText(words);
    setAccessibleName(words);
    m_port->setText(tr("Use port %1").arg(m_offeredPort));
    m_port->setToolTip(tr("Leads visitors to this port of the app from now on, and deploys again."));
    m_show->setText(tr("Show line"));
    m_open->setText(tr("Open line"));
    m_copy->setText(tr("Copy for help"));
    m_copy->setToolTip(tr("Copies the cause and the last lines of the log, to ask somebody with."));
}

void CauseBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
