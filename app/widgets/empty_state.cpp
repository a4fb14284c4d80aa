#include "app/widgets/empty_state.h"

#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

EmptyState::EmptyState(Icon icon, QWidget* parent)
    : QWidget(parent), m_which(icon), m_icon(new QLabel(this)), m_title(new Label(Type::Heading)),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_action(new QPushButton) {
    setButtonKind(*m_action, ButtonKind::Primary);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(420);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::pageMargin, metrics::space5, metrics::pageMargin);
    column->setSpacing(metrics::space2);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::space1);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::space2);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
    drawIcon();
}

void EmptyState::setWords(const QString& title, const QString& text, const QString& action) {
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::setActionKind(ButtonKind kind) {
    setButtonKind(*m_action, kind);
}

void EmptyState::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    }
    QWidget::changeEvent(event);
}

void EmptyState::drawIcon() {
    m_icon->setPixmap(iconPixmap(m_which, tokensFor(palette()).faint, 28, devicePixelRatioF()));
}

} // namespace miaobu::app
