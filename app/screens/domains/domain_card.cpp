#include "app/screens/domains/domain_card.h"

#include "app/screens/domains/domains_intents.h"
#include "app/text/console_pages.h"
#include "app/text/domain_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/stage_bar.h"
#include "core/domains/domain_records.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

namespace {

constexpr std::array stages{DomainStage::Icp, DomainStage::Ownership, DomainStage::Cname, DomainStage::Hostname,
    DomainStage::Certificate, DomainStage::Answer};

Tone toneOf(const CustomDomain& domain) {
    if (domain.state == DomainState::Live) {
        return domain.report.problem == DomainProblem::None ? Tone::Live : Tone::Failed;
    }
    if (domain.state == DomainState::Removing) {
        return domain.report.problem == DomainProblem::Failed ? Tone::Failed : Tone::Idle;
    }
    switch (domain.report.problem) {
    case DomainProblem::RecordMissing:
    case DomainProblem::VerificationMissing:
    case DomainProblem::NotDeployed:
        return Tone::Building;
    default:
        return needsPerson(domain.report.problem) ? Tone::Failed : Tone::Building;
    }
}

/// Nobody can be asked whether there is a filing: it is a person's to have until the cloud has taken the host.
bool isFilingOpen(const CustomDomain& domain) {
    return domain.needsIcp.value_or(false) && domain.state == DomainState::Waiting
        && domain.stage <= DomainStage::Hostname;
}

StageStep::State stateOf(const CustomDomain& domain, DomainStage stage) {
    if (stage == DomainStage::Icp && isFilingOpen(domain)) {
        const bool isMissing = domain.report.problem == DomainProblem::OfflineIcp;
        return isMissing ? StageStep::State::Failed : StageStep::State::Current;
    }
    if (stage < domain.stage || domain.state == DomainState::Live) {
        return StageStep::State::Done;
    }
    if (stage > domain.stage) {
        return StageStep::State::Waiting;
    }
    if (toneOf(domain) == Tone::Failed) {
        return StageStep::State::Failed;
    }
    return needsPerson(domain.report.problem) ? StageStep::State::Current : StageStep::State::Active;
}

/// Where the person is to look for what is the matter; empty where no page helps.
QUrl pageOf(const CustomDomain& domain) {
    switch (domain.report.problem) {
    case DomainProblem::OfflineIcp:
        return icpPage();
    case DomainProblem::OfflineArrears:
        return console::bills();
    case DomainProblem::ConflictRecord:
    case DomainProblem::ConflictLoadBalancer:
    case DomainProblem::ConflictOriginPool:
    case DomainProblem::ConflictSite:
    case DomainProblem::ConflictOther:
    case DomainProblem::OfflineDisabled:
    case DomainProblem::OfflineContent:
    case DomainProblem::OfflineByOwner:
    case DomainProblem::OfflineOther:
        return console::esa();
    default:
        return domain.needsIcp.value_or(false) && domain.state == DomainState::Waiting ? icpPage() : QUrl();
    }
}

} // namespace

DomainCard::DomainCard(DomainsIntents& intents, QWidget* parent)
    : Card(parent), m_intents(intents), m_name(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)),
      m_pill(new Pill), m_next(new Label(Type::Text, Ink::Muted)), m_remove(new QPushButton), m_stages(new StageBar),
      m_answers(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_text(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)),
      m_icp(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_zone(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_write(new QPushButton),
      m_page(new QPushButton) {
    setObjectName(QStringLiteral("domainCard"));
    m_name->setObjectName(QStringLiteral("domainName"));
    m_pill->setObjectName(QStringLiteral("domainPill"));
    m_next->setObjectName(QStringLiteral("domainNext"));
    m_remove->setObjectName(QStringLiteral("removeDomain"));
    m_stages->setObjectName(QStringLiteral("domainStages"));
    m_answers->setObjectName(QStringLiteral("domainAnswers"));
    m_text->setObjectName(QStringLiteral("domainText"));
    m_icp->setObjectName(QStringLiteral("domainIcp"));
    m_zone->setObjectName(QStringLiteral("domainZone"));
    m_write->setObjectName(QStringLiteral("writeRecord"));
    m_page->setObjectName(QStringLiteral("domainPage"));
    setButtonKind(*m_remove, ButtonKind::Quiet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addLayout(buildTop());
    column->addWidget(m_stages);
    column->addWidget(m_icp);
    column->addWidget(m_records = buildRecords());
    column->addWidget(m_answers);
    column->addWidget(m_text);
    column->addWidget(m_zone);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(metrics::space3);
    foot->addStretch();
    foot->addWidget(m_write);
    foot->addWidget(m_page);
    column->addLayout(foot);
    connectIntents();
}

QHBoxLayout* DomainCard::buildTop() {
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space3);
    top->addWidget(m_name);
    top->addWidget(m_pill);
    top->addStretch();
    top->addWidget(m_next);
    top->addWidget(m_remove);
    return top;
}

QWidget* DomainCard::buildRecords() {
    auto* records = new QWidget;
    records->setObjectName(QStringLiteral("domainRecords"));
    auto* column = new QVBoxLayout(records);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space2);
    return records;
}

void DomainCard::connectIntents() {
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (canBeForgotten(m_domain)) {
            emit m_intents.forget(m_domain.host, m_domain.target);
        } else {
            emit m_intents.remove(m_domain.host, m_domain.target);
        }
    });
    connect(
        m_write, &QPushButton::clicked, this, [this] { emit m_intents.writeRecord(m_domain.host, m_domain.target); });
    connect(m_page, &QPushButton::clicked, this, [this] { emit m_intents.openPage(pageOf(m_domain)); });
}

void DomainCard::setDomain(const CustomDomain& domain, const QDateTime& now) {
    m_domain = domain;
    m_now = now;
    retranslate();
}

QList<QWidget*> DomainCard::focusOrder() const {
    QList<QWidget*> order{m_remove};
    for (const RecordRow* row : m_records->findChildren<RecordRow*>(QString(), Qt::FindDirectChildrenOnly)) {
        order += row->focusOrder();
    }
    return order << m_write << m_page;
}

void DomainCard::setNow(const QDateTime& now) {
    m_now = now;
    m_next->setText(nextCheckText(m_domain.nextCheckAt, m_now));
}

void DomainCard::showStages() {
    QList<StageStep> steps;
    for (const DomainStage stage : stages) {
        const bool isLeftOut = m_domain.isBelowBase && stage != DomainStage::Hostname && stage != DomainStage::Answer;
        if (!isLeftOut) {
            steps.append({domainStageTitle(stage), {}, stateOf(m_domain, stage)});
        }
    }
    m_stages->setSteps(steps);
    m_stages->setVisible(m_domain.state == DomainState::Waiting);
}

void DomainCard::showRecords() {
    const std::optional<DomainRecord> missing = missingRecord(m_domain);
    QList<ShownRecord> records;
    for (const DomainRecord& record : recordsOf(m_domain)) {
        const bool isWanted = missing && record.stage >= missing->stage && m_domain.state != DomainState::Removing;
        if (isWanted) {
            const QString found = record == *missing ? m_domain.report.found : QString();
            records.append({record.type, record.shortName, record.value, found});
        }
    }
    m_records->setVisible(!records.isEmpty());
    // What is under the pointer or has the focus stays as long as it can.
    if (records == m_shownRecords) {
        return;
    }
    m_shownRecords = records;
    qDeleteAll(m_records->findChildren<RecordRow*>(QString(), Qt::FindDirectChildrenOnly));
    for (const ShownRecord& record : std::as_const(records)) {
        auto* row = new RecordRow;
        row->setRecord(record);
        connect(row, &RecordRow::copyRequested, &m_intents, &DomainsIntents::copy);
        m_records->layout()->addWidget(row);
    }
}

void DomainCard::showAnswers() {
    QStringList words;
    for (const DnsAnswer& answer : m_domain.report.answers) {
        const bool isFailed = answer.outcome == DnsAnswer::Outcome::Failed;
        // A mark is never told by its colour alone.
        const QString mark = answer.fits ? QStringLiteral("✓") : isFailed ? QStringLiteral("?") : QStringLiteral("✕");
        words.append(mark + QChar(0x00a0) + sourceTitle(answer));
    }
    m_answers->setText(
        words.isEmpty() ? QString() : tr("Asked:") + QStringLiteral("  ") + words.join(QStringLiteral("   ")));
    m_answers->setVisible(!words.isEmpty());
}

void DomainCard::retranslate() {
    m_name->setText(readableHost(m_domain.host));
    m_name->setToolTip(m_domain.host);
    m_pill->setState(domainStateTitle(m_domain), toneOf(m_domain));
    const bool isLeft = canBeForgotten(m_domain);
    m_remove->setText(isLeft ? tr("Forget it") : tr("Remove"));
    m_remove->setAccessibleName((isLeft ? tr("Forget %1") : tr("Remove %1")).arg(readableHost(m_domain.host)));
    m_remove->setVisible(isLeft || m_domain.state != DomainState::Removing);
    setNow(m_now);
    showStages();
    showRecords();
    showAnswers();
    QString text = domainProblemText(m_domain);
    if (!m_domain.report.detail.isEmpty() && m_domain.report.problem != DomainProblem::Failed) {
        text += QLatin1Char('\n') + m_domain.report.detail;
    }
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    const QString icp = m_domain.state == DomainState::Waiting ? icpText(m_domain) : QString();
    m_icp->setText(icp);
    m_icp->setVisible(!icp.isEmpty());
    const QString zone = zoneText(m_domain);
    m_zone->setText(zone);
    m_zone->setVisible(!zone.isEmpty());
    m_write->setText(tr("Write it for me"));
    m_write->setToolTip(tr("The zone %1 is kept in the account of the target.").arg(m_domain.ownZone));
    m_write->setVisible(canBeWritten(m_domain));
    m_page->setVisible(!pageOf(m_domain).isEmpty());
    m_page->setText(pageOf(m_domain) == icpPage() ? tr("About ICP filing") : tr("Open the console"));
}

void DomainCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
