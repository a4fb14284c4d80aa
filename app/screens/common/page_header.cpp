#include "app/screens/common/page_header.h"

#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace miaobu::app {

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent), m_title(new Label(Type::Title, Ink::Text, Label::Overflow::Elide)), m_pill(new Pill),
      m_line(new QHBoxLayout), m_buttons(new QHBoxLayout) {
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_pill->setObjectName(QStringLiteral("pagePill"));
    m_pill->hide();
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space3);
    top->addWidget(m_title, 0, Qt::AlignVCenter);
    top->addWidget(m_pill, 0, Qt::AlignVCenter);
    top->addStretch(1);
    top->addLayout(m_buttons);
    m_buttons->setSpacing(metrics::space2);
    m_line->setSpacing(metrics::space2);
    // As high with a button in it as without one: what stands below does not jump from page to page.
    m_line->addStrut(metrics::controlHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::space5, metrics::pageMargin, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(m_line);
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
}

void PageHeader::addButton(QWidget* button) {
    m_buttons->addWidget(button);
}

} // namespace miaobu::app
