#include "app/screens/project/watch_card.h"

#include "app/screens/project/project_intents.h"
#include "app/text/watch_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

const QString separator = QStringLiteral(", ");

QStringList pathsIn(const QString& text) {
    QStringList paths;
    for (const QString& path : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString plain = path.trimmed(); !plain.isEmpty()) {
            paths.append(plain);
        }
    }
    return paths;
}

} // namespace

WatchCard::WatchCard(ProjectIntents& intents, Extent extent, QWidget* parent)
    : Card(parent), m_extent(extent), m_switch(new QCheckBox),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_line(new Label(Type::Text, Ink::Text, Label::Overflow::Elide)),
      m_outcome(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)),
      m_problem(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)), m_signIn(new QPushButton),
      m_branches(new QCheckBox), m_look(new QPushButton), m_pathsTitle(new Label(Type::Text, Ink::Muted)),
      m_paths(new QLineEdit) {
    setObjectName(QStringLiteral("watchCard"));
    m_switch->setObjectName(QStringLiteral("watchSwitch"));
    m_line->setObjectName(QStringLiteral("watchLine"));
    m_outcome->setObjectName(QStringLiteral("watchOutcome"));
    m_problem->setObjectName(QStringLiteral("watchProblem"));
    m_signIn->setObjectName(QStringLiteral("watchSignIn"));
    m_branches->setObjectName(QStringLiteral("watchBranches"));
    m_look->setObjectName(QStringLiteral("watchLook"));
    m_look->setIcon(iconOf(Icon::Refresh));
    m_paths->setObjectName(QStringLiteral("watchPaths"));
    m_pathsTitle->setBuddy(m_paths);
    m_switch->setFont(fontOf(Type::Heading));
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    for (QWidget* const part : std::initializer_list<QWidget*>{m_switch, m_text, m_problem, m_line, m_outcome}) {
        words->addWidget(part);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space4);
    row->addLayout(words, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_signIn, 0, Qt::AlignTop);
    buttons->addWidget(m_look, 0, Qt::AlignTop);
    row->addLayout(buttons);
    auto* paths = new QHBoxLayout;
    paths->setSpacing(metrics::space4);
    paths->addWidget(m_pathsTitle);
    paths->addWidget(m_paths, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addLayout(row);
    column->addWidget(m_branches);
    column->addLayout(paths);
    connect(m_switch, &QCheckBox::clicked, &intents, &ProjectIntents::watch);
    connect(m_signIn, &QPushButton::clicked, &intents, &ProjectIntents::signIn);
    connect(m_branches, &QCheckBox::clicked, &intents, &ProjectIntents::watchBranches);
    connect(m_look, &QPushButton::clicked, &intents, &ProjectIntents::lookForPushes);
    connect(m_paths, &QLineEdit::editingFinished, this, [this, out = &intents] {
        if (const QStringList chosen = pathsIn(m_paths->text()); chosen != m_view.state.paths) {
            emit out->watchPaths(chosen);
        }
    });
    retranslate();
}

void WatchCard::setView(const WatchView& view) {
    m_view = view;
    m_switch->setChecked(view.isOn());
    m_branches->setVisible(m_extent == Extent::Full && view.isOn() && view.hasPreviews);
    m_branches->setChecked(view.state.branches);
    showPaths();
    m_text->setText(watchExplanation(view.state, view.rootDirectory));
    m_line->setVisible(view.knowsHead());
    m_line->setText(watchLine(view.state, view.now));
    const QString problem = watchProblem(view.state);
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(problem);
    m_outcome->setVisible(view.isOn() && view.state.outcome.has_value());
    if (view.state.outcome) {
        m_outcome->setText(pushText(*view.state.outcome, view.rootDirectory, view.now));
    }
    m_signIn->setVisible(view.asksForSignIn());
    m_look->setEnabled(view.state.phase != WatchPhase::Looking);
}

void WatchCard::showPaths() {
    // Of a whole repository everything counts anyway.
    const bool isShown = m_extent == Extent::Full && m_view.isOn() && !m_view.rootDirectory.isEmpty();
    m_pathsTitle->setVisible(isShown);
    m_paths->setVisible(isShown);
    if (!m_paths->hasFocus()) {
        m_paths->setText(m_view.state.paths.join(separator));
    }
}

void WatchCard::retranslate() {
    m_switch->setText(tr("Deploy on push"));
    m_signIn->setText(tr("Sign in again"));
    m_branches->setText(tr("Preview every other branch when it is pushed"));
    m_branches->setToolTip(tr("Each at an address of its own, until the branch is gone."));
    m_look->setText(tr("Look now"));
    m_look->setToolTip(tr("Asks the server where the branch is."));
    m_pathsTitle->setText(tr("Also when these change"));
    m_paths->setPlaceholderText(tr("packages/ui, content"));
    setView(m_view);
}

void WatchCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
