#include "app/screens/connect/choice_form.h"

#include "app/screens/common/form_card.h"
#include "app/screens/common/shown_error.h"
#include "app/screens/connect/new_site_form.h"
#include "app/screens/connect/site_proof_card.h"
#include "app/text/target_text.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/notice.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace miaobu::app {

namespace {

constexpr qint64 newSite = -1; ///< In the place of a site's id

void fillCombo(QComboBox& combo, QStringList items, const QString& chosen) {
    const QSignalBlocker blocker(combo);
    combo.clear();
    if (!items.contains(chosen)) {
        items.prepend(chosen);
    }
    combo.addItems(items);
    combo.setCurrentText(chosen);
}

} // namespace

ChoiceForm::ChoiceForm(QWidget* parent)
    : QWidget(parent), m_noSites(new EmptyState(Icon::Globe)), m_newSite(new NewSiteForm), m_proof(new SiteProofCard),
      m_card(new FormCard), m_icp(new Notice(Tone::Building)), m_name(new QLineEdit), m_site(new QComboBox),
      m_domain(new QLineEdit) {
    m_noSites->setObjectName(QStringLiteral("noSites"));
    m_icp->setObjectName(QStringLiteral("icpNotice"));
    m_name->setObjectName(QStringLiteral("targetName"));
    m_site->setObjectName(QStringLiteral("site"));
    m_domain->setObjectName(QStringLiteral("baseDomain"));
    m_siteRow = m_card->addRow(m_site);
    m_domainRow = m_card->addRow(m_domain);
    m_nameRow = m_card->addRow(m_name);
    m_region = addCombo(QStringLiteral("region"));
    m_regionRow = m_card->addRow(m_region);
    m_bucket = addCombo(QStringLiteral("bucket"));
    m_bucketRow = m_card->addRow(m_bucket);
    m_namespace = addCombo(QStringLiteral("kvNamespace"));
    m_namespaceRow = m_card->addRow(m_namespace);
    m_routine = addCombo(QStringLiteral("routine"));
    m_routineRow = m_card->addRow(m_routine);
    m_registry = addCombo(QStringLiteral("registryNamespace"));
    m_registryRow = m_card->addRow(m_registry);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(m_noSites);
    column->addWidget(m_newSite);
    column->addWidget(m_proof);
    column->addWidget(m_icp);
    column->addWidget(m_card);
    connectSites();
    for (QLineEdit* field : {m_name, m_domain}) {
        connect(field, &QLineEdit::textEdited, this, &ChoiceForm::onEdited);
        connect(field, &QLineEdit::returnPressed, this, &ChoiceForm::submitted);
    }
    retranslate();
}

void ChoiceForm::connectSites() {
    connect(m_noSites, &EmptyState::actionRequested, this, &ChoiceForm::consoleRequested);
    connect(m_site, &QComboBox::activated, this, &ChoiceForm::onSiteChosen);
    connect(m_newSite, &NewSiteForm::addRequested, this, &ChoiceForm::siteEntered);
    connect(m_newSite, &NewSiteForm::cancelled, this, &ChoiceForm::leaveAddingSite);
    connect(m_proof, &SiteProofCard::lookRequested, this, &ChoiceForm::siteLookRequested);
    connect(m_proof, &SiteProofCard::copyRequested, this, &ChoiceForm::copyRequested);
}

QComboBox* ChoiceForm::addCombo(const QString& name) {
    auto* combo = new QComboBox;
    combo->setObjectName(name);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    connect(combo, &QComboBox::currentTextChanged, this, &ChoiceForm::onEdited);
    connect(combo->lineEdit(), &QLineEdit::returnPressed, this, &ChoiceForm::submitted);
    return combo;
}

void ChoiceForm::setChoices(const TargetConfig& config, const CloudChoices& choices, const QStringList& takenNames) {
    m_begin = config;
    m_choices = choices;
    m_takenNames = takenNames;
    m_wantsNewSite = false;
    m_name->setText(config.name);
    m_domain->setText(config.baseDomain);
    fillSites();
    fillRegions();
    fillBuckets();
    fillCombo(*m_namespace, choices.kvNamespaces, config.esa.kvNamespace);
    fillCombo(*m_routine, choices.routines, config.esa.routine);
    fillCombo(*m_registry, choices.registryNamespaces, config.acr.nameSpace);
    retranslate();
}

void ChoiceForm::takeChoices(const CloudChoices& choices) {
    setChoices(config(), choices, m_takenNames);
    emit edited();
}

void ChoiceForm::setSiteProgress(const SiteProgress& progress) {
    m_newSite->setProgress(progress);
    m_proof->setProgress(progress);
    if (progress.added != m_added) {
        m_added = progress.added;
        m_wantsNewSite = false;
        chooseSite(m_added);
    }
}

void ChoiceForm::addSite() {
    m_wantsNewSite = true;
    showNotes();
    m_newSite->beginAnew();
    emit edited();
}

void ChoiceForm::leaveAddingSite() {
    m_wantsNewSite = false;
    showNotes();
    m_site->setFocus(Qt::OtherFocusReason);
    emit edited();
}

bool ChoiceForm::isAddingSite() const {
    const bool isEmpty = m_choices.sites.isEmpty() && m_choices.failures.isEmpty();
    return !m_choices.sitePlans.isEmpty() && (isEmpty || m_wantsNewSite);
}

void ChoiceForm::fillRegions() {
    QStringList regions = knownRegions();
    for (const CloudChoices::Bucket& bucket : std::as_const(m_choices.buckets)) {
        if (!regions.contains(bucket.region)) {
            regions.append(bucket.region);
        }
    }
    fillCombo(*m_region, regions, m_begin.region);
    for (int index = 0; index < m_region->count(); ++index) {
        m_region->setItemData(index, regionTitle(m_region->itemText(index)), Qt::ToolTipRole);
    }
}

void ChoiceForm::fillBuckets() {
    QStringList names;
    for (const CloudChoices::Bucket& bucket : std::as_const(m_choices.buckets)) {
        names.append(bucket.name);
    }
    fillCombo(*m_bucket, names, m_begin.oss.bucket);
}

void ChoiceForm::fillSites() {
    const QSignalBlocker blocker(m_site);
    m_site->clear();
    auto* const items = qobject_cast<QStandardItemModel*>(m_site->model());
    for (const CloudChoices::Site& site : std::as_const(m_choices.sites)) {
        m_site->addItem(site.name, site.id);
        if (items) {
            items->item(m_site->count() - 1)->setEnabled(site.isActive || site.isUnproven());
        }
    }
    if (!m_choices.sites.isEmpty() && !m_choices.sitePlans.isEmpty()) {
        m_site->addItem(QString(), newSite);
    }
    m_site->setCurrentIndex(m_site->findData(m_begin.esa.siteId));
    m_chosen = m_site->currentData().toLongLong();
    m_newSite->setPlans(m_choices.sitePlans);
    nameSites();
}

void ChoiceForm::nameSites() {
    for (int index = 0; index < m_choices.sites.size(); ++index) {
        const CloudChoices::Site& site = m_choices.sites.at(index);
        m_site->setItemText(index, site.isActive ? site.name : tr("%1 – not active yet").arg(site.name));
    }
    if (const int index = m_site->findData(newSite); index >= 0) {
        m_site->setItemText(index, tr("Add another domain…"));
    }
}

const CloudChoices::Site* ChoiceForm::chosenSite() const {
    const qint64 id = m_site->currentData().toLongLong();
    const auto found = std::find_if(
        m_choices.sites.begin(), m_choices.sites.end(), [id](const CloudChoices::Site& site) { return site.id == id; });
    return m_site->currentIndex() < 0 || found == m_choices.sites.end() ? nullptr : &*found;
}

void ChoiceForm::onSiteChosen() {
    if (m_site->currentData().toLongLong() == newSite) {
        m_site->setCurrentIndex(m_site->findData(m_chosen));
        return addSite();
    }
    if (const CloudChoices::Site* const site = chosenSite()) {
        m_domain->setText(site->name);
    }
    onEdited();
}

void ChoiceForm::chooseSite(qint64 id) {
    m_site->setCurrentIndex(m_site->findData(id));
    onSiteChosen();
}

void ChoiceForm::onEdited() {
    // A bucket that exists says where it is.
    const QString bucket = m_bucket->currentText().trimmed();
    for (const CloudChoices::Bucket& one : std::as_const(m_choices.buckets)) {
        if (one.name == bucket && m_region->currentText() != one.region && sender() == m_bucket) {
            const QSignalBlocker blocker(m_region);
            m_region->setCurrentText(one.region);
        }
    }
    m_chosen = config().esa.siteId;
    showNotes();
    emit edited();
}

TargetConfig ChoiceForm::config() const {
    TargetConfig config = m_begin;
    config.name = m_name->text().trimmed();
    config.region = m_region->currentText().trimmed();
    config.baseDomain = m_domain->text().trimmed().toLower();
    config.oss.bucket = m_bucket->currentText().trimmed();
    config.esa.siteId = m_site->currentIndex() < 0 ? 0 : std::max(0LL, m_site->currentData().toLongLong());
    config.esa.kvNamespace = m_namespace->currentText().trimmed();
    config.esa.routine = m_routine->currentText().trimmed();
    config.acr.nameSpace = m_registry->currentText().trimmed();
    return config;
}

bool ChoiceForm::isReady() const {
    return !isAddingSite() && problemsOf(config(), m_choices, m_takenNames).isEmpty();
}

void ChoiceForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        nameSites();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
