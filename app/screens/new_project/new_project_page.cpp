#include "app/screens/new_project/new_project_page.h"

#include "app/screens/common/page_header.h"
#include "app/screens/new_project/configure_form.h"
#include "app/screens/new_project/looking_step.h"
#include "app/screens/new_project/repository_card.h"
#include "app/screens/new_project/source_form.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/scroll_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

NewProjectPage::NewProjectPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_subtitle(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_back(new QPushButton), m_deploy(new QPushButton), m_error(new ErrorCard), m_choices(new QWidget),
      m_repositories(new RepositoryCard), m_source(new SourceForm), m_choosing(buildChoosing()),
      m_looking(new LookingStep), m_configure(new ConfigureForm) {
    setObjectName(QStringLiteral("newProjectPage"));
    m_error->setObjectName(QStringLiteral("newProjectError"));
    m_choices->setObjectName(QStringLiteral("newProjectChoices"));
    m_subtitle->setObjectName(QStringLiteral("newProjectSource"));
    m_back->setObjectName(QStringLiteral("back"));
    m_deploy->setObjectName(QStringLiteral("deployNew"));
    setButtonKind(*m_deploy, ButtonKind::Primary);
    m_header->line().addWidget(m_subtitle, 1);
    m_header->addButton(m_back);
    m_header->addButton(m_deploy);

    auto* body = new ScrollPage;
    auto* choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(metrics::space2);
    body->column().addWidget(m_error);
    body->column().addWidget(m_choices);
    // Not stacked: a stack is as high as the highest of its pages.
    body->column().addWidget(m_choosing, 1);
    body->column().addWidget(m_looking, 1);
    body->column().addWidget(m_configure, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(body, 1);

    connect(m_source, &SourceForm::folderRequested, this, &NewProjectPage::folderRequested);
    connect(m_source, &SourceForm::addressEntered, this, &NewProjectPage::addressEntered);
    connect(m_configure, &ConfigureForm::slugEdited, this, &NewProjectPage::slugEdited);
    connect(m_configure, &ConfigureForm::rootChosen, this, &NewProjectPage::rootChosen);
    connect(m_configure, &ConfigureForm::branchChosen, this, &NewProjectPage::branchChosen);
    connect(m_configure, &ConfigureForm::targetChosen, this, &NewProjectPage::targetChosen);
    connect(m_configure, &ConfigureForm::connectRequested, this, &NewProjectPage::connectRequested);
    connect(m_configure, &ConfigureForm::dockerfileSaveRequested, this, &NewProjectPage::dockerfileSaveRequested);
    connect(m_configure, &ConfigureForm::edited, this, [this] {
        judge();
        emit buildEdited(m_configure->overrides());
    });
    connect(m_back, &QPushButton::clicked, this, &NewProjectPage::backRequested);
    connect(m_error, &ErrorCard::actionRequested, this, &NewProjectPage::act);
    connect(m_deploy, &QPushButton::clicked, this, [this] {
        emit deployRequested(m_configure->name(), m_configure->slug(), m_configure->target(), m_configure->overrides(),
            m_configure->variables());
    });
    retranslate();
    setState({});
}

QWidget* NewProjectPage::buildChoosing() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(m_repositories);
    column->addWidget(m_source, 1);
    return page;
}

void NewProjectPage::setState(const NewProjectState& state) {
    m_state = state;
    const bool configuring = state.step == NewProjectState::Step::Configure;
    m_choosing->setVisible(state.step == NewProjectState::Step::Choose);
    m_looking->setVisible(state.step == NewProjectState::Step::Looking);
    m_configure->setVisible(configuring);
    m_looking->setFetch(state.fetch);
    m_deploy->setVisible(configuring);
    m_error->setVisible(state.error.has_value());
    showChoices(state.error ? state.error->choices : QStringList());
    if (state.error) {
        ErrorWords words = state.error->words;
        // What could be edited stands right below.
        words.action = words.action == ErrorAction::EditSettings ? ErrorAction::None : words.action;
        m_error->setError(words, state.error->details);
    }
    if (state.step == NewProjectState::Step::Choose && state.source.kind == SourceKind::Git) {
        m_source->setAddress(state.source.location, state.source.branch);
    }
    if (configuring) {
        m_configure->setState(state);
        judge();
    }
    retranslate();
}

void NewProjectPage::showChoices(const QStringList& choices) {
    qDeleteAll(m_choices->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    auto* const row = static_cast<QHBoxLayout*>(m_choices->layout());
    while (row->count() > 0) {
        delete row->takeAt(0);
    }
    constexpr qsizetype most = 6;
    for (const QString& choice : choices.first(std::min(most, choices.size()))) {
        auto* button = new QPushButton(QString(choice).replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setIcon(iconOf(Icon::Folder));
        connect(button, &QPushButton::clicked, this, [this, choice] { emit alternativeChosen(choice); });
        row->addWidget(button);
    }
    row->addStretch(1);
    m_choices->setVisible(!choices.isEmpty() && m_state.step == NewProjectState::Step::Choose);
}

void NewProjectPage::setFetch(const SourceFetch& fetch) {
    m_looking->setFetch(fetch);
}

void NewProjectPage::setTargets(const QStringList& targets, const QString& chosen) {
    m_configure->setTargets(targets, chosen);
}

void NewProjectPage::setBranches(const QStringList& branches, const QString& chosen) {
    m_configure->setBranches(branches, chosen);
}

void NewProjectPage::setAddressVerdict(const AddressVerdict& verdict) {
    m_configure->setAddressVerdict(verdict);
    m_addressUsable = verdict.usable;
    judge();
}

void NewProjectPage::setRecipe(const RecipeView& recipe) {
    m_configure->setRecipe(recipe);
}

void NewProjectPage::judge() {
    m_deploy->setEnabled(m_addressUsable && m_configure->isComplete());
}

void NewProjectPage::act(ErrorAction action) {
    if (action == ErrorAction::Retry || action == ErrorAction::Resume) {
        emit retryRequested();
    } else if (action == ErrorAction::SignIn) {
        emit signInRequested();
    } else if (action == ErrorAction::ChooseAnotherFolder && m_state.source.kind == SourceKind::Folder) {
        emit folderRequested();
    } else {
        emit backRequested();
    }
}

void NewProjectPage::retranslate() {
    m_header->setTitle(tr("New project"));
    m_back->setText(m_state.step == NewProjectState::Step::Looking ? tr("Cancel") : tr("Back"));
    m_deploy->setText(tr("Deploy"));
    QStringList words{m_state.source.location};
    if (!m_state.source.branch.isEmpty()) {
        words.append(m_state.source.branch);
    }
    if (!m_state.revision.isEmpty()) {
        words.append(m_state.revision);
    }
    m_subtitle->setText(
        m_state.source.location.isEmpty() ? tr("Where does the site come from?") : words.join(QStringLiteral("  ·  ")));
    m_configure->retranslate();
}

void NewProjectPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
