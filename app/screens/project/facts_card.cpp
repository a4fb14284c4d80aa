#include "app/screens/project/facts_card.h"

#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QGridLayout>

namespace miaobu::app {

namespace {

const QString separator = QStringLiteral("  ·  ");

QString joined(const QStringList& words) {
    QStringList known;
    for (const QString& word : words) {
        if (!word.isEmpty()) {
            known.append(word);
        }
    }
    return known.isEmpty() ? QStringLiteral("–") : known.join(separator);
}

} // namespace

FactsCard::FactsCard(QWidget* parent) : Card(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    grid->setHorizontalSpacing(metrics::space4);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    for (std::size_t index = 0; index < m_facts.size(); ++index) {
        Fact& fact = m_facts.at(index);
        fact.title = new Label(Type::Text, Ink::Muted, Label::Overflow::Elide);
        fact.value = new Label(Type::Text, Ink::Text, Label::Overflow::Elide);
        fact.title->setBuddy(fact.value);
        const int row = static_cast<int>(index) / 2;
        const int column = static_cast<int>(index) % 2 * 2;
        grid->addWidget(fact.title, row, column);
        grid->addWidget(fact.value, row, column + 1);
        grid->setRowMinimumHeight(row, 36);
    }
}

void FactsCard::setState(const ProjectState& state) {
    m_state = state;
    retranslate();
}

void FactsCard::retranslate() {
    const BuildPlan plan
        = m_state.live ? m_state.live->plan : withOverrides(m_state.project.plan, m_state.project.overrides);
    const std::array titles{tr("Live"), tr("Published to"), tr("Source"), tr("Built with"), tr("Size"), tr("Output")};
    const auto live = m_state.live;
    const QString source = m_state.project.source.location;
    const std::array values{
        live ? joined({QStringLiteral("#%1").arg(live->number), timeAgo(live->createdAt, m_state.now),
                   live->revision.message})
             : tr("Nothing yet"),
        targetTitle(m_state.project.target),
        joined({source, live ? live->revision.branch : m_state.project.source.branch}),
        joined({plan.framework.isEmpty() ? kindTitle(plan.kind) : frameworkTitle(plan.framework), plan.buildCommand}),
        live ? tr("%n file(s), %1", nullptr, live->fileCount).arg(sizeText(live->byteCount)) : QStringLiteral("–"),
        joined({plan.outputDir}),
    };
    for (std::size_t index = 0; index < m_facts.size(); ++index) {
        m_facts.at(index).title->setText(titles.at(index));
        m_facts.at(index).value->setText(values.at(index));
    }
}

void FactsCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
