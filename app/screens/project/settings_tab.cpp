#include "app/screens/project/settings_tab.h"

#include "app/screens/common/action_card.h"
#include "app/screens/common/form_card.h"
#include "app/screens/common/plan_fields.h"
#include "app/screens/common/recipe_card.h"
#include "app/screens/project/cache_card.h"
#include "app/screens/project/function_fields.h"
#include "app/screens/project/project_intents.h"
#include "app/screens/project/watch_card.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/scroll_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace miaobu::app {

SettingsTab::SettingsTab(ProjectIntents& intents, QWidget* parent)
    : QWidget(parent), m_form(new FormCard), m_name(new QLineEdit), m_target(new QComboBox),
      m_submodules(new QCheckBox), m_note(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_discard(new QPushButton), m_apply(new QPushButton), m_recipeAsk(new ActionCard), m_recipe(new RecipeCard),
      m_watch(new WatchCard(intents, WatchCard::Extent::Full)), m_cache(new CacheCard(intents)),
      m_reality(new ActionCard), m_removeTitle(new Label(Type::Heading)),
      m_removeText(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_remove(new QPushButton) {
    setObjectName(QStringLiteral("settingsTab"));
    m_name->setObjectName(QStringLiteral("settingsName"));
    m_target->setObjectName(QStringLiteral("settingsTarget"));
    m_apply->setObjectName(QStringLiteral("applySettings"));
    m_discard->setObjectName(QStringLiteral("discardSettings"));
    setButtonKind(*m_apply, ButtonKind::Primary);
    m_nameRow = m_form->addRow(m_name);
    m_fields = new PlanFields(*m_form);
    m_function = new FunctionFields(*m_form);
    m_targetRow = m_form->addRow(m_target);
    m_submodules->setObjectName(QStringLiteral("settingsSubmodules"));
    m_submodulesRow = m_form->addRow(m_submodules);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_apply);
    auto* body = new ScrollPage;
    body->column().addWidget(m_form);
    body->column().addLayout(buttons);
    body->column().addSpacing(metrics::space2);
    body->column().addWidget(m_recipeAsk);
    body->column().addWidget(m_recipe);
    body->column().addWidget(m_watch);
    body->column().addWidget(m_cache);
    body->column().addWidget(m_reality);
    body->column().addWidget(buildRemoval(intents));
    body->column().addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(body);

    connect(m_name, &QLineEdit::textEdited, this, [this] { setEdited(true); });
    connect(m_target, &QComboBox::activated, this, [this] { setEdited(true); });
    connect(m_submodules, &QCheckBox::clicked, &intents, &ProjectIntents::setSubmodules);
    connect(m_fields, &PlanFields::edited, this, [this, out = &intents] {
        setEdited(true);
        if (!m_recipeState.view.dockerfile.isEmpty()) {
            emit out->describeImage(m_fields->overrides());
        }
    });
    m_recipeAsk->setObjectName(QStringLiteral("recipeAsk"));
    m_recipeAsk->button().setObjectName(QStringLiteral("describeImage"));
    connect(m_recipeAsk, &ActionCard::actionRequested, this,
        [this, out = &intents] { emit out->describeImage(m_fields->overrides()); });
    connect(m_recipe, &RecipeCard::saveRequested, &intents, &ProjectIntents::saveDockerfile);
    connect(m_function, &FunctionFields::edited, this, [this] { setEdited(true); });
    connect(m_fields, &PlanFields::rootChosen, &intents, &ProjectIntents::chooseRoot);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        setEdited(false);
        setProject(m_project, m_targets);
    });
    connect(m_apply, &QPushButton::clicked, this, [this, out = &intents] {
        const QString name = m_name->text().trimmed();
        const QString target = m_target->currentData().toString();
        const BuildOverrides overrides = m_fields->overrides();
        const FunctionSettings function = m_function->settings();
        setEdited(false);
        emit out->applySettings(name, target, overrides, function);
    });
    m_reality->setObjectName(QStringLiteral("realityCard"));
    m_reality->button().setObjectName(QStringLiteral("checkReality"));
    connect(m_reality, &ActionCard::actionRequested, &intents, &ProjectIntents::checkReality);
    setEdited(false);
    retranslate();
}

QWidget* SettingsTab::buildRemoval(ProjectIntents& intents) {
    m_remove->setObjectName(QStringLiteral("removeProject"));
    setButtonKind(*m_remove, ButtonKind::Danger);
    auto* card = new Card;
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_removeTitle);
    words->addWidget(m_removeText);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    row->setSpacing(metrics::space4);
    row->addLayout(words, 1);
    row->addWidget(m_remove);
    connect(m_remove, &QPushButton::clicked, &intents, &ProjectIntents::remove);
    return card;
}

void SettingsTab::fillTargets() {
    const QStringList targets
        = m_targets.contains(m_project.target) ? m_targets : QStringList(m_targets) << m_project.target;
    m_target->clear();
    for (const QString& target : targets) {
        m_target->addItem(targetTitle(target), target);
    }
    m_target->setCurrentIndex(m_target->findData(m_project.target));
    m_target->setEnabled(targets.size() > 1);
}

void SettingsTab::setProject(const Project& project, const QStringList& targets) {
    m_form->setRowVisible(m_submodulesRow, project.source.kind == SourceKind::Git);
    m_submodules->setChecked(project.source.submodules);
    if (m_edited && project.id == m_project.id) {
        return;
    }
    setEdited(false);
    m_project = project;
    m_targets = targets;
    fillTargets();
    m_name->setText(project.name);
    m_fields->setPlan(project.plan, project.overrides);
    m_function->setSettings(project.function);
    const ProjectKind kind = withOverrides(project.plan, project.overrides).kind;
    m_function->setVisible(isWebApp(kind), kind == ProjectKind::Python);
    showRecipe();
}

void SettingsTab::setRecipe(const RecipeState& state) {
    const bool isNew = m_recipeState.view.dockerfile.isEmpty() && !state.view.dockerfile.isEmpty();
    m_recipeState = state;
    showRecipe();
    if (isNew) {
        m_recipe->open();
    }
}

void SettingsTab::showRecipe() {
    const ProjectKind kind = withOverrides(m_project.plan, m_project.overrides).kind;
    const bool isImage = isWebApp(kind) && (kind != ProjectKind::Python || m_project.function.way == AppWay::Image);
    m_recipe->setView(isImage ? m_recipeState.view : RecipeView());
    m_recipeAsk->setVisible(isImage && m_recipeState.view.dockerfile.isEmpty());
    m_recipeAsk->button().setEnabled(!m_recipeState.isLooking);
    m_recipeAsk->setWords(tr("Image"),
        m_recipeState.problem.isEmpty()
            ? tr("How the image of the app is built, by its own Dockerfile or a generated one.")
            : m_recipeState.problem,
        m_recipeState.isLooking ? tr("Looking…") : tr("Show Dockerfile"));
}

void SettingsTab::setCache(const CacheView& view) {
    m_cache->setView(view);
}

void SettingsTab::setWatch(const WatchView& view) {
    m_watch->setVisible(view.state.isPossible);
    m_watch->setView(view);
}

void SettingsTab::setEdited(bool edited) {
    m_edited = edited;
    m_apply->setEnabled(edited);
    m_discard->setEnabled(edited);
}

void SettingsTab::retranslate() {
    m_nameRow->setTitle(tr("Name"));
    m_nameRow->setNote(tr("As you see it in the list; the address stays"));
    m_targetRow->setTitle(tr("Publish to"));
    m_targetRow->setNote(tr("What is live elsewhere stays as it is"));
    for (int index = 0; index < m_target->count(); ++index) {
        m_target->setItemText(index, targetTitle(m_target->itemData(index).toString()));
    }
    m_submodulesRow->setTitle(tr("Submodules"));
    m_submodulesRow->setNote(tr("Other repositories that this one names, by https only"));
    m_submodules->setText(tr("Fetch them too"));
    m_fields->retranslate();
    m_function->retranslate();
    m_note->setText(tr("Changes apply from the next deployment on."));
    m_discard->setText(tr("Discard"));
    m_apply->setText(tr("Apply"));
    m_recipe->retranslate();
    showRecipe();
    m_reality->setWords(tr("Reality check"),
        tr("Compares what this computer believes of the project with what the cloud has, and puts differences right."),
        tr("Check…"));
    m_removeTitle->setText(tr("Delete this project"));
    m_removeText->setText(tr("Takes the site offline and removes every deployment of it. The folder or repository it "
                             "comes from is not touched."));
    m_remove->setText(tr("Delete…"));
}

void SettingsTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
