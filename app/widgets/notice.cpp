#include "app/widgets/notice.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {
constexpr int textLeft = 44;
}

Notice::Notice(Tone tone, QWidget* parent)
    : QWidget(parent), m_tone(tone), m_title(new Label(Type::Heading, Ink::Text, Label::Overflow::Wrap)),
      m_text(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)), m_action(new QPushButton) {
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("noticeAction"));
    setButtonKind(*m_action, ButtonKind::Link);
    m_action->setCursor(Qt::PointingHandCursor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(textLeft, metrics::space3, metrics::space4, metrics::space3);
    column->setSpacing(metrics::space1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    connect(m_action, &QPushButton::clicked, this, &Notice::actionRequested);
}

void Notice::setWords(const QString& title, const QString& text, const QString& action) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title.isEmpty() ? text : title);
}

QString Notice::text() const {
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    drawPanel(painter, rect(), tokens.of(m_tone).soft, Qt::transparent, metrics::controlRadius);
    painter.drawPixmap(metrics::space4, metrics::space3 + 2,
        iconPixmap(m_tone == Tone::Live ? Icon::Check : Icon::Warning, tokens.of(m_tone).ink, metrics::iconSize,
            devicePixelRatioF()));
}

} // namespace miaobu::app
