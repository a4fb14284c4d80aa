#include "app/screens/project/roll_back_sheet.h"

#include "app/screens/common/deployment_choice.h"
#include "app/screens/project/project_intents.h"
#include "app/text/difference_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

RollBackSheet::RollBackSheet(ProjectIntents& intents, QWidget* parent)
    : QWidget(parent), m_intents(intents), m_title(new Label(Type::Heading)), m_choice(new DeploymentChoice),
      m_changes(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)), m_compare(new QPushButton),
      m_hosts(new QWidget), m_hostColumn(new QVBoxLayout(m_hosts)), m_column(new QVBoxLayout(this)),
      m_confirm(new QPushButton), m_leave(new QPushButton) {
    setObjectName(QStringLiteral("rollBackSheet"));
    m_choice->setObjectName(QStringLiteral("rollBackChoice"));
    m_changes->setObjectName(QStringLiteral("rollBackChanges"));
    m_compare->setObjectName(QStringLiteral("rollBackCompare"));
    m_confirm->setObjectName(QStringLiteral("confirmRollBack"));
    m_leave->setObjectName(QStringLiteral("leaveRollBack"));
    setButtonKind(*m_compare, ButtonKind::Quiet);
    m_compare->setIcon(iconOf(Icon::Compare));
    setButtonKind(*m_confirm, ButtonKind::Primary);
    m_confirm->setIcon(iconOf(Icon::RollBack));
    buildRows();
    connect(m_choice, &DeploymentChoice::chosen, &intents, &ProjectIntents::prepareRollBack);
    connect(m_leave, &QPushButton::clicked, &intents, &ProjectIntents::leaveRollBack);
    connect(m_confirm, &QPushButton::clicked, this, [this] { emit m_intents.rollBack(m_state.rollBack.chosen); });
    connect(m_compare, &QPushButton::clicked, this, [this] { emit m_intents.compare(m_state.rollBack.chosen); });
    retranslate();
}

void RollBackSheet::buildRows() {
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space3);
    top->addWidget(m_title);
    top->addWidget(m_choice, 1);
    top->addWidget(m_leave);
    top->addWidget(m_confirm);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(metrics::space3);
    facts->addWidget(m_changes, 1);
    facts->addWidget(m_compare);
    m_hostColumn->setContentsMargins(0, 0, 0, 0);
    m_hostColumn->setSpacing(metrics::space1);
    m_column->setContentsMargins(metrics::pageMargin + metrics::space5, metrics::space5 + metrics::space3,
        metrics::pageMargin + metrics::space5, metrics::space3);
    m_column->setSpacing(metrics::space2);
    m_column->addLayout(top);
    m_column->addLayout(facts);
    m_column->addWidget(m_hosts);
}

void RollBackSheet::setState(const ProjectState& state) {
    m_state = state;
    setVisible(state.rollBack.shown);
    if (!state.rollBack.shown) {
        return;
    }
    m_choice->setDeployments(state.restorable(), state.rollBack.chosen, state.now);
    m_choice->setEnabled(!state.rollBack.running);
    m_compare->setEnabled(state.rollBack.chosen != 0);
    m_confirm->setEnabled(state.rollBack.chosen != 0 && state.working.isEmpty() && !state.active());
    showError();
    showHosts();
    retranslate();
}

void RollBackSheet::showError() {
    const std::optional<ShownError>& error = m_state.rollBack.error;
    if (error && !m_error) {
        m_error = new ErrorCard;
        m_error->setObjectName(QStringLiteral("rollBackError"));
        m_column->addWidget(m_error);
    }
    if (m_error) {
        m_error->setVisible(error.has_value());
    }
    if (error) {
        m_error->setError(error->words, error->details);
    }
}

void RollBackSheet::showHosts() {
    const QList<HostProgress>& hosts = m_state.rollBack.hosts;
    while (m_hostColumn->count() > static_cast<int>(hosts.size())) {
        delete m_hostColumn->takeAt(m_hostColumn->count() - 1)->widget();
    }
    for (int row = 0; row < static_cast<int>(hosts.size()); ++row) {
        if (row == m_hostColumn->count()) {
            auto* const added = new Label(Type::Text, Ink::Muted, Label::Overflow::Elide);
            added->setObjectName(QStringLiteral("rollBackHost"));
            m_hostColumn->addWidget(added);
        }
        auto* const label = static_cast<Label*>(m_hostColumn->itemAt(row)->widget());
        label->setText(QStringLiteral("%1  ·  %2").arg(hosts.at(row).host, hostStageTitle(hosts.at(row).stage)));
    }
    m_hosts->setVisible(!hosts.isEmpty());
}

QString RollBackSheet::changeWords() const {
    if (!m_state.live) {
        return tr("Visitors get this version on every host of the project.");
    }
    const auto& changes = m_state.rollBack.changes;
    if (!changes) {
        return tr("Visitors get this version instead of #%1.").arg(m_state.live->number);
    }
    const QString counts = countsText(changes->added, changes->changed, changes->removed);
    return counts.isEmpty() ? tr("Its files are the same as those of #%1, which is live.").arg(m_state.live->number)
                            //: %1 is a number of files such as "+3 ~12 −1", %2 a size such as "+14 KB"
                            : tr("Against #%3, which is live: %1 files, %2")
                                  .arg(counts, growthText(changes->growth))
                                  .arg(m_state.live->number);
}

void RollBackSheet::retranslate() {
    m_title->setText(tr("Roll back to"));
    m_choice->setAccessibleName(tr("Roll back to"));
    m_changes->setText(changeWords());
    m_compare->setText(tr("See what changes"));
    m_leave->setText(m_state.rollBack.running ? tr("Close") : tr("Not now"));
    m_confirm->setText(m_state.rollBack.error ? tr("Try again") : tr("Roll back"));
}

void RollBackSheet::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_confirm->setFocus(Qt::OtherFocusReason);
}

void RollBackSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        return emit m_intents.leaveRollBack();
    }
    QWidget::keyPressEvent(event);
}

void RollBackSheet::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    const QRect panel = rect().adjusted(metrics::pageMargin, metrics::space5, -metrics::pageMargin, 0);
    drawPanel(painter, panel, tokens.card, tokens.accent, metrics::cardRadius);
}

void RollBackSheet::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        showHosts();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
