#include "app/screens/project/log_tab.h"

#include "app/screens/project/log_bar.h"
#include "app/screens/project/project_intents.h"
#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/log_view.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

/// The ground of the log, down to the round corners of its card.
class LogGround final : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setClipRect(rect());
        drawPanel(painter, rect().adjusted(0, -metrics::cardRadius, 0, 0), tokensFor(palette()).logGround,
            Qt::transparent, metrics::cardRadius - 1);
    }
};

} // namespace

LogTab::LogTab(LogLines& lines, ProjectIntents& intents, QWidget* parent)
    : QWidget(parent), m_lines(lines), m_intents(intents), m_search(lines), m_errors(lines), m_bar(new StageBar),
      m_choice(new QComboBox), m_tools(new LogBar), m_view(new LogView(lines)), m_empty(new EmptyState(Icon::Log)),
      m_stack(new QStackedWidget) {
    setObjectName(QStringLiteral("logTab"));
    m_bar->setObjectName(QStringLiteral("logStageBar"));
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
    top->addWidget(m_choice);
    top->addWidget(m_bar, 1);
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
    connect(&m_lines, &LogLines::grown, this, &LogTab::showCount);
    connect(&m_lines, &LogLines::replaced, this, &LogTab::showCount);
    connect(m_view, &LogView::followingChanged, m_tools, &LogBar::setFollowing);
    connect(m_tools, &LogBar::followRequested, m_view, &LogView::setFollowing);
    connect(m_tools, &LogBar::saveRequested, &m_intents, &ProjectIntents::saveLog);
    connect(m_tools, &LogBar::copyRequested, this, [this] {
        m_view->selectAll();
        m_view->copySelection();
    });
    connect(m_tools, &LogBar::soughtChanged, this, [this](const QString& text) {
        m_view->setSought(text);
        m_view->showLine(0);
        m_search.start(text.isEmpty() ? LogSearch::Predicate() : [text](const QString& plain) {
            return plain.contains(text, Qt::CaseInsensitive);
        });
    });
    connect(m_tools, &LogBar::nextRequested, this, [this] { goTo(m_search.next(m_view->currentLine())); });
    connect(m_tools, &LogBar::previousRequested, this, [this] { goTo(m_search.previous(m_view->currentLine())); });
    connect(m_tools, &LogBar::nextErrorRequested, this, [this] {
        m_wantsError = true;
        m_errors.start(tellsError);
    });
    connect(&m_search, &LogSearch::changed, this, &LogTab::showFound);
    connect(&m_errors, &LogSearch::changed, this, [this] {
        if (m_wantsError && m_errors.isDone()) {
            m_wantsError = false;
            goTo(m_errors.next(m_view->currentLine()));
            m_errors.start({});
        }
    });
    m_tools->setFollowing(true);
}

void LogTab::goTo(qint64 line) {
    if (line > 0) {
        m_view->showLine(line);
        showFound();
    }
}

void LogTab::setState(const LogState& state) {
    if (state == m_state && !state.choices.isEmpty()) {
        return;
    }
    const bool other = state.shown != m_state.shown;
    m_state = state;
    m_bar->setSteps(state.steps);
    fillChoices();
    if (other) {
        m_view->setFollowing(true);
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
    m_choice->setVisible(!m_state.choices.isEmpty());
}

void LogTab::showCount() {
    m_tools->setCount(m_lines.count());
    const bool empty = m_lines.count() == 0;
    m_tools->setEnabled(!empty);
    m_stack->setCurrentIndex(empty ? 1 : 0);
    if (!empty) {
        return;
    }
    const Deployment* shown = nullptr;
    for (const Deployment& deployment : m_state.choices) {
        shown = deployment.id == m_state.shown ? &deployment : shown;
    }
    if (!shown) {
        m_empty->setWords(tr("No log yet"), tr("Deploy, and what the build prints appears here as it is printed."));
    } else if (isActive(shown->state)) {
        m_empty->setWords(tr("Waiting for the first line"),
            m_state.ahead > 0 ? tr("%n deployment(s) before it in the queue", nullptr, m_state.ahead) : QString());
    } else {
        m_empty->setWords(tr("This log is gone"), tr("Its file is no longer on this computer."));
    }
}

void LogTab::showFound() {
    if (m_tools->sought().isEmpty()) {
        return m_tools->setFound({});
    }
    const auto& found = m_search.found();
    if (found.isEmpty()) {
        return m_tools->setFound(m_search.isDone() ? tr("Nothing found") : tr("Looking…"));
    }
    const qsizetype at = found.indexOf(m_view->currentLine());
    const QString total = QLocale().toString(found.size());
    m_tools->setFound(at < 0 ? tr("%1 found").arg(total) : tr("%1 of %2").arg(QLocale().toString(at + 1), total));
}

void LogTab::focusFind() {
    m_tools->focusFind();
}

void LogTab::retranslate() {
    m_choice->setAccessibleName(tr("Deployment"));
    m_view->setAccessibleName(tr("Build log"));
    fillChoices();
    showCount();
    showFound();
}

void LogTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
