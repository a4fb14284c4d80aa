#include "app/shell/activity_item.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/state_mark.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace miaobu::app {

ActivityItem::ActivityItem(QWidget* parent)
    : Card(parent), m_mark(new StateMark), m_title(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)),
      m_text(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)), m_progress(new ProgressLine),
      m_buttons(new QWidget), m_dismiss(new QToolButton) {
    m_title->setObjectName(QStringLiteral("activityTitle"));
    m_text->setObjectName(QStringLiteral("activityText"));
    m_dismiss->setObjectName(QStringLiteral("activityDismiss"));
    m_dismiss->setIcon(iconOf(Icon::Close));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setFixedSize(metrics::space5 + metrics::space1, metrics::space5);
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::space2);
    head->addWidget(m_mark);
    head->addWidget(m_title, 1);
    head->addWidget(m_dismiss);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::space4);
    m_log = addButton(*buttons, QStringLiteral("activityLog"));
    m_stop = addButton(*buttons, QStringLiteral("activityStop"));
    m_site = addButton(*buttons, QStringLiteral("activitySite"));
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space3, metrics::space2, metrics::space2, metrics::space2);
    column->setSpacing(metrics::space1);
    column->addLayout(head);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addWidget(m_buttons);
    connect(m_log, &QPushButton::clicked, this, &ActivityItem::logRequested);
    connect(m_stop, &QPushButton::clicked, this, &ActivityItem::stopRequested);
    connect(m_site, &QPushButton::clicked, this, &ActivityItem::siteRequested);
    connect(m_dismiss, &QToolButton::clicked, this, &ActivityItem::dismissRequested);
    retranslate();
}

QPushButton* ActivityItem::addButton(QHBoxLayout& layout, const QString& name) {
    auto* const button = new QPushButton;
    button->setObjectName(name);
    setButtonKind(*button, ButtonKind::Link);
    button->setCursor(Qt::PointingHandCursor);
    layout.addWidget(button);
    return button;
}

void ActivityItem::setRow(const ActivityRow& row) {
    m_row = row;
    m_mark->setTone(row.tone);
    m_title->setText(row.title);
    m_text->setText(row.text);
    m_progress->setPercent(row.percent);
    m_progress->setVisible(row.isActive && row.percent >= 0);
    m_log->setVisible(row.deployment != 0);
    m_stop->setVisible(row.isActive && row.deployment != 0);
    m_stop->setEnabled(row.canStop);
    m_site->setVisible(!row.url.isEmpty());
    m_buttons->setVisible(row.deployment != 0);
    m_dismiss->setVisible(!row.isActive);
    setAccessibleName(QStringLiteral("%1, %2").arg(row.title, row.text));
    retranslate();
}

void ActivityItem::retranslate() {
    m_log->setText(tr("Log"));
    m_stop->setText(tr("Stop"));
    m_site->setText(tr("Open the site"));
    m_dismiss->setToolTip(tr("Read"));
    const auto name = [this](QAbstractButton& button, const QString& words) {
        button.setAccessibleName(QStringLiteral("%1: %2").arg(words, m_row.title));
    };
    name(*m_log, m_log->text());
    name(*m_stop, m_stop->text());
    name(*m_site, m_site->text());
    name(*m_dismiss, m_dismiss->toolTip());
}

void ActivityItem::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
