#include "app/screens/common/form_card.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace miaobu::app {

FormRow::FormRow(QWidget* field, QWidget* parent)
    : QWidget(parent), m_field(field), m_title(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_note(new Label(Type::Small, Ink::Muted, Label::Overflow::Elide)) {
    setFixedHeight(metrics::rowHeight - 2);
    m_title->setFixedWidth(132);
    m_title->setBuddy(field);
    // A long name or note takes no room from the field.
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fitField();
    m_note->setObjectName(field->objectName() + QStringLiteral("Note"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space5, 0, metrics::space5, 0);
    row->setSpacing(metrics::space4);
    row->addWidget(m_title);
    row->addWidget(m_field, 3);
    row->addWidget(m_note, 3);
}

void FormRow::fitField() {
    // The words of a check box belong to it, and are never cut.
    const int needed = m_field->inherits("QCheckBox") ? m_field->sizeHint().width() : 0;
    m_field->setMinimumWidth(std::max(160, needed));
    m_field->setMaximumWidth(std::max(300, needed));
}

bool FormRow::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        fitField();
    }
    return QWidget::event(event);
}

void FormRow::setTitle(const QString& title) {
    m_title->setText(title);
    m_field->setAccessibleName(title);
}

void FormRow::setNote(const QString& note, bool isProblem) {
    m_note->setText(note);
    m_note->setInk(isProblem ? Ink::Text : Ink::Muted);
    m_field->setAccessibleDescription(note);
    m_isProblem = isProblem;
    update();
}

QString FormRow::note() const {
    return m_note->text();
}

void FormRow::paintEvent(QPaintEvent*) {
    if (m_isProblem) {
        QPainter painter(this);
        drawMark(painter, QRectF(m_note->x() - 14, height() / 2.0 - 5, 10, 10), Tone::Failed, tokensFor(palette()));
    }
}

FormCard::FormCard(QWidget* parent) : Card(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
}

FormRow* FormCard::addRow(QWidget* field) {
    auto* rule = new Rule(this);
    auto* row = new FormRow(field, this);
    m_column->addWidget(rule);
    m_column->addWidget(row);
    m_entries.append({row, rule});
    showRules();
    return row;
}

void FormCard::setRowVisible(FormRow* row, bool visible) {
    row->setVisible(visible);
    showRules();
}

void FormCard::showRules() {
    bool first = true;
    for (const Entry& entry : m_entries) {
        entry.rule->setVisible(!first && !entry.row->isHidden());
        first = first && entry.row->isHidden();
    }
}

} // namespace miaobu::app
