#include "app/screens/variables/variables_tab.h"

#include "app/screens/variables/comparison_card.h"
#include "app/screens/variables/paste_card.h"
#include "app/screens/variables/variable_editor.h"
#include "app/screens/variables/variable_lines.h"
#include "app/screens/variables/variable_list.h"
#include "app/text/variable_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"
#include "app/widgets/scroll_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

namespace miaobu::app {

namespace {
constexpr int allRows = 100'000;
}

VariablesTab::VariablesTab(QWidget* parent)
    : QWidget(parent), m_intro(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_paste(new QPushButton),
      m_more(new QPushButton), m_moreMenu(new QMenu(m_more)), m_add(new QPushButton), m_error(new ErrorCard),
      m_pending(new Notice(Tone::Building)), m_tooMuch(new Notice(Tone::Building)),
      m_editor(new VariableEditor(m_intents)), m_pasteCard(new PasteCard(m_intents)),
      m_comparison(new ComparisonCard(m_intents)), m_list(new VariableList(VariableList::Menu::AtTheRight, allRows)),
      m_empty(new EmptyState(Icon::Settings)), m_count(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_discard(new QPushButton), m_apply(new QPushButton) {
    setObjectName(QStringLiteral("variablesTab"));
    m_error->setObjectName(QStringLiteral("variablesError"));
    m_pending->setObjectName(QStringLiteral("variablesPending"));
    m_tooMuch->setObjectName(QStringLiteral("variablesTooMuch"));
    m_editor->setObjectName(QStringLiteral("variableEditor"));
    m_pasteCard->setObjectName(QStringLiteral("pasteCard"));
    m_comparison->setObjectName(QStringLiteral("comparisonCard"));
    m_list->setObjectName(QStringLiteral("variableList"));
    m_list->view().setObjectName(QStringLiteral("variableRows"));
    m_empty->setObjectName(QStringLiteral("variablesEmpty"));
    auto* body = new ScrollPage;
    for (QWidget* const part : std::initializer_list<QWidget*>{
             buildTop(), m_error, m_pending, m_tooMuch, m_editor, m_pasteCard, m_comparison, m_list, m_empty}) {
        body->column().addWidget(part);
    }
    body->column().addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(body, 1);
    column->addWidget(buildBottom());
    connectParts();
    setState({});
}

QWidget* VariablesTab::buildTop() {
    m_paste->setObjectName(QStringLiteral("pasteVariables"));
    m_more->setObjectName(QStringLiteral("moreVariables"));
    m_add->setObjectName(QStringLiteral("addVariable"));
    m_add->setIcon(iconOf(Icon::Add));
    m_more->setMenu(m_moreMenu);
    m_moreMenu->addAction(QString(), &m_intents, &VariablesIntents::openFile);
    m_moreMenu->addAction(QString(), &m_intents, &VariablesIntents::exportFile);
    m_moreMenu->addAction(QString(), &m_intents, &VariablesIntents::compareFile);
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(m_intro, 1);
    row->addWidget(m_paste);
    row->addWidget(m_more);
    row->addWidget(m_add);
    return top;
}

QWidget* VariablesTab::buildBottom() {
    m_discard->setObjectName(QStringLiteral("discardVariables"));
    m_apply->setObjectName(QStringLiteral("applyVariables"));
    setButtonKind(*m_apply, ButtonKind::Primary);
    m_bottom = new QWidget;
    auto* column = new QVBoxLayout(m_bottom);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Rule);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::pageMargin, metrics::space3, metrics::pageMargin, metrics::space3);
    row->setSpacing(metrics::space2);
    row->addWidget(m_count, 1);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    column->addLayout(row);
    return m_bottom;
}

void VariablesTab::connectParts() {
    connect(m_paste, &QPushButton::clicked, &m_intents, &VariablesIntents::paste);
    connect(m_add, &QPushButton::clicked, &m_intents, &VariablesIntents::add);
    m_empty->setActionKind(ButtonKind::Secondary);
    connect(m_empty, &EmptyState::actionRequested, &m_intents, &VariablesIntents::paste);
    connect(m_discard, &QPushButton::clicked, &m_intents, &VariablesIntents::discard);
    connect(m_apply, &QPushButton::clicked, &m_intents, &VariablesIntents::apply);
    connect(m_pending, &Notice::actionRequested, &m_intents, &VariablesIntents::deploy);
    connect(m_error, &ErrorCard::actionRequested, this, &VariablesTab::act);
    connect(m_list, &VariableList::activated, this, &VariablesTab::activate);
    connect(m_list, &VariableList::menuRequested, this, &VariablesTab::openMenu);
    connect(m_list, &VariableList::removeRequested, &m_intents, &VariablesIntents::remove);
    // A .env can be pasted wherever the keyboard is; fields take what is pasted into them first.
    auto* paste = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    connect(paste, &QShortcut::activated, &m_intents, &VariablesIntents::paste);
}

void VariablesTab::setState(const VariablesState& state) {
    m_state = state;
    m_error->setVisible(state.error.has_value());
    if (state.error) {
        m_error->setError(state.error->words, state.error->details);
    }
    m_editor->setVisible(state.edited.has_value());
    if (state.edited) {
        m_editor->setEdited(*state.edited);
    } else {
        m_editor->forget();
    }
    m_pasteCard->setVisible(state.pasted.has_value());
    m_pasteCard->setPasted(state.pasted.value_or(PastedVariables()));
    m_comparison->setVisible(state.comparison.has_value());
    if (state.comparison) {
        m_comparison->setComparison(*state.comparison);
    }
    const bool isBare = state.entries.isEmpty() && !state.edited && !state.pasted && !state.comparison;
    m_list->setLines(linesOf(state));
    m_list->setVisible(!state.entries.isEmpty());
    m_empty->setVisible(isBare);
    m_bottom->setVisible(state.changes > 0);
    m_apply->setEnabled(!state.isApplying);
    m_discard->setEnabled(!state.isApplying);
    retranslate();
}

void VariablesTab::setVerdict(const DraftVerdict& verdict) {
    m_editor->setVerdict(verdict);
}

void VariablesTab::activate(qsizetype index) {
    if (m_state.entries.at(index).isRemoved) {
        emit m_intents.restore(index);
    } else {
        emit m_intents.edit(index);
    }
}

void VariablesTab::openMenu(qsizetype index, QPoint global) {
    const StagedVariables::Entry& entry = m_state.entries.at(index);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("variableMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!entry.isRemoved) {
        menu->addAction(tr("Edit"), &m_intents, [this, index] { emit m_intents.edit(index); });
        menu->addAction(iconOf(Icon::Trash), tr("Remove"), &m_intents, [this, index] { emit m_intents.remove(index); });
    }
    if (entry.stored && (entry.draft || entry.isRemoved)) {
        menu->addAction(tr("Undo this change"), &m_intents, [this, index] { emit m_intents.restore(index); });
    }
    menu->popup(global);
}

void VariablesTab::act(ErrorAction action) {
    if (action == ErrorAction::Retry) {
        emit m_intents.apply();
    }
}

void VariablesTab::showNotices() {
    m_pending->setVisible(m_state.isPending());
    m_pending->setWords({},
        tr("What is stored is not what the live deployment was built with. It applies at the next deploy."),
        m_state.canDeploy ? tr("Deploy now") : QString());
    m_tooMuch->setVisible(m_state.runTimeBytes > runTimeVariablesLimit);
    m_tooMuch->setWords({}, tooManyBytesText(m_state.runTimeBytes));
}

void VariablesTab::retranslate() {
    const auto changes = static_cast<int>(m_state.changes);
    m_intro->setText(tr("Given to install, build and the running app. Secrets are encrypted and never shown again."));
    m_paste->setText(tr("Paste .env"));
    m_more->setText(tr("File"));
    const QStringList words{tr("Open a .env…"), tr("Save as a .env…"), tr("Compare with a .env…")};
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_moreMenu->actions().at(i)->setText(words.at(i));
    }
    m_add->setText(tr("Add"));
    m_list->view().setAccessibleName(tr("Variables"));
    m_empty->setWords(
        tr("No variables"), tr("Copy a .env file and paste it here, or add one variable by hand."), tr("Paste .env"));
    m_count->setText(tr("%n change(s), applied from the next deployment on", nullptr, changes));
    m_discard->setText(tr("Discard"));
    m_apply->setText(m_state.isApplying ? tr("Applying…") : tr("Apply %n change(s)", nullptr, changes));
    showNotices();
}

void VariablesTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_list->setLines(linesOf(m_state));
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
