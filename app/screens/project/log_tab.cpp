#include "app/screens/project/log_tab.h"

#include "app/screens/project/cause_bar.h"
#include "app/screens/project/log_bar.h"
#include "app/screens/project/log_finder.h"
#include "app/screens/project/log_words.h"
#include "app/screens/project/project_intents.h"
#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/log_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

/// The ground of the log, down to the round corners of its card where nothing else is below.
class LogGround final : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setClipRect(rect());
        if (geometry().bottom() + metrics::space1 < parentWidget()->height()) {
            return painter.fillRect(rect(), tokensFor(palette()).logGround);
        }
        drawPanel(painter, rect().adjusted(0, -metrics::cardRadius, 0, 0), tokensFor(palette()).logGround,
            Qt::transparent, metrics::cardRadius - 1);
    }
};

} // namespace

LogTab::LogTab(LogLines& lines, ProjectIntents& intents, QWidget* parent)
    : QWidget(parent), m_lines(lines), m_intents(intents), m_bar(new StageBar), m_kind(new QTabBar),
      m_choice(new QComboBox), m_cancel(new QPushButton), m_tools(new LogBar), m_view(new LogView(lines)),
      m_finder(new LogFinder(lines, *m_tools, *m_view, this)), m_cause(new CauseBar),
      m_empty(new EmptyState(Icon::Log)), m_stack(new QStackedWidget) {
    setObjectName(QStringLiteral("logTab"));
    m_bar->setObjectName(QStringLiteral("logStageBar"));
    m_kind->setObjectName(QStringLiteral("logKind"));
    m_kind->setDrawBase(false);
    m_kind->setExpanding(false);
    m_kind->addTab(QString());
    m_kind->addTab(QString());
    m_choice->setObjectName(QStringLiteral("logChoice"));
    m_empty->setObjectName(QStringLiteral("logEmpty"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* card = new Card;
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->setSpacing(0);
    inner->addWidget(buildHead());
    inner->addWidget(new Rule);
    auto* ground = new LogGround;
    auto* groundColumn = new QVBoxLayout(ground);
    groundColumn->setContentsMargins(0, 0, 0, metrics::space3);
    groundColumn->addWidget(m_stack);
    inner->addWidget(ground, 1);
    inner->addWidget(m_cause);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::space5, metrics::pageMargin, metrics::space5);
    column->addWidget(card);
    connectAll();
    retranslate();
    setState({});
}

QWidget* LogTab::buildHead() {
    auto* head = new QWidget;
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space5);
    m_choice->setMinimumWidth(132);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    top->addWidget(m_kind);
    top->addWidget(m_choice);
    top->addWidget(m_bar, 1);
    top->addStretch();
    m_cancel->setObjectName(QStringLiteral("cancelShown"));
    m_cancel->setIcon(iconOf(Icon::Stop));
    top->addWidget(m_cancel);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(metrics::space4, metrics::space3, metrics::space4, metrics::space3);
    column->setSpacing(metrics::space2);
    column->addLayout(top);
    column->addWidget(m_tools);
    return head;
}

void LogTab::connectAll() {
    connect(m_choice, &QComboBox::activated, this,
        [this](int index) { emit m_intents.showLog(m_choice->itemData(index).toLongLong()); });
    connect(m_kind, &QTabBar::currentChanged, this, [this](int index) {
        if (index == 1) {
            emit m_intents.showRunningLog();
        } else {
            emit m_intents.showLog(m_state.shown);
        }
    });
    connect(&m_lines, &LogLines::grown, this, &LogTab::showCount);
    connect(&m_lines, &LogLines::replaced, this, &LogTab::showCount);
    connect(m_view, &LogView::followingChanged, m_tools, &LogBar::setFollowing);
    connect(m_tools, &LogBar::followRequested, m_view, &LogView::setFollowing);
    connect(m_tools, &LogBar::followRequested, &m_intents, &ProjectIntents::followLogs);
    connect(m_tools, &LogBar::folderRequested, &m_intents, &ProjectIntents::openFolder);
    connect(m_tools, &LogBar::saveRequested, &m_intents, &ProjectIntents::saveLog);
    connect(m_tools, &LogBar::openRequested, &m_intents, &ProjectIntents::openLog);
    connect(m_tools, &LogBar::leaveRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_tools, &LogBar::copyRequested, this, [this] {
        m_view->selectAll();
        m_view->copySelection();
    });
    connect(m_cancel, &QPushButton::clicked, &m_intents, &ProjectIntents::cancel);
    connect(m_view, &LogView::linkActivated, &m_intents, &ProjectIntents::openLink);
    connect(m_view, &LogView::copyRequested, &m_intents, &ProjectIntents::copyLog);
    connect(m_cause, &CauseBar::linkActivated, &m_intents, &ProjectIntents::openLink);
    connect(m_cause, &CauseBar::showRequested, this, [this] { m_finder->showText(m_cause->cause()); });
    connect(m_cause, &CauseBar::portRequested, &m_intents, &ProjectIntents::usePort);
    connect(m_cause, &CauseBar::copyRequested, this, &LogTab::copyHelp);
    const auto key = [this](const QKeySequence& keys, void (LogBar::*signal)()) {
        auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_tools, signal);
    };
    key(Qt::Key_F3, &LogBar::nextRequested);
    key(Qt::SHIFT | Qt::Key_F3, &LogBar::previousRequested);
    m_tools->setFollowing(true);
}

void LogTab::copyHelp() {
    QGuiApplication::clipboard()->setText(helpText(m_state, m_lines));
}

void LogTab::setState(const LogState& state) {
    if (state == m_state && !state.choices.isEmpty()) {
        return;
    }
    const bool other = state.shown != m_state.shown || state.running != m_state.running;
    m_state = state;
    showKind();
    m_bar->setSteps(state.steps);
    m_bar->setVisible(!state.running);
    m_cancel->setVisible(state.cancellable);
    m_tools->setHasFolder(!state.folder.isEmpty());
    m_cause->setCause(state.cause, state.unreached, state.offeredPort);
    fillChoices();
    if (other) {
        m_view->setFollowing(state.follows);
    }
    showCount();
}

void LogTab::fillChoices() {
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const Deployment& deployment : m_state.choices) {
        m_choice->addItem(tr("#%1 · %2").arg(deployment.number).arg(stateTitle(deployment.state)), deployment.id);
    }
    m_choice->setCurrentIndex(m_choice->findData(m_state.shown));
    m_choice->setVisible(!m_state.choices.isEmpty() && !m_state.running);
}

void LogTab::showKind() {
    const QSignalBlocker blocker(m_kind);
    m_kind->setCurrentIndex(m_state.running ? 1 : 0);
    m_kind->setVisible(m_state.hasRunning || m_state.running);
}

void LogTab::showCount() {
    m_tools->setCount(m_lines.count());
    const bool empty = m_lines.count() == 0;
    m_tools->setEnabled(!empty);
    m_stack->setCurrentIndex(empty ? 1 : 0);
    if (!empty) {
        return;
    }
    const EmptyLogWords words = emptyLogWords(m_state, m_lines.path(), QFile::exists(m_lines.path()));
    m_empty->setWords(words.title, words.text);
}

void LogTab::focusFind() {
    m_tools->focusFind();
}

void LogTab::retranslate() {
    m_kind->setTabText(0, tr("Build"));
    m_kind->setTabText(1, tr("Running"));
    m_kind->setAccessibleName(tr("What is shown"));
    m_choice->setAccessibleName(tr("Deployment"));
    m_cancel->setText(tr("Cancel"));
    m_view->setAccessibleName(tr("Build log"));
    fillChoices();
    showCount();
    m_finder->retranslate();
}

void LogTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
