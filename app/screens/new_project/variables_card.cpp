#include "app/screens/new_project/variables_card.h"

#include "app/screens/variables/pasted_variables.h"
#include "app/text/variable_text.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/text_area.h"

#include <QVBoxLayout>

namespace miaobu::app {

namespace {

constexpr int textHeight = 72;

PastedVariables read(const QPlainTextEdit& text) {
    return pastedVariables(parseDotenv(text.toPlainText().toUtf8()), StagedVariables(), VariableScope::Both);
}

} // namespace

VariablesCard::VariablesCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)),
      m_note(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)), m_text(new TextArea) {
    m_text->setObjectName(QStringLiteral("newVariables"));
    m_note->setObjectName(QStringLiteral("newVariablesNote"));
    m_text->setFixedHeight(textHeight);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_note);
    connect(m_text, &QPlainTextEdit::textChanged, this, &VariablesCard::showNote);
    retranslate();
}

QList<VariableDraft> VariablesCard::drafts() const {
    return read(*m_text).drafts();
}

void VariablesCard::clear() {
    m_text->clear();
}

void VariablesCard::showNote() {
    const PastedVariables pasted = read(*m_text);
    QStringList sentences;
    if (!pasted.drafts().isEmpty()) {
        sentences.append(
            tr("%n variable(s), stored before the first build.", nullptr, static_cast<int>(pasted.drafts().size())));
    }
    for (const PastedVariables::Row& row : pasted.rows) {
        if (row.problem) {
            sentences.append(refusalText(*row.problem, row.draft.key.name));
        }
    }
    if (!pasted.problems.isEmpty()) {
        sentences.append(problemText(pasted.problems.first()));
    }
    m_note->setText(sentences.isEmpty()
            ? tr("Only if the build needs them. Values that are not public by their name are encrypted.")
            : sentences.join(QLatin1Char(' ')));
}

void VariablesCard::retranslate() {
    m_title->setText(tr("Variables"));
    m_text->setAccessibleName(tr("Variables"));
    m_text->setPlaceholderText(tr("Paste a .env here"));
    showNote();
}

} // namespace miaobu::app
