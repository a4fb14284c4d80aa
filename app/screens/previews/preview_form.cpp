#include "app/screens/previews/preview_form.h"

#include "app/screens/common/form_card.h"
#include "app/screens/previews/previews_intents.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/secret_field.h"
#include "core/git/commit_name.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace miaobu::app {

PreviewForm::PreviewForm(PreviewsIntents& intents, QWidget* parent)
    : QWidget(parent), m_intents(intents), m_card(new FormCard), m_reference(new QComboBox), m_name(new QLineEdit),
      m_password(new SecretField), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_make(new QPushButton), m_cancel(new QPushButton) {
    setObjectName(QStringLiteral("previewForm"));
    m_reference->setObjectName(QStringLiteral("previewReference"));
    m_reference->setEditable(true);
    m_reference->setInsertPolicy(QComboBox::NoInsert);
    m_name->setObjectName(QStringLiteral("previewName"));
    m_password->setObjectName(QStringLiteral("previewPassword"));
    m_text->setObjectName(QStringLiteral("previewText"));
    m_make->setObjectName(QStringLiteral("makePreview"));
    m_make->setIcon(iconOf(Icon::Deploy));
    m_cancel->setObjectName(QStringLiteral("leavePreview"));
    setButtonKind(*m_cancel, ButtonKind::Quiet);
    m_referenceRow = m_card->addRow(m_reference);
    m_nameRow = m_card->addRow(m_name);
    m_passwordRow = m_card->addRow(m_password);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(metrics::space2);
    foot->addWidget(m_text, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_make);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, 0, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addWidget(m_card);
    column->addLayout(foot);
    connect(m_reference, &QComboBox::currentTextChanged, this, &PreviewForm::suggestName);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& typed) {
        m_isNameTyped = !typed.isEmpty();
        showNotes();
    });
    for (QLineEdit* const field : {m_reference->lineEdit(), m_name, static_cast<QLineEdit*>(m_password)}) {
        connect(field, &QLineEdit::returnPressed, this, &PreviewForm::make);
    }
    connect(m_make, &QPushButton::clicked, this, &PreviewForm::make);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_password->forget();
        emit m_intents.closeForm();
    });
    retranslate();
}

void PreviewForm::begin() {
    m_isNameTyped = false;
    m_reference->setEditText({});
    m_name->clear();
    m_password->forget();
    showNotes();
    m_state.hasRepository() ? m_reference->setFocus() : m_name->setFocus();
}

QList<QWidget*> PreviewForm::focusOrder() const {
    return {m_reference, m_name, m_password, m_cancel, m_make};
}

void PreviewForm::setState(const PreviewsState& state) {
    const bool isSame = state.branches == m_state.branches;
    m_state = state;
    m_card->setRowVisible(m_referenceRow, state.hasRepository());
    if (!isSame) {
        fillBranches();
    }
    showNotes();
}

void PreviewForm::fillBranches() {
    const QSignalBlocker quiet(m_reference);
    const QString typed = m_reference->currentText();
    m_reference->clear();
    for (const QString& branch : m_state.branches) {
        if (branch != m_state.project.source.branch) {
            m_reference->addItem(iconOf(Icon::Branch), branch);
        }
    }
    m_reference->setCurrentIndex(-1);
    m_reference->setEditText(typed);
}

QString PreviewForm::reference() const {
    return m_state.hasRepository() ? m_reference->currentText().trimmed() : QString();
}

void PreviewForm::suggestName() {
    if (!m_isNameTyped) {
        const QString wanted = reference();
        const bool isCommit = isCommitName(wanted) && !m_state.branches.contains(wanted);
        m_name->setText(wanted.isEmpty() ? QString()
                : isCommit               ? shortCommit(wanted).toLower()
                                         : previewNameOf(m_state.project.slug, wanted));
    }
    showNotes();
}

QString PreviewForm::problemOfName() const {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        return {};
    }
    const auto isIt = [&name](const PreviewLine& line) { return line.preview.name == name; };
    const auto found = std::ranges::find_if(m_state.lines, isIt);
    if (!isValidPreviewName(m_state.project.slug, name)) {
        return tr("Small letters, digits and dashes, and not too long");
    }
    if (found != m_state.lines.end() && found->isBeingDeployed()) {
        return tr("This preview is being deployed.");
    }
    return {};
}

void PreviewForm::showNotes() {
    const QString name = m_name->text().trimmed();
    const QString problem = problemOfName();
    const auto isIt = [&name](const PreviewLine& line) { return line.preview.name == name; };
    const bool isThere = std::ranges::any_of(m_state.lines, isIt);
    const QString branchProblem = m_state.branchProblem ? inTheLanguageOfNow(*m_state.branchProblem).what : QString();
    m_referenceRow->setNote(m_state.isAskingForBranches ? tr("Asking for the branches…") : branchProblem,
        !branchProblem.isEmpty() && !m_state.isAskingForBranches);
    m_nameRow->setNote(!problem.isEmpty() ? problem
            : name.isEmpty()              ? tr("Part of its address")
            : isThere                     ? tr("Replaces what %1 shows").arg(previewAddress(m_state, name))
                                          : previewAddress(m_state, name),
        !problem.isEmpty());
    m_text->setText(m_state.hasRepository()
            ? tr("A preview of a branch goes with the branch. It is built with the variables of previews.")
            : tr("It shows the folder as it is now, built with the variables of previews."));
    const bool hasSource = !m_state.hasRepository() || !reference().isEmpty();
    m_make->setEnabled(hasSource && !name.isEmpty() && problem.isEmpty());
}

void PreviewForm::make() {
    if (m_make->isEnabled()) {
        const PreviewDraft draft{reference(), m_name->text().trimmed(), m_password->secret()};
        m_password->forget();
        emit m_intents.make(draft);
    }
}

void PreviewForm::retranslate() {
    m_referenceRow->setTitle(tr("Branch or commit"));
    m_nameRow->setTitle(tr("Name"));
    m_passwordRow->setTitle(tr("Password"));
    m_passwordRow->setNote(tr("May be left out. Only its hash is kept: note it down."));
    m_reference->lineEdit()->setPlaceholderText(tr("feature/login or a1b2c3d"));
    m_make->setText(tr("Make preview"));
    m_cancel->setText(tr("Cancel"));
    showNotes();
}

void PreviewForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
