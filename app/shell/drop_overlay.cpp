#include "app/shell/drop_overlay.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QVBoxLayout>

namespace miaobu::app {

DropOverlay::DropOverlay(QWidget& window)
    : QWidget(&window), m_title(new Label(Type::Title)),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)) {
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    column->setSpacing(metrics::space2);
    column->addStretch();
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addStretch();
    retranslate();
    hide();
}

void DropOverlay::retranslate() {
    m_title->setText(tr("Drop it to look what is in it"));
}

void DropOverlay::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DropOverlay::showFor(const QString& what) {
    m_text->setText(what);
    setGeometry(parentWidget()->rect());
    show();
    raise();
}

void DropOverlay::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = tokens.ground;
    ground.setAlpha(225);
    painter.fillRect(rect(), ground);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.accent, 2, Qt::DashLine));
    painter.drawRoundedRect(rect().adjusted(metrics::space4, metrics::space4, -metrics::space4, -metrics::space4),
        metrics::cardRadius, metrics::cardRadius);
}

} // namespace miaobu::app
