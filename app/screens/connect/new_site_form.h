#pragma once

#include "app/screens/connect/connect_state.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class BusyRing;
class FormCard;
class FormRow;
class Label;

/// Adds a domain of the person's own to the edge, to a plan that was bought.
class NewSiteForm : public QWidget {
    Q_OBJECT

public:
    explicit NewSiteForm(QWidget* parent = nullptr);

    void setPlans(const QList<CloudChoices::SitePlan>& plans);
    void setProgress(const SiteProgress& progress);
    /// There is something to go back to.
    void setCancellable(bool cancellable);
    /// With an empty form.
    void beginAnew();

signals:
    void addRequested(const miaobu::SiteDraft& draft);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void fillCoverages();
    void retranslate();
    void showNotes();
    [[nodiscard]] const CloudChoices::SitePlan* chosenPlan() const;
    [[nodiscard]] QString domain() const;
    [[nodiscard]] QString objectionText() const;

    QList<CloudChoices::SitePlan> m_plans;
    SiteProgress m_progress;
    Label* m_title;
    Label* m_text;
    FormCard* m_card;
    QLineEdit* m_domain;
    QComboBox* m_coverage;
    QComboBox* m_plan;
    FormRow* m_domainRow;
    FormRow* m_coverageRow;
    FormRow* m_planRow;
    BusyRing* m_ring;
    QPushButton* m_cancel;
    QPushButton* m_add;
};

} // namespace miaobu::app
