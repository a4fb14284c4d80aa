#include "app/screens/connect/new_site_form.h"

#include "app/screens/common/form_card.h"
#include "app/text/domain_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/label.h"
#include "core/domains/host_name.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace miaobu::app {

NewSiteForm::NewSiteForm(QWidget* parent)
    : QWidget(parent), m_title(new Label(Type::Heading)),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_card(new FormCard), m_domain(new QLineEdit),
      m_coverage(new QComboBox), m_plan(new QComboBox), m_ring(new BusyRing(16)), m_cancel(new QPushButton),
      m_add(new QPushButton) {
    m_domain->setObjectName(QStringLiteral("newSiteDomain"));
    m_coverage->setObjectName(QStringLiteral("newSiteCoverage"));
    m_plan->setObjectName(QStringLiteral("newSitePlan"));
    m_cancel->setObjectName(QStringLiteral("cancelNewSite"));
    m_add->setObjectName(QStringLiteral("addNewSite"));
    m_domain->setPlaceholderText(QStringLiteral("example.com"));
    setButtonKind(*m_add, ButtonKind::Primary);
    m_domainRow = m_card->addRow(m_domain);
    m_coverageRow = m_card->addRow(m_coverage);
    m_planRow = m_card->addRow(m_plan);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addStretch(1);
    buttons->addWidget(m_ring);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addLayout(words);
    column->addWidget(m_card);
    column->addLayout(buttons);
    connect(m_domain, &QLineEdit::textEdited, this, &NewSiteForm::showNotes);
    connect(m_domain, &QLineEdit::returnPressed, this, &NewSiteForm::submit);
    connect(m_coverage, &QComboBox::activated, this, &NewSiteForm::showNotes);
    connect(m_plan, &QComboBox::activated, this, &NewSiteForm::fillCoverages);
    connect(m_add, &QPushButton::clicked, this, &NewSiteForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &NewSiteForm::cancelled);
    setCancellable(false);
    retranslate();
}

void NewSiteForm::setPlans(const QList<CloudChoices::SitePlan>& plans) {
    if (plans == m_plans) {
        return;
    }
    m_plans = plans;
    m_plan->clear();
    for (const CloudChoices::SitePlan& plan : std::as_const(m_plans)) {
        m_plan->addItem(plan.name + QStringLiteral("  ·  ") + plan.id, plan.id);
    }
    m_card->setRowVisible(m_planRow, m_plans.size() > 1);
    fillCoverages();
}

void NewSiteForm::setProgress(const SiteProgress& progress) {
    if (progress != m_progress) {
        m_progress = progress;
        showNotes();
    }
}

void NewSiteForm::setCancellable(bool cancellable) {
    m_cancel->setVisible(cancellable);
}

void NewSiteForm::beginAnew() {
    m_domain->clear();
    m_domain->setFocus(Qt::OtherFocusReason);
    showNotes();
}

const CloudChoices::SitePlan* NewSiteForm::chosenPlan() const {
    const auto found = std::ranges::find(m_plans, m_plan->currentData().toString(), &CloudChoices::SitePlan::id);
    return found == m_plans.end() ? nullptr : &*found;
}

void NewSiteForm::fillCoverages() {
    const QSignalBlocker blocker(m_coverage);
    const QVariant before = m_coverage->currentData();
    m_coverage->clear();
    const CloudChoices::SitePlan* const plan = chosenPlan();
    for (const SiteCoverage coverage : plan ? plan->coverages : QList<SiteCoverage>()) {
        const QString title = coverage == SiteCoverage::Overseas ? tr("Everywhere but Mainland China")
            : coverage == SiteCoverage::Global                   ? tr("The whole world")
                                                                 : tr("Mainland China only");
        m_coverage->addItem(title, static_cast<int>(coverage));
    }
    m_coverage->setCurrentIndex(std::max(0, m_coverage->findData(before)));
    showNotes();
}

QString NewSiteForm::domain() const {
    const ReadHostName read = readHostName(m_domain->text());
    return read.host ? read.host->ascii : QString();
}

QString NewSiteForm::objectionText() const {
    switch (m_progress.domain == domain() ? m_progress.objection : SiteAddition::Objection::None) {
    case SiteAddition::Objection::NameInvalid:
        return tr("ESA does not take this name");
    case SiteAddition::Objection::NameTaken:
        return tr("Another account has added it to ESA");
    case SiteAddition::Objection::BelowAnother:
        return tr("The plan takes no name below another site");
    case SiteAddition::Objection::None:
        break;
    }
    const ReadHostName read = readHostName(m_domain->text());
    const bool isTyped = !m_domain->text().trimmed().isEmpty();
    return read.refusal && isTyped ? hostRefusalText(*read.refusal) : QString();
}

void NewSiteForm::showNotes() {
    const QString objection = objectionText();
    m_domainRow->setNote(
        objection.isEmpty() ? tr("A domain you own, for sites alone") : objection, !objection.isEmpty());
    const auto coverage = static_cast<SiteCoverage>(m_coverage->currentData().toInt());
    m_coverageRow->setNote(
        coverage == SiteCoverage::Overseas ? tr("Needs no ICP filing") : tr("The domain needs an ICP filing first"));
    const bool isBusy = m_progress.work == SiteProgress::Work::Adding;
    m_ring->setVisible(isBusy);
    m_card->setEnabled(!isBusy);
    m_cancel->setEnabled(!isBusy);
    m_add->setEnabled(!isBusy && objection.isEmpty() && !domain().isEmpty() && chosenPlan() != nullptr);
    m_add->setText(isBusy        ? tr("Adding…")
            : domain().isEmpty() ? tr("Add domain")
                                 : tr("Add %1").arg(readableHost(domain())));
}

void NewSiteForm::submit() {
    if (m_add->isEnabled()) {
        emit addRequested({domain(), chosenPlan()->id, static_cast<SiteCoverage>(m_coverage->currentData().toInt())});
    }
}

void NewSiteForm::retranslate() {
    m_title->setText(tr("Add your domain to ESA"));
    m_text->setText(tr("Alibaba Cloud's edge answers for it, so its name servers become those of ESA: records it has "
                       "elsewhere, of mail for example, have to be entered in ESA as well. Projects answer at names "
                       "below it."));
    m_domainRow->setTitle(tr("Domain"));
    m_coverageRow->setTitle(tr("Visitors"));
    m_planRow->setTitle(tr("Plan"));
    m_planRow->setNote(tr("Has room for one more site"));
    m_cancel->setText(tr("Cancel"));
    fillCoverages();
}

void NewSiteForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
