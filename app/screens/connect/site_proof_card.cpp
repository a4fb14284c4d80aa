#include "app/screens/connect/site_proof_card.h"

#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/record_row.h"
#include "core/domains/host_name.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace miaobu::app {

namespace {

constexpr std::chrono::seconds betweenLooks{20};

QList<ShownRecord> recordsOf(const CloudChoices::Site& site) {
    if (!site.verifyCode.isEmpty()) {
        return {{QStringLiteral("TXT"), QStringLiteral("_esaauth.") + site.name, site.verifyCode, {}}};
    }
    QList<ShownRecord> records;
    for (const QString& server : site.nameServers) {
        records.append({QStringLiteral("NS"), site.name, server, {}});
    }
    return records;
}

} // namespace

SiteProofCard::SiteProofCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)), m_pill(new Pill),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_records(new QVBoxLayout),
      m_look(new QPushButton) {
    setObjectName(QStringLiteral("siteProof"));
    m_pill->setObjectName(QStringLiteral("siteProofPill"));
    m_look->setObjectName(QStringLiteral("lookAtSite"));
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space2);
    top->addWidget(m_title);
    top->addWidget(m_pill);
    top->addStretch(1);
    top->addWidget(m_look);
    m_records->setSpacing(metrics::space2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addLayout(top);
    column->addWidget(m_text);
    column->addLayout(m_records);
    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, this, [this] { emit lookRequested(m_site.id); });
    connect(m_look, &QPushButton::clicked, this, [this] { emit lookRequested(m_site.id); });
    retranslate();
}

void SiteProofCard::setSite(const CloudChoices::Site& site) {
    if (site == m_site) {
        return;
    }
    m_site = site;
    showRecords();
    retranslate();
}

void SiteProofCard::setProgress(const SiteProgress& progress) {
    m_progress = progress;
    retranslate();
}

void SiteProofCard::showRecords() {
    qDeleteAll(findChildren<RecordRow*>(QString(), Qt::FindDirectChildrenOnly));
    for (const ShownRecord& record : recordsOf(m_site)) {
        auto* row = new RecordRow;
        row->setRecord(record);
        connect(row, &RecordRow::copyRequested, this, &SiteProofCard::copyRequested);
        m_records->addWidget(row);
    }
}

void SiteProofCard::retranslate() {
    const QString name = readableHost(m_site.name);
    m_title->setText(tr("Prove that %1 is yours").arg(name));
    m_text->setText(m_site.verifyCode.isEmpty()
            ? tr("Where you bought the domain, replace its name servers by these. That can take from minutes to a day; "
                 "it is looked at by itself while this page is open, and whenever you come back.")
            : tr("Enter this record where the domain's DNS is kept. It is looked at by itself while this page is "
                 "open, and whenever you come back."));
    const bool isLooking = m_progress.work == SiteProgress::Work::Looking;
    m_pill->setState(isLooking        ? tr("Looking…")
            : m_progress.isNotSeenYet ? tr("Not to be seen yet")
                                      : tr("Waiting for you"),
        Tone::Building);
    m_look->setText(tr("Look now"));
    m_look->setEnabled(!isLooking);
}

void SiteProofCard::showEvent(QShowEvent* event) {
    m_again.start();
    Card::showEvent(event);
}

void SiteProofCard::hideEvent(QHideEvent* event) {
    m_again.stop();
    Card::hideEvent(event);
}

void SiteProofCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
