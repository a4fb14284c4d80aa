#include "app/shell/activity_pane.h"

#include "app/shell/activity_item.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace miaobu::app {

ActivityPane::ActivityPane(QWidget* parent)
    : QWidget(parent), m_head(new Label(Type::Section, Ink::Faint)), m_clear(new QPushButton), m_close(new QToolButton),
      m_nothing(new Label(Type::Small, Ink::Muted)), m_column(new QVBoxLayout) {
    setObjectName(QStringLiteral("activityPane"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setMinimumWidth(232);
    m_clear->setObjectName(QStringLiteral("activityClear"));
    setButtonKind(*m_clear, ButtonKind::Link);
    m_close->setObjectName(QStringLiteral("activityClose"));
    m_close->setIcon(iconOf(Icon::Close));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(metrics::space4, metrics::space2, metrics::space2, metrics::space1);
    head->addWidget(m_head);
    head->addStretch();
    head->addWidget(m_clear);
    head->addWidget(m_close);
    auto* body = new QWidget;
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(metrics::space3, 0, metrics::space3, metrics::space3);
    rows->addWidget(m_nothing);
    m_column->setSpacing(metrics::space2);
    rows->addLayout(m_column);
    rows->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    m_nothing->setContentsMargins(metrics::space1, 0, 0, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    connect(m_clear, &QPushButton::clicked, this, &ActivityPane::allDismissed);
    connect(m_close, &QToolButton::clicked, this, &ActivityPane::closeRequested);
    setRows({});
    retranslate();
}

ActivityItem* ActivityPane::addItem() {
    auto* const item = new ActivityItem;
    m_column->addWidget(item);
    m_items.append(item);
    connect(item, &ActivityItem::logRequested, this,
        [this, item] { emit logRequested(item->row().project, item->row().deployment); });
    connect(item, &ActivityItem::stopRequested, this, [this, item] { emit stopRequested(item->row().deployment); });
    connect(item, &ActivityItem::siteRequested, this, [this, item] { emit siteRequested(item->row().url); });
    // Queued: the row goes away with the button that was pressed.
    connect(
        item, &ActivityItem::dismissRequested, this, [this, item] { emit dismissed(item->row().id); },
        Qt::QueuedConnection);
    return item;
}

void ActivityPane::setRows(const QList<ActivityRow>& rows) {
    while (m_items.size() > rows.size()) {
        m_items.takeLast()->deleteLater();
    }
    for (qsizetype row = 0; row < rows.size(); ++row) {
        ActivityItem* const item = row < m_items.size() ? m_items.at(row) : addItem();
        if (item->row() != rows.at(row)) {
            item->setRow(rows.at(row));
        }
    }
    m_nothing->setVisible(rows.isEmpty());
    m_clear->setVisible(std::any_of(rows.begin(), rows.end(), [](const ActivityRow& row) { return !row.isActive; }));
}

void ActivityPane::takeFocus() {
    QWidget* const first
        = m_items.isEmpty() ? nullptr : m_items.constFirst()->findChild<QPushButton*>(QStringLiteral("activityLog"));
    (first && first->isVisible() ? first : m_close)->setFocus(Qt::ShortcutFocusReason);
}

void ActivityPane::retranslate() {
    setAccessibleName(tr("Activity"));
    m_head->setText(tr("Activity").toUpper());
    m_nothing->setText(tr("Nothing running"));
    //: Takes what has ended off the list
    m_clear->setText(tr("Clear"));
    m_close->setToolTip(tr("Hide"));
    m_close->setAccessibleName(tr("Hide the activity"));
}

void ActivityPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
