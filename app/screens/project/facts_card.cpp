#include "app/screens/project/facts_card.h"

#include "app/screens/project/project_intents.h"
#include "app/text/difference_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

namespace {

const QString separator = QStringLiteral("  ·  ");
constexpr int rowHeight = 36;

QString joined(const QStringList& words) {
    QStringList known;
    for (const QString& word : words) {
        if (!word.isEmpty()) {
            known.append(word);
        }
    }
    return known.join(separator);
}

} // namespace

FactsCard::FactsCard(ProjectIntents& intents, QWidget* parent) : Card(parent), m_rollBack(new QPushButton) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::space5, metrics::space2, metrics::space5, metrics::space2);
    grid->setHorizontalSpacing(metrics::space4);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    QHBoxLayout* line = nullptr;
    int row = 0;
    for (Fact& fact : m_facts) {
        fact.title = new Label(Type::Text, Ink::Muted);
        fact.value = new Label(Type::Text, Ink::Text, Label::Overflow::Elide);
        fact.aside = new Label(Type::Text, Ink::Muted);
        fact.title->setBuddy(fact.value);
        grid->addWidget(fact.title, row, 0, Qt::AlignVCenter);
        // A line of its own: what stands at the right of one takes no room from the others.
        line = new QHBoxLayout;
        line->setSpacing(metrics::space2);
        line->addWidget(fact.value, 1);
        line->addWidget(fact.aside);
        grid->addLayout(line, row, 1);
        ++row;
    }
    m_rollBack->setObjectName(QStringLiteral("rollBackHere"));
    m_rollBack->setIcon(iconOf(Icon::RollBack));
    setButtonKind(*m_rollBack, ButtonKind::Quiet);
    line->addWidget(m_rollBack);
    connect(m_rollBack, &QPushButton::clicked, this, [out = &intents] { emit out->prepareRollBack(0); });
}

void FactsCard::setState(const ProjectState& state) {
    m_state = state;
    retranslate();
}

FactsCard::Words FactsCard::changeWords() const {
    if (!m_state.lastChange) {
        return {tr("Last change"), {}, {}};
    }
    const ChangeCounts& counts = *m_state.lastChange;
    const QString files = countsText(counts.added, counts.changed, counts.removed);
    return {tr("Last change"), files.isEmpty() ? tr("no change") : files, growthText(counts.growth)};
}

FactsCard::Words FactsCard::rollBackWords() const {
    const QList<Deployment> restorable = m_state.restorable();
    if (restorable.isEmpty()) {
        return {tr("Roll back"), m_state.live ? tr("Only one version so far") : QString(), {}};
    }
    const Deployment& earlier = restorable.constFirst();
    return {tr("Roll back"),
        QStringLiteral("#%1").arg(earlier.number) + separator + timeAgo(earlier.createdAt, m_state.now), {}};
}

FactsCard::Words FactsCard::sizeWords() const {
    const auto& live = m_state.live;
    if (live && live->app) {
        const FunctionSettings& settings = live->app->settings;
        return {tr("Function"), joined({tr("%1 vCPU").arg(settings.cpu), tr("%1 MB").arg(settings.memory)}),
            settings.way == AppWay::Image ? tr("image") : tr("code package")};
    }
    return {tr("Size"), live ? tr("%n file(s)", nullptr, live->fileCount) : QString(),
        live ? sizeText(live->byteCount) : QString()};
}

std::array<FactsCard::Words, FactsCard::count> FactsCard::words() const {
    const auto& live = m_state.live;
    const BuildPlan plan = live ? live->plan : withOverrides(m_state.project.plan, m_state.project.overrides);
    const qsizetype others = m_state.hosts.size() - 1;
    const bool isInContainer = plan.place == BuildPlace::Container && !isWebApp(plan.kind);
    return {{
        {tr("Domains"), m_state.hosts.value(0),
            others > 0 ? tr("%n more", nullptr, static_cast<int>(others)) : QString()},
        {tr("Published to"), targetTitle(m_state.project.target), {}},
        {tr("Built with"),
            joined(
                {plan.framework.isEmpty() ? kindTitle(plan.kind) : frameworkTitle(plan.framework), plan.buildCommand}),
            isInContainer ? tr("container") : QString()},
        sizeWords(),
        changeWords(),
        rollBackWords(),
    }};
}

void FactsCard::retranslate() {
    const auto all = words();
    auto* const grid = qobject_cast<QGridLayout*>(layout());
    for (std::size_t index = 0; index < count; ++index) {
        const Fact& fact = m_facts.at(index);
        const Words& said = all.at(index);
        fact.title->setText(said.title);
        fact.value->setText(said.value);
        fact.aside->setText(said.aside);
        // There is no row for what cannot be said yet.
        fact.title->setVisible(!said.value.isEmpty());
        fact.value->setVisible(!said.value.isEmpty());
        fact.aside->setVisible(!said.aside.isEmpty());
        grid->setRowMinimumHeight(static_cast<int>(index), said.value.isEmpty() ? 0 : rowHeight);
    }
    // Beside the picture of the site the rows stand at the top; alone, the card is no higher than they are.
    grid->setRowStretch(static_cast<int>(count), m_state.live ? 1 : 0);
    m_facts.at(0).aside->setToolTip(m_state.hosts.join(QStringLiteral(", ")));
    m_rollBack->setVisible(!m_state.restorable().isEmpty());
    m_rollBack->setEnabled(m_state.working.isEmpty() && !m_state.active());
    m_rollBack->setAccessibleName(tr("Roll back"));
    m_rollBack->setToolTip(tr("Roll back"));
}

void FactsCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
