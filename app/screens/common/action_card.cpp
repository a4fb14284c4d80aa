#include "app/screens/common/action_card.h"

#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

ActionCard::ActionCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_button(new QPushButton) {
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    row->setSpacing(metrics::space4);
    row->addLayout(words, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &ActionCard::actionRequested);
}

void ActionCard::setWords(const QString& title, const QString& text, const QString& action) {
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

} // namespace miaobu::app
