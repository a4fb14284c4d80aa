#pragma once

#include "app/screens/connect/choice_defaults.h"
#include "app/screens/connect/connect_state.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace miaobu::app {

class EmptyState;
class FormCard;
class FormRow;
class NewSiteForm;
class Notice;
class SiteProofCard;

/// What of an account a target uses: everything filled in, everything free to be changed.
class ChoiceForm : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceForm(QWidget* parent = nullptr);

    void setChoices(const TargetConfig& config, const CloudChoices& choices, const QStringList& takenNames);
    /// Other choices than before; what was entered stays.
    void takeChoices(const CloudChoices& choices);
    void setSiteProgress(const SiteProgress& progress);
    [[nodiscard]] TargetConfig config() const;
    [[nodiscard]] bool isReady() const;
    /// A domain is entered, so that the rest waits.
    [[nodiscard]] bool isAddingSite() const;

signals:
    void edited();
    /// Enter in a form that is ready.
    void submitted();
    /// Where plans for sites are bought.
    void consoleRequested();
    void siteEntered(const miaobu::SiteDraft& site);
    void siteLookRequested(qint64 siteId);
    void copyRequested(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillRegions();
    void fillBuckets();
    void fillSites();
    void nameSites();
    void onEdited();
    void onSiteChosen();
    void addSite();
    void leaveAddingSite();
    void chooseSite(qint64 id);
    void connectSites();
    void retranslate();
    void showSiteParts();
    void showNotes();
    void noteSite(const QList<ChoiceProblem>& problems);
    void noteBucket(const QList<ChoiceProblem>& problems);
    [[nodiscard]] const CloudChoices::Site* chosenSite() const;
    QComboBox* addCombo(const QString& name);

    TargetConfig m_begin;
    CloudChoices m_choices;
    QStringList m_takenNames;
    qint64 m_chosen = 0; ///< The site that was chosen last
    qint64 m_added = 0; ///< The new site that was chosen by itself
    bool m_wantsNewSite = false;
    EmptyState* m_noSites;
    NewSiteForm* m_newSite;
    SiteProofCard* m_proof;
    FormCard* m_card;
    Notice* m_icp;
    QLineEdit* m_name;
    QComboBox* m_site;
    QLineEdit* m_domain;
    QComboBox* m_region;
    QComboBox* m_bucket;
    QComboBox* m_namespace;
    QComboBox* m_routine;
    QComboBox* m_registry;
    FormRow* m_nameRow;
    FormRow* m_siteRow;
    FormRow* m_domainRow;
    FormRow* m_regionRow;
    FormRow* m_bucketRow;
    FormRow* m_namespaceRow;
    FormRow* m_routineRow;
    FormRow* m_registryRow;
};

} // namespace miaobu::app
