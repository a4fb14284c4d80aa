#include "app/screens/variables/paste_card.h"

#include "app/screens/variables/variable_lines.h"
#include "app/screens/variables/variable_list.h"
#include "app/screens/variables/variables_intents.h"
#include "app/text/variable_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

namespace miaobu::app {

namespace {

constexpr std::array scopes{VariableScope::Both, VariableScope::Production, VariableScope::Preview};
constexpr int mostRows = 8;

QString wrongLines(const PastedVariables& pasted) {
    constexpr qsizetype most = 5;
    QStringList sentences;
    for (const DotenvProblem& problem : pasted.problems) {
        sentences.append(problemText(problem));
    }
    for (const DotenvRepetition& repetition : pasted.repetitions) {
        sentences.append(repetitionText(repetition));
    }
    const qsizetype more = sentences.size() - most;
    if (more > 0) {
        sentences = sentences.first(most);
        sentences.append(PasteCard::tr("And %n more.", nullptr, static_cast<int>(more)));
    }
    return sentences.join(QLatin1Char('\n'));
}

} // namespace

PasteCard::PasteCard(VariablesIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)),
      m_counts(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)), m_scope(new QComboBox),
      m_wrong(new Notice(Tone::Building)), m_list(new VariableList(VariableList::Menu::None, mostRows)),
      m_hint(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)), m_cancel(new QPushButton),
      m_take(new QPushButton) {
    m_scope->setObjectName(QStringLiteral("pasteScope"));
    m_wrong->setObjectName(QStringLiteral("pasteProblems"));
    m_list->view().setObjectName(QStringLiteral("pastedVariables"));
    m_cancel->setObjectName(QStringLiteral("cancelPaste"));
    m_take->setObjectName(QStringLiteral("takePaste"));
    for (qsizetype i = 0; i < static_cast<qsizetype>(scopes.size()); ++i) {
        m_scope->addItem(QString());
    }
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space3);
    top->addWidget(m_title);
    top->addWidget(m_counts, 1);
    top->addWidget(m_scope);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_take);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addLayout(top);
    column->addWidget(m_wrong);
    column->addWidget(m_list);
    column->addLayout(buttons);
    connect(m_scope, &QComboBox::activated, this,
        [out = &intents](int index) { emit out->setScope(scopes.at(static_cast<std::size_t>(index))); });
    connect(m_list, &VariableList::activated, &intents, &VariablesIntents::toggleSecret);
    connect(m_cancel, &QPushButton::clicked, &intents, &VariablesIntents::closePreview);
    connect(m_take, &QPushButton::clicked, &intents, &VariablesIntents::takeOver);
}

void PasteCard::setPasted(const PastedVariables& pasted) {
    m_pasted = pasted;
    m_scope->setCurrentIndex(static_cast<int>(std::ranges::find(scopes, pasted.scope) - scopes.begin()));
    m_list->setLines(linesOf(pasted));
    m_list->setVisible(!pasted.rows.isEmpty());
    m_take->setEnabled(!pasted.drafts().isEmpty());
    retranslate();
}

void PasteCard::retranslate() {
    using Outcome = PastedVariables::Outcome;
    m_title->setText(tr("From the .env"));
    m_counts->setText(tr("%1 new, %2 changed, %3 the same")
            .arg(m_pasted.count(Outcome::Added))
            .arg(m_pasted.count(Outcome::Changed))
            .arg(m_pasted.count(Outcome::Same)));
    const QString wrong = wrongLines(m_pasted);
    m_wrong->setWords({}, wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    for (int i = 0; i < m_scope->count(); ++i) {
        m_scope->setItemText(i, scopeTitle(scopes.at(static_cast<std::size_t>(i))));
    }
    m_scope->setAccessibleName(tr("Deployments"));
    m_list->view().setAccessibleName(tr("Variables of the file"));
    m_hint->setText(tr("Click a row to make it secret or plain. Nothing is stored before you apply."));
    m_cancel->setText(tr("Cancel"));
    m_take->setText(tr("Take over %n variable(s)", nullptr, static_cast<int>(m_pasted.drafts().size())));
}

void PasteCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setPasted(m_pasted);
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
