#include "app/widgets/record_row.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace miaobu::app {

namespace {

QPushButton* copyButton(const QString& name) {
    auto* button = new QPushButton;
    button->setObjectName(name);
    button->setIcon(iconOf(Icon::Copy));
    setButtonKind(*button, ButtonKind::Quiet);
    return button;
}

} // namespace

RecordRow::RecordRow(QWidget* parent)
    : QWidget(parent), m_nameHead(new Label(Type::Small, Ink::Muted)), m_valueHead(new Label(Type::Small, Ink::Muted)),
      m_foundHead(new Label(Type::Small, Ink::Muted)), m_name(new Label(Type::Mono, Ink::Text, Label::Overflow::Elide)),
      m_value(new Label(Type::Mono, Ink::Text, Label::Overflow::Elide)),
      m_found(new Label(Type::Mono, Ink::Text, Label::Overflow::Elide)),
      m_copyName(copyButton(QStringLiteral("copyRecordName"))),
      m_copyValue(copyButton(QStringLiteral("copyRecordValue"))) {
    setObjectName(QStringLiteral("recordRow"));
    m_name->setObjectName(QStringLiteral("recordName"));
    m_value->setObjectName(QStringLiteral("recordValue"));
    m_found->setObjectName(QStringLiteral("recordFound"));
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(metrics::space4, metrics::space3, metrics::space4, metrics::space3);
    m_grid->setHorizontalSpacing(metrics::space2);
    m_grid->setVerticalSpacing(metrics::space1);
    m_grid->addWidget(m_nameHead, 0, 0);
    m_grid->addWidget(m_valueHead, 0, 2);
    m_grid->addWidget(m_foundHead, 0, 4);
    m_grid->addWidget(m_name, 1, 0);
    m_grid->addWidget(m_copyName, 1, 1);
    m_grid->addWidget(m_value, 1, 2);
    m_grid->addWidget(m_copyValue, 1, 3);
    m_grid->addWidget(m_found, 1, 4);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(2, 5);
    connect(m_copyName, &QPushButton::clicked, this, [this] { emit copyRequested(m_record.name); });
    connect(m_copyValue, &QPushButton::clicked, this, [this] { emit copyRequested(m_record.expected); });
}

void RecordRow::setRecord(const ShownRecord& record) {
    m_record = record;
    retranslate();
}

QList<QWidget*> RecordRow::focusOrder() const {
    return {m_copyName, m_copyValue};
}

void RecordRow::inkFound() {
    QPalette inked = m_found->palette();
    const QColor wanted = tokensFor(palette()).failed.ink;
    if (inked.color(QPalette::WindowText) != wanted) {
        inked.setColor(QPalette::WindowText, wanted);
        m_found->setPalette(inked);
    }
}

void RecordRow::retranslate() {
    //: Above the name of a DNS record; %1 is its type, such as CNAME
    m_nameHead->setText(tr("%1 record").arg(m_record.type));
    m_valueHead->setText(tr("Expected"));
    m_foundHead->setText(tr("Found"));
    m_name->setText(m_record.name);
    m_value->setText(m_record.expected);
    m_found->setText(m_record.found);
    m_found->setVisible(!m_record.found.isEmpty());
    m_foundHead->setVisible(!m_record.found.isEmpty());
    // What is expected gets the room that nothing was found for.
    m_grid->setColumnStretch(4, m_record.found.isEmpty() ? 0 : 3);
    m_copyName->setAccessibleName(tr("Copy the name of the %1 record").arg(m_record.type));
    m_copyName->setToolTip(tr("Copy"));
    m_copyValue->setAccessibleName(tr("Copy the value of the %1 record").arg(m_record.type));
    m_copyValue->setToolTip(tr("Copy"));
    inkFound();
}

void RecordRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokensFor(palette()).ground);
    painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
}

void RecordRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        inkFound();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
