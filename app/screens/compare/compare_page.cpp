#include "app/screens/compare/compare_page.h"

#include "app/screens/common/deployment_choice.h"
#include "app/screens/common/page_header.h"
#include "app/screens/compare/change_list.h"
#include "app/screens/compare/file_pane.h"
#include "app/text/difference_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

/// The ground between two cards, to be dragged.
class Gap final : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent*) override { }
};

class CardSplitter final : public QSplitter {
protected:
    QSplitterHandle* createHandle() override { return new Gap(orientation(), this); }
};

} // namespace

ComparePage::ComparePage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_project(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_back(new QPushButton), m_before(new DeploymentChoice), m_swap(new QToolButton), m_after(new DeploymentChoice),
      m_counts(new Label(Type::Heading)), m_bytes(new Label(Type::Text, Ink::Muted)), m_stack(new QStackedWidget),
      m_empty(new EmptyState(Icon::Compare)), m_reading(new Label(Type::Text, Ink::Muted)), m_error(new ErrorCard),
      m_list(new ChangeList(m_changes)), m_file(new FilePane) {
    setObjectName(QStringLiteral("comparePage"));
    m_back->setObjectName(QStringLiteral("leaveCompare"));
    m_back->setIcon(iconOf(Icon::Back));
    m_before->setObjectName(QStringLiteral("compareBefore"));
    m_after->setObjectName(QStringLiteral("compareAfter"));
    m_swap->setObjectName(QStringLiteral("compareSwap"));
    m_swap->setIcon(iconOf(Icon::Compare));
    m_counts->setObjectName(QStringLiteral("compareCounts"));
    m_bytes->setObjectName(QStringLiteral("compareBytes"));
    m_reading->setObjectName(QStringLiteral("compareReading"));
    m_error->setObjectName(QStringLiteral("compareError"));
    m_empty->setObjectName(QStringLiteral("compareEmpty"));
    m_header->line().addWidget(m_project, 1);
    m_header->addButton(m_back);
    connect(m_error, &ErrorCard::actionRequested, this, [this](ErrorAction action) {
        if (action == ErrorAction::DeployCommit) {
            emit deployCommitRequested();
        }
    });
    m_body = buildBody();
    m_busy = buildBusy();
    m_failed = new QWidget;
    auto* failed = new QVBoxLayout(m_failed);
    failed->setContentsMargins(0, 0, 0, 0);
    failed->addWidget(m_error);
    failed->addStretch();
    for (QWidget* const page : {m_body, m_busy, m_failed, static_cast<QWidget*>(m_empty)}) {
        m_stack->addWidget(page);
    }
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(metrics::pageMargin, metrics::space4, metrics::pageMargin, metrics::space5);
    inner->setSpacing(metrics::space4);
    inner->addWidget(buildChoices());
    inner->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(inner, 1);
    connect(m_back, &QPushButton::clicked, this, &ComparePage::left);
    addKeys();
    setState({});
}

QWidget* ComparePage::buildChoices() {
    auto* choices = new QWidget;
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    m_swap->setAutoRaise(true);
    m_swap->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_before, 1);
    row->addWidget(m_swap);
    row->addWidget(m_after, 1);
    row->addSpacing(metrics::space3);
    row->addWidget(m_counts);
    row->addWidget(m_bytes);
    connect(m_before, &DeploymentChoice::chosen, this, [this](DeploymentId id) { emit twoChosen(id, m_state.after); });
    connect(m_after, &DeploymentChoice::chosen, this, [this](DeploymentId id) { emit twoChosen(m_state.before, id); });
    connect(m_swap, &QToolButton::clicked, this, [this] { emit twoChosen(m_state.after, m_state.before); });
    return choices;
}

QWidget* ComparePage::buildBody() {
    auto* body = new CardSplitter;
    body->setChildrenCollapsible(false);
    body->setHandleWidth(metrics::space4);
    m_file->setMinimumWidth(320);
    body->addWidget(m_list);
    body->addWidget(m_file);
    body->setStretchFactor(1, 1);
    body->setSizes({320, 660});
    connect(m_list, &ChangeList::chosen, this, &ComparePage::fileChosen);
    connect(m_list, &ChangeList::nothingChosen, this, &ComparePage::noFileChosen);
    connect(m_list, &ChangeList::contentRequested, m_file, &FilePane::focusContent);
    return body;
}

QWidget* ComparePage::buildBusy() {
    auto* busy = new QWidget;
    auto* column = new QVBoxLayout(busy);
    column->setSpacing(metrics::space3);
    column->addStretch();
    column->addWidget(new BusyRing, 0, Qt::AlignHCenter);
    column->addWidget(m_reading, 0, Qt::AlignHCenter);
    column->addStretch();
    return busy;
}

void ComparePage::addKeys() {
    const auto key = [this](const QKeySequence& keys, auto what) {
        auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::Key_Escape, &ComparePage::left);
    key(QKeySequence::Find, &ComparePage::focusFilter);
    key(Qt::Key_F8, [this] { m_file->showChange(1); });
    key(Qt::SHIFT | Qt::Key_F8, [this] { m_file->showChange(-1); });
}

void ComparePage::setState(const CompareState& state) {
    if (state.difference.changes != m_state.difference.changes) {
        m_changes.setChanges(state.difference.changes);
    }
    m_state = state;
    m_before->setDeployments(state.choices, state.before, state.now);
    m_after->setDeployments(state.choices, state.after, state.now);
    switch (state.phase) {
    case CompareState::Phase::PickTwo:
        m_stack->setCurrentWidget(m_empty);
        break;
    case CompareState::Phase::Reading:
        m_stack->setCurrentWidget(m_busy);
        break;
    case CompareState::Phase::Compared:
        m_stack->setCurrentWidget(m_body);
        break;
    case CompareState::Phase::Failed:
        m_stack->setCurrentWidget(m_failed);
        break;
    }
    if (state.error) {
        m_error->setError(state.error->words, state.error->details);
    }
    retranslate();
}

void ComparePage::setFile(const FileState& file) {
    m_file->setFile(file);
}

void ComparePage::showFirst() {
    showFile({});
    m_list->focusList();
}

void ComparePage::showFile(const QString& path) {
    m_list->choose(path);
}

void ComparePage::focusFilter() {
    m_list->focusFilter();
}

void ComparePage::focusChoice() {
    m_before->setFocus(Qt::OtherFocusReason);
}

void ComparePage::showSummary() {
    const ManifestDifference& difference = m_state.difference;
    const bool compared = m_state.phase == CompareState::Phase::Compared;
    m_counts->setVisible(compared);
    m_bytes->setVisible(compared);
    const QString counts = countsText(difference.added, difference.changed, difference.removed);
    const QString words = countsInWords(difference.added, difference.changed, difference.removed);
    m_counts->setText(counts.isEmpty() ? tr("No difference") : counts);
    m_counts->setAccessibleName(words);
    m_counts->setToolTip(words);
    m_bytes->setText(growthText(difference.bytesAfter - difference.bytesBefore));
}

void ComparePage::retranslate() {
    m_header->setTitle(tr("Compare deployments"));
    m_project->setText(m_state.project.name);
    m_back->setText(tr("Back"));
    m_before->setAccessibleName(tr("Before"));
    m_after->setAccessibleName(tr("After"));
    m_swap->setToolTip(tr("Swap both sides"));
    m_swap->setAccessibleName(tr("Swap both sides"));
    m_swap->setEnabled(m_state.before != 0 && m_state.after != 0);
    m_reading->setText(tr("Reading the lists of files, %1 of 2…").arg(std::min(m_state.read + 1, 2)));
    const bool canPick = m_state.choices.size() > 1;
    m_empty->setWords(canPick ? tr("Pick two") : tr("Only one version so far"),
        canPick ? tr("Choose two deployments above to see which files differ.")
                : tr("Deploy once more, then compare what changed."));
    showSummary();
}

void ComparePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
