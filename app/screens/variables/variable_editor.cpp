#include "app/screens/variables/variable_editor.h"

#include "app/screens/variables/variables_intents.h"
#include "app/text/variable_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/label.h"
#include "app/widgets/text_area.h"
#include "core/model/environment_variable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace miaobu::app {

namespace {
constexpr int valueHeight = 72;
constexpr std::array scopes{VariableScope::Both, VariableScope::Production, VariableScope::Preview};
constexpr std::array usages{std::pair{true, true}, std::pair{true, false}, std::pair{false, true}};
} // namespace

VariableEditor::VariableEditor(VariablesIntents& intents, QWidget* parent)
    : Card(parent), m_intents(intents), m_name(new QLineEdit), m_value(new TextArea), m_scope(new QComboBox),
      m_usage(new QComboBox), m_secret(new QCheckBox), m_title(new Label(Type::Heading)),
      m_nameLabel(new Label(Type::Small, Ink::Muted)), m_valueLabel(new Label(Type::Small, Ink::Muted)),
      m_verdict(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)), m_cancel(new QPushButton),
      m_done(new QPushButton) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addWidget(m_title);
    column->addWidget(buildFields());
    column->addWidget(buildButtons());
    connect(m_name, &QLineEdit::textEdited, this, &VariableEditor::onNameTyped);
    connect(m_value, &QPlainTextEdit::textChanged, this, &VariableEditor::tell);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &VariableEditor::tell);
    connect(m_usage, &QComboBox::currentIndexChanged, this, &VariableEditor::tell);
    connect(m_secret, &QCheckBox::clicked, this, [this] { m_choseSecret = true; });
    connect(m_secret, &QCheckBox::toggled, this, &VariableEditor::tell);
    connect(m_cancel, &QPushButton::clicked, &m_intents, &VariablesIntents::closeForm);
    const auto submit = [this] {
        if (m_done->isEnabled()) {
            emit m_intents.submit(draft());
        }
    };
    connect(m_done, &QPushButton::clicked, this, submit);
    connect(m_name, &QLineEdit::returnPressed, this, submit);
    retranslate();
}

QWidget* VariableEditor::buildFields() {
    m_name->setObjectName(QStringLiteral("variableName"));
    m_value->setObjectName(QStringLiteral("variableValue"));
    m_scope->setObjectName(QStringLiteral("variableScope"));
    m_usage->setObjectName(QStringLiteral("variableUsage"));
    m_secret->setObjectName(QStringLiteral("variableSecret"));
    m_name->setFont(fontOf(Type::Mono));
    m_value->setFixedHeight(valueHeight);
    m_value->installEventFilter(this);
    for (qsizetype i = 0; i < 3; ++i) {
        m_scope->addItem(QString());
        m_usage->addItem(QString());
    }
    m_nameLabel->setBuddy(m_name);
    m_valueLabel->setBuddy(m_value);
    auto* fields = new QWidget;
    auto* grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::space4);
    grid->setVerticalSpacing(metrics::space1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->addWidget(m_nameLabel, 0, 0);
    grid->addWidget(m_valueLabel, 0, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(metrics::space2);
    left->addWidget(m_name);
    left->addWidget(m_secret);
    left->addStretch();
    grid->addLayout(left, 1, 0);
    grid->addWidget(m_value, 1, 1);
    return fields;
}

QWidget* VariableEditor::buildButtons() {
    m_verdict->setObjectName(QStringLiteral("variableVerdict"));
    m_cancel->setObjectName(QStringLiteral("cancelVariable"));
    m_done->setObjectName(QStringLiteral("doneVariable"));
    auto* bar = new QWidget;
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space2);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space2);
    row->addWidget(m_scope);
    row->addWidget(m_usage);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_done);
    column->addLayout(row);
    column->addWidget(m_verdict);
    return bar;
}

void VariableEditor::setEdited(const EditedVariable& edited) {
    if (m_isOpen && edited == m_edited) {
        return;
    }
    m_isOpen = true;
    m_isFilling = true;
    m_edited = edited;
    m_choseSecret = edited.index >= 0;
    m_name->setText(edited.draft.key.name);
    m_value->setPlainText(edited.draft.value.value_or(QString()));
    m_secret->setChecked(edited.draft.secret);
    m_scope->setCurrentIndex(static_cast<int>(std::ranges::find(scopes, edited.draft.key.scope) - scopes.begin()));
    const std::pair usage{edited.draft.atBuild, edited.draft.atRun};
    m_usage->setCurrentIndex(static_cast<int>(std::ranges::find(usages, usage) - usages.begin()));
    m_isFilling = false;
    retranslate();
    (edited.index < 0 ? static_cast<QWidget*>(m_name) : m_value)->setFocus();
    tell();
}

void VariableEditor::setVerdict(const DraftVerdict& verdict) {
    m_verdict->setText(verdict.text);
    m_verdict->setInk(verdict.isProblem ? Ink::Text : Ink::Muted);
    m_verdict->setVisible(!verdict.text.isEmpty());
    m_name->setAccessibleDescription(verdict.text);
    m_done->setEnabled(verdict.isUsable);
}

VariableDraft VariableEditor::draft() const {
    VariableDraft draft;
    draft.key = {m_name->text(), scopes.at(static_cast<std::size_t>(std::max(0, m_scope->currentIndex())))};
    const QString value = m_value->toPlainText();
    if (!value.isEmpty() || !m_edited.hasStoredValue) {
        draft.value = value;
    }
    draft.secret = m_secret->isChecked();
    const auto usage = usages.at(static_cast<std::size_t>(std::max(0, m_usage->currentIndex())));
    draft.atBuild = usage.first;
    draft.atRun = usage.second;
    return draft;
}

void VariableEditor::forget() {
    m_isOpen = false;
    m_isFilling = true;
    m_name->clear();
    m_value->setPlainText(QString());
    m_edited = {};
    m_isFilling = false;
}

void VariableEditor::onNameTyped(const QString& text) {
    const qsizetype assigned = text.indexOf(QLatin1Char('='));
    if (assigned >= 0) {
        // NAME=value came into the field for names.
        m_isFilling = true;
        m_value->setPlainText(text.mid(assigned + 1));
        m_isFilling = false;
        m_value->setFocus();
    }
    const int cursor = m_name->cursorPosition();
    m_name->setText((assigned >= 0 ? text.first(assigned) : text).trimmed().toUpper());
    m_name->setCursorPosition(cursor);
    if (!m_choseSecret) {
        m_secret->setChecked(!m_name->text().isEmpty() && !isPublicVariable(m_name->text()));
    }
    tell();
}

void VariableEditor::tell() {
    if (!m_isFilling && m_isOpen) {
        emit m_intents.typed(draft());
    }
}

void VariableEditor::retranslate() {
    m_title->setText(m_edited.index < 0 ? tr("Add a variable") : tr("Change a variable"));
    m_nameLabel->setText(tr("Name"));
    m_valueLabel->setText(tr("Value"));
    m_name->setAccessibleName(tr("Name"));
    m_value->setAccessibleName(tr("Value"));
    m_name->setPlaceholderText(QStringLiteral("API_URL"));
    m_value->setPlaceholderText(
        m_edited.hasStoredValue && m_edited.draft.secret ? tr("Leave it empty to keep the stored value") : QString());
    m_secret->setText(tr("Secret: encrypted, never shown again"));
    m_scope->setAccessibleName(tr("Deployments"));
    m_usage->setAccessibleName(tr("Used by"));
    for (int i = 0; i < 3; ++i) {
        m_scope->setItemText(i, scopeTitle(scopes.at(static_cast<std::size_t>(i))));
        const auto usage = usages.at(static_cast<std::size_t>(i));
        m_usage->setItemText(i, usageTitle(usage.first, usage.second));
    }
    m_cancel->setText(tr("Cancel"));
    m_done->setText(m_edited.index < 0 ? tr("Add") : tr("Change"));
}

void VariableEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        tell();
    }
    Card::changeEvent(event);
}

bool VariableEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_value && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && (key->modifiers() & Qt::ControlModifier)) {
            m_done->click();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace miaobu::app
