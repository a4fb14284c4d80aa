#include "app/screens/new_project/configure_form.h"

#include "app/screens/common/form_card.h"
#include "app/screens/common/plan_fields.h"
#include "app/screens/common/recipe_card.h"
#include "app/screens/new_project/variables_card.h"
#include "app/text/state_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/label.h"
#include "core/model/target.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

/// The first letter of a framework on a soft tile.
class LetterTile : public Label {
public:
    LetterTile() : Label(Type::Heading, Ink::Accent) {
        setFixedSize(36, 36);
        setAlignment(Qt::AlignCenter);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        drawPanel(painter, rect(), tokensFor(palette()).accentSoft, Qt::transparent, metrics::controlRadius);
        painter.end();
        Label::paintEvent(event);
    }
};

} // namespace

ConfigureForm::ConfigureForm(QWidget* parent)
    : QWidget(parent), m_letter(new LetterTile), m_framework(new Label(Type::Heading)),
      m_kind(new Label(Type::Small, Ink::Muted)), m_name(new QLineEdit), m_slug(new QLineEdit), m_branch(new QComboBox),
      m_target(new QComboBox), m_card(new FormCard), m_recipe(new RecipeCard), m_variables(new VariablesCard) {
    m_name->setObjectName(QStringLiteral("projectName"));
    m_slug->setObjectName(QStringLiteral("projectSlug"));
    m_target->setObjectName(QStringLiteral("target"));
    m_branch->setObjectName(QStringLiteral("sourceBranch"));
    m_nameRow = m_card->addRow(m_name);
    m_slugRow = m_card->addRow(m_slug);
    m_branchRow = m_card->addRow(m_branch);
    m_fields = new PlanFields(*m_card);
    m_fields->setAsks(true);
    m_targetRow = m_card->addRow(m_target);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(buildKindCard());
    column->addWidget(m_card);
    column->addWidget(m_recipe);
    column->addWidget(m_variables);
    column->addStretch();
    connect(m_slug, &QLineEdit::textChanged, this, &ConfigureForm::slugEdited);
    connect(m_target, &QComboBox::activated, this, &ConfigureForm::chooseTarget);
    connect(m_branch, &QComboBox::activated, this, [this] { emit branchChosen(m_branch->currentText()); });
    connect(m_fields, &PlanFields::rootChosen, this, &ConfigureForm::rootChosen);
    connect(m_fields, &PlanFields::edited, this, &ConfigureForm::edited);
    connect(m_recipe, &RecipeCard::saveRequested, this, &ConfigureForm::dockerfileSaveRequested);
    retranslate();
}

QWidget* ConfigureForm::buildKindCard() {
    auto* card = new Card;
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_framework);
    words->addWidget(m_kind);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    row->setSpacing(metrics::space4);
    row->addWidget(m_letter);
    row->addLayout(words, 1);
    return card;
}

void ConfigureForm::setState(const NewProjectState& state) {
    if (state.source != m_state.source) {
        m_variables->clear();
        m_recipe->setView({});
    }
    m_state = state;
    m_name->setText(state.name);
    m_slug->setText(state.slug);
    setBranches(state.branches, state.branch);
    fillTargets();
    m_fields->setPlan(state.plan, state.overrides);
    m_recipe->setView(state.recipe);
    showKind();
}

void ConfigureForm::fillTargets() {
    m_target->clear();
    for (const QString& target : m_state.targets) {
        m_target->addItem(targetTitle(target), target);
    }
    m_target->insertSeparator(m_target->count());
    m_target->addItem(iconOf(Icon::Add), QString());
    m_target->setCurrentIndex(std::max(0, m_target->findData(m_state.target)));
}

void ConfigureForm::setTargets(const QStringList& targets, const QString& chosen) {
    m_state.targets = targets;
    m_state.target = chosen;
    fillTargets();
    retranslate();
}

void ConfigureForm::setBranches(const QStringList& branches, const QString& chosen) {
    m_branch->clear();
    m_branch->addItems(branches);
    m_branch->setCurrentIndex(std::max(0, m_branch->findText(chosen)));
    m_card->setRowVisible(m_branchRow, !branches.isEmpty());
}

void ConfigureForm::chooseTarget(int index) {
    const QString target = m_target->itemData(index).toString();
    if (target.isEmpty()) {
        m_target->setCurrentIndex(std::max(0, m_target->findData(m_state.target)));
        return emit connectRequested();
    }
    m_state.target = target;
    retranslate();
    emit targetChosen(target);
}

void ConfigureForm::showKind() {
    const QString framework
        = m_state.plan.framework.isEmpty() ? kindTitle(m_state.plan.kind) : frameworkTitle(m_state.plan.framework);
    m_framework->setText(framework);
    m_letter->setText(framework.left(1).toUpper());
    QStringList words;
    if (!m_state.plan.framework.isEmpty()) {
        words.append(kindTitle(m_state.plan.kind));
    }
    if (m_state.plan.kind == ProjectKind::Static) {
        words.append(m_state.plan.isSpa ? tr("one page") : tr("several pages"));
    }
    if (!m_state.plan.packageManager.isEmpty()) {
        words.append(m_state.plan.packageManager);
    }
    m_kind->setText(words.join(QStringLiteral(" · ")));
}

void ConfigureForm::setRecipe(const RecipeView& recipe) {
    m_recipe->setView(recipe);
}

bool ConfigureForm::isComplete() const {
    return m_fields->isComplete();
}

void ConfigureForm::setAddressVerdict(const AddressVerdict& verdict) {
    m_slugRow->setNote(verdict.text, !verdict.usable);
}

QString ConfigureForm::name() const {
    return m_name->text().trimmed();
}

QString ConfigureForm::slug() const {
    return m_slug->text().trimmed();
}

QString ConfigureForm::target() const {
    return m_target->currentData().toString();
}

QList<VariableDraft> ConfigureForm::variables() const {
    return m_variables->drafts();
}

BuildOverrides ConfigureForm::overrides() const {
    return m_fields->overrides();
}

void ConfigureForm::retranslate() {
    m_nameRow->setTitle(tr("Name"));
    m_nameRow->setNote(tr("As you see it in the list"));
    m_slugRow->setTitle(tr("Address"));
    m_branchRow->setTitle(tr("Branch"));
    m_branchRow->setNote(tr("Another one is looked at anew"));
    m_targetRow->setTitle(tr("Publish to"));
    m_targetRow->setNote(
        target() == localTargetName ? tr("No account needed") : tr("Your own account at Alibaba Cloud"));
    m_fields->retranslate();
    m_recipe->retranslate();
    m_variables->retranslate();
    for (int index = 0; index < m_target->count(); ++index) {
        const QString target = m_target->itemData(index).toString();
        m_target->setItemText(index, target.isEmpty() ? tr("Connect Aliyun…") : targetTitle(target));
    }
    showKind();
}

} // namespace miaobu::app
