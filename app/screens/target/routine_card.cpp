#include "app/screens/target/routine_card.h"

#include "app/screens/target/target_intents.h"
#include "app/text/setup_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

namespace {

constexpr qsizetype mostVersions = 8;

bool isOurs(const RoutineStatus& status) {
    return status.production == RoutineStatus::Production::Ours && status.isRouted;
}

CheckLine::State markOf(const RoutineView& view) {
    if (view.isBusy) {
        return CheckLine::State::Active;
    }
    if (!view.status) {
        return CheckLine::State::Waiting;
    }
    return isOurs(*view.status) ? CheckLine::State::Done : CheckLine::State::Attention;
}

} // namespace

RoutineCard::RoutineCard(TargetIntents& intents, QWidget* parent)
    : Card(parent), m_intents(intents), m_title(new Label(Type::Heading)), m_mark(new CheckMark),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_install(new QPushButton),
      m_rows(new QVBoxLayout) {
    setObjectName(QStringLiteral("routineCard"));
    m_text->setObjectName(QStringLiteral("routineText"));
    m_install->setObjectName(QStringLiteral("installRoutine"));
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::space3);
    line->addWidget(m_mark, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addLayout(line);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(metrics::space5, 0, metrics::space5, 0);
    top->setSpacing(metrics::space4);
    top->addLayout(words, 1);
    top->addWidget(m_install, 0, Qt::AlignTop);
    m_rows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, metrics::space4, 1, metrics::space3);
    column->setSpacing(metrics::space3);
    column->addLayout(top);
    column->addLayout(m_rows);
    connect(m_install, &QPushButton::clicked, &intents, &TargetIntents::installRoutine);
    retranslate();
}

void RoutineCard::setState(const TargetState& state) {
    m_view = state.routine;
    m_now = state.now;
    m_isAnyBusy = state.isBusy();
    retranslate();
}

QString RoutineCard::summary() const {
    if (m_view.isBusy) {
        return m_view.stage ? routineStageTitle(*m_view.stage) + QStringLiteral("…") : tr("Looking at what is live…");
    }
    return m_view.status ? routineStatusText(*m_view.status)
                         : tr("The small program at the edge that finds the right site for every visitor.");
}

void RoutineCard::retranslate() {
    m_title->setText(tr("Edge routine"));
    m_mark->setState(markOf(m_view));
    m_mark->setVisible(m_view.isBusy || m_view.status);
    m_text->setText(summary());
    const bool isMissing = !m_view.status || m_view.status->production == RoutineStatus::Production::Missing;
    m_install->setText(isMissing ? tr("Install") : tr("Update"));
    m_install->setAccessibleName(isMissing ? tr("Install the edge routine") : tr("Update the edge routine"));
    m_install->setVisible(m_view.status && !isOurs(*m_view.status));
    m_install->setEnabled(!m_isAnyBusy);
    showVersions();
}

void RoutineCard::showVersions() {
    while (QLayoutItem* const item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_view.status) {
        return;
    }
    const QList<RoutineVersion>& versions = m_view.status->versions;
    for (const RoutineVersion& version : versions.first(std::min(mostVersions, versions.size()))) {
        m_rows->addWidget(new Rule);
        m_rows->addWidget(buildVersion(version));
    }
}

QWidget* RoutineCard::buildVersion(const RoutineVersion& version) {
    auto* row = new QWidget;
    row->setFixedHeight(metrics::rowHeight - 8);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(metrics::space5, 0, metrics::space3, 0);
    line->setSpacing(metrics::space2);
    auto* name = new Label(Type::Mono, Ink::Text, Label::Overflow::Elide);
    name->setText(version.version);
    line->addWidget(name);
    const auto addPill = [line](const QString& text, Tone tone) {
        auto* pill = new Pill;
        pill->setState(text, tone);
        line->addWidget(pill);
    };
    if (version.isInProduction) {
        addPill(tr("Production"), Tone::Live);
    }
    if (version.isInStaging) {
        addPill(tr("Staging"), Tone::Preview);
    }
    if (version.isOurs) {
        addPill(tr("Up to date"), Tone::Idle);
    }
    auto* note = new Label(Type::Small, Ink::Muted, Label::Overflow::Elide);
    note->setText(version.description);
    line->addWidget(note, 1);
    auto* when = new Label(Type::Small, Ink::Muted);
    when->setText(version.createdAt.isValid() ? timeAgo(version.createdAt, m_now) : QString());
    line->addWidget(when);
    auto* publish = new QPushButton(tr("Publish"));
    publish->setObjectName(QStringLiteral("publishVersion"));
    publish->setAccessibleName(tr("Publish version %1").arg(version.version));
    setButtonKind(*publish, ButtonKind::Quiet);
    publish->setEnabled(!m_isAnyBusy);
    // The times of all rows stand in one column.
    QSizePolicy policy = publish->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    publish->setSizePolicy(policy);
    publish->setVisible(!version.isInProduction);
    connect(publish, &QPushButton::clicked, &m_intents,
        [out = &m_intents, id = version.version] { emit out->publishRoutine(id); });
    line->addWidget(publish);
    return row;
}

void RoutineCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
