#include "app/screens/common/form_card.h"
#include "app/screens/connect/choice_form.h"
#include "app/screens/connect/new_site_form.h"
#include "app/screens/connect/site_proof_card.h"
#include "app/text/error_text.h"
#include "app/text/target_text.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/notice.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace miaobu::app {

void ChoiceForm::retranslate() {
    m_noSites->setWords(tr("No site in ESA yet"),
        tr("A site is a domain of yours that Alibaba Cloud's edge answers for. No plan with room for one was found in "
           "this account: choose a plan in the ESA console, then look again, and add the domain here."),
        tr("Open the ESA console"));
    m_siteRow->setTitle(tr("Site"));
    m_domainRow->setTitle(tr("Base domain"));
    m_nameRow->setTitle(tr("Name"));
    m_regionRow->setTitle(tr("Region"));
    m_bucketRow->setTitle(tr("Bucket"));
    m_namespaceRow->setTitle(tr("KV namespace"));
    m_routineRow->setTitle(tr("Edge routine"));
    m_registryRow->setTitle(tr("Registry"));
    m_registry->lineEdit()->setPlaceholderText(tr("none"));
    showNotes();
}

void ChoiceForm::showNotes() {
    const QList<ChoiceProblem> problems = problemsOf(config(), m_choices, m_takenNames);
    const auto has = [&problems](ChoiceProblem problem) { return problems.contains(problem); };
    const auto note = [](FormRow& row, bool wrong, const QString& problem, const QString& fact) {
        row.setNote(wrong ? problem : fact, wrong);
    };
    showSiteParts();
    noteSite(problems);
    noteBucket(problems);
    const QString domain = m_domain->text().trimmed();
    note(*m_domainRow, has(ChoiceProblem::DomainInvalid), tr("Not the name of a domain"),
        tr("A project answers at my-site.%1").arg(domain));
    if (has(ChoiceProblem::DomainElsewhere)) {
        m_domainRow->setNote(tr("Has to be the site's name or below it"), true);
    }
    note(*m_nameRow, has(ChoiceProblem::NameMissing) || has(ChoiceProblem::NameInvalid),
        tr("Lower-case letters, digits and dashes"), tr("As you see it in the list"));
    if (has(ChoiceProblem::NameTaken)) {
        m_nameRow->setNote(tr("Another target is called that"), true);
    }
    m_regionRow->setNote(regionCity(m_region->currentText().trimmed()));
    const auto fact = [](const QStringList& existing, const QString& name) {
        return existing.contains(name) ? tr("Is there, and will be used") : tr("Will be made");
    };
    note(*m_namespaceRow, has(ChoiceProblem::NamespaceInvalid), tr("Letters, digits, dashes and underscores"),
        fact(m_choices.kvNamespaces, m_namespace->currentText().trimmed()));
    note(*m_routineRow, has(ChoiceProblem::RoutineInvalid), tr("Lower-case letters, digits and dashes"),
        fact(m_choices.routines, m_routine->currentText().trimmed()));
    const QString registry = m_registry->currentText().trimmed();
    note(*m_registryRow, has(ChoiceProblem::RegistryInvalid), tr("Lower-case letters, digits, dashes and underscores"),
        registry.isEmpty() ? tr("Only needed for Python apps") : fact(m_choices.registryNamespaces, registry));
}

void ChoiceForm::showSiteParts() {
    const bool isEmpty = m_choices.sites.isEmpty() && m_choices.failures.isEmpty();
    const bool isAdding = isAddingSite();
    m_noSites->setVisible(isEmpty && !isAdding);
    m_newSite->setVisible(isAdding);
    m_newSite->setCancellable(!isEmpty);
    m_card->setVisible(!isEmpty && !isAdding);
    const CloudChoices::Site* const site = chosenSite();
    m_proof->setVisible(!isAdding && site && site->isUnproven());
    if (site) {
        m_proof->setSite(*site);
    }
}

void ChoiceForm::noteSite(const QList<ChoiceProblem>& problems) {
    const CloudChoices::Site* const site = chosenSite();
    const auto idle = std::count_if(
        m_choices.sites.begin(), m_choices.sites.end(), [](const CloudChoices::Site& one) { return !one.isActive; });
    if (problems.contains(ChoiceProblem::SiteMissing)) {
        const bool refused = m_choices.sites.isEmpty() && !m_choices.failures.isEmpty();
        const ErrorWords words = refused ? wordsFor(m_choices.failures.constFirst()) : ErrorWords();
        m_siteRow->setNote(site && site->isUnproven() ? tr("Not active until it is proven to be yours")
                : !refused                            ? tr("None is active: finish adding it in the ESA console")
                : words.why.isEmpty()                 ? words.what
                                                      : words.why,
            true);
    } else {
        m_siteRow->setNote(idle > 0 ? tr("%n more not active yet in ESA", nullptr, static_cast<int>(idle))
                                    : tr("Your domain at Alibaba Cloud's edge"));
    }
    m_icp->setVisible(site && site->needsIcp && !m_card->isHidden());
    if (site) {
        m_icp->setWords({},
            tr("%1 serves visitors in Mainland China, so the domain needs an ICP filing before it answers there.")
                .arg(site->name));
    }
}

void ChoiceForm::noteBucket(const QList<ChoiceProblem>& problems) {
    const QString name = m_bucket->currentText().trimmed();
    const auto found = std::find_if(m_choices.buckets.begin(), m_choices.buckets.end(),
        [&name](const CloudChoices::Bucket& bucket) { return bucket.name == name; });
    if (problems.contains(ChoiceProblem::BucketInvalid)) {
        m_bucketRow->setNote(tr("3 to 63 lower-case letters, digits and dashes"), true);
    } else if (problems.contains(ChoiceProblem::BucketElsewhere) && found != m_choices.buckets.end()) {
        m_bucketRow->setNote(tr("Is in %1").arg(regionTitle(found->region)), true);
    } else {
        m_bucketRow->setNote(
            found == m_choices.buckets.end() ? tr("Will be made, private") : tr("Is there, and will be used"));
    }
}

} // namespace miaobu::app
