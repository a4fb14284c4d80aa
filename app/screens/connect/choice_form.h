#pragma once

#include "app/screens/connect/choice_defaults.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace miaobu::app {

class EmptyState;
class FormCard;
class FormRow;
class Notice;

/// What of an account a target uses: everything filled in, everything free to be changed.
class ChoiceForm : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceForm(QWidget* parent = nullptr);

    void setChoices(const TargetConfig& config, const CloudChoices& choices, const QStringList& takenNames);
    [[nodiscard]] TargetConfig config() const;
    [[nodiscard]] bool isReady() const;

signals:
    void edited();
    /// Enter in a form that is ready.
    void submitted();
    /// Where sites are added to the account.
    void consoleRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillRegions();
    void fillBuckets();
    void fillSites();
    void nameSites();
    void onEdited();
    void onSiteChosen();
    void retranslate();
    void showNotes();
    void noteSite(const QList<ChoiceProblem>& problems);
    void noteBucket(const QList<ChoiceProblem>& problems);
    [[nodiscard]] const CloudChoices::Site* chosenSite() const;
    QComboBox* addCombo(const QString& name);

    TargetConfig m_begin;
    CloudChoices m_choices;
    QStringList m_takenNames;
    EmptyState* m_noSites;
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
