#include "app/screens/project/removal_card.h"

#include "app/screens/project/project_intents.h"
#include "app/text/error_text.h"
#include "app/text/removal_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace miaobu::app {

namespace {

CheckLine::State markOf(RemovalStep::State state, bool isRunning) {
    switch (state) {
    case RemovalStep::State::Done:
        return CheckLine::State::Done;
    case RemovalStep::State::Failed:
        return CheckLine::State::Failed;
    case RemovalStep::State::Running:
        // A program that ended in the middle leaves it so.
        return isRunning ? CheckLine::State::Active : CheckLine::State::Waiting;
    case RemovalStep::State::Waiting:
        break;
    }
    return CheckLine::State::Waiting;
}

} // namespace

RemovalCard::RemovalCard(ProjectIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)), m_ring(new BusyRing(16)),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_keep(new QPushButton),
      m_forget(new QPushButton), m_goOn(new QPushButton), m_error(new Notice(Tone::Failed)),
      m_warning(new Notice(Tone::Failed)), m_forgetNow(new QPushButton), m_doNot(new QPushButton),
      m_list(new CheckList) {
    setObjectName(QStringLiteral("projectRemoval"));
    m_title->setObjectName(QStringLiteral("removalTitle"));
    m_text->setObjectName(QStringLiteral("removalText"));
    m_error->setObjectName(QStringLiteral("removalError"));
    m_list->setObjectName(QStringLiteral("removalSteps"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space2);
    column->addLayout(buildTop(intents));
    column->addWidget(m_text);
    column->addWidget(m_error);
    column->addWidget(m_question = buildQuestion(intents));
    column->addWidget(m_list);
    retranslate();
}

QHBoxLayout* RemovalCard::buildTop(ProjectIntents& intents) {
    m_keep->setObjectName(QStringLiteral("keepProject"));
    m_forget->setObjectName(QStringLiteral("forgetProject"));
    m_goOn->setObjectName(QStringLiteral("goOnRemoving"));
    setButtonKind(*m_keep, ButtonKind::Quiet);
    setButtonKind(*m_forget, ButtonKind::Quiet);
    setButtonKind(*m_goOn, ButtonKind::Danger);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space2);
    top->addWidget(m_title, 1);
    top->addWidget(m_ring);
    top->addWidget(m_keep);
    top->addWidget(m_forget);
    top->addWidget(m_goOn);
    connect(m_keep, &QPushButton::clicked, &intents, &ProjectIntents::keepProject);
    connect(m_forget, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_goOn, &QPushButton::clicked, &intents, &ProjectIntents::goOnRemoving);
    return top;
}

QWidget* RemovalCard::buildQuestion(ProjectIntents& intents) {
    m_warning->setObjectName(QStringLiteral("forgetWarning"));
    m_forgetNow->setObjectName(QStringLiteral("forgetNow"));
    m_doNot->setObjectName(QStringLiteral("doNotForget"));
    setButtonKind(*m_forgetNow, ButtonKind::Danger);
    auto* part = new QWidget;
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addStretch(1);
    buttons->addWidget(m_doNot);
    buttons->addWidget(m_forgetNow);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, metrics::space1, 0, metrics::space1);
    column->setSpacing(metrics::space2);
    column->addWidget(m_warning);
    column->addLayout(buttons);
    connect(m_doNot, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_forgetNow, &QPushButton::clicked, &intents, &ProjectIntents::forgetAnyway);
    return part;
}

void RemovalCard::setState(const QString& project, const RemovalView& view) {
    m_isAsking = m_isAsking && project == m_project && view.isBegun() && !view.isRunning;
    m_project = project;
    m_view = view;
    retranslate();
}

void RemovalCard::ask(bool asking) {
    m_isAsking = asking;
    retranslate();
    // The answer that changes nothing is the one at hand.
    (asking ? m_doNot : m_forget)->setFocus();
}

QString RemovalCard::title() const {
    if (m_view.isRunning) {
        return tr("Deleting %1").arg(m_project);
    }
    return m_view.hasFailed() ? tr("Some of %1 is still there").arg(m_project)
                              : tr("%1 is not deleted yet").arg(m_project);
}

QString RemovalCard::text() const {
    if (m_view.isRunning) {
        return tr("What visitors are led to goes first, what is kept here goes last. You can go on working meanwhile.");
    }
    return m_view.hasFailed()
        ? tr("What could not be removed says why. Going on tries it again and does not repeat what is gone.")
        : tr("Deleting was interrupted. Going on does not repeat what is gone; nothing can be deployed until then.");
}

void RemovalCard::retranslate() {
    m_title->setText(m_view.isBegun() ? title() : tr("%1 was not deleted").arg(m_project));
    m_text->setText(text());
    m_text->setVisible(m_view.isBegun());
    m_ring->setVisible(m_view.isRunning);
    const bool canChoose = m_view.isBegun() && !m_view.isRunning;
    m_keep->setText(tr("Keep the project"));
    m_keep->setToolTip(tr("What is gone stays gone; deploying brings the site back."));
    m_forget->setText(tr("Forget anyway…"));
    m_goOn->setText(tr("Go on"));
    m_goOn->setAccessibleName(tr("Go on deleting %1").arg(m_project));
    for (QWidget* const button : std::initializer_list<QWidget*>{m_keep, m_forget, m_goOn}) {
        button->setVisible(canChoose && !m_isAsking);
    }
    m_error->setVisible(m_view.error.has_value());
    if (m_view.error) {
        const ErrorWords words = inTheLanguageOfNow(m_view.error->words);
        m_error->setWords(words.what, (words.why + QLatin1Char(' ') + words.next).trimmed());
    }
    QStringList left;
    for (const RemovalStep& step : m_view.left()) {
        left.append(removalStepTitle(step));
    }
    m_question->setVisible(m_isAsking);
    m_warning->setWords(tr("Forget %1 on this computer and leave the rest?").arg(m_project),
        tr("This stays in your account, and you go on paying for it: %1.").arg(left.join(QStringLiteral("; "))));
    m_doNot->setText(tr("Cancel"));
    m_forgetNow->setText(tr("Forget it"));
    m_forgetNow->setAccessibleName(tr("Forget %1 and leave what it has in the cloud").arg(m_project));
    QList<CheckLine> lines;
    for (const RemovalStep& step : std::as_const(m_view.steps)) {
        lines.append({removalStepTitle(step), {}, removalNote(step),
            removalStateTitle(markOf(step.state, m_view.isRunning) == CheckLine::State::Waiting
                    ? RemovalStep::State::Waiting
                    : step.state),
            markOf(step.state, m_view.isRunning)});
    }
    m_list->setLines(lines);
    m_list->setVisible(!lines.isEmpty());
}

void RemovalCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_isAsking) {
        return ask(false);
    }
    Card::keyPressEvent(event);
}

void RemovalCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
