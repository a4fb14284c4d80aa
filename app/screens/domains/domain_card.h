#pragma once

#include "app/screens/domains/domains_state.h"
#include "app/widgets/card.h"
#include "app/widgets/record_row.h"

class QHBoxLayout;
class QPushButton;

namespace miaobu::app {

class DomainsIntents;
class Label;
class Pill;
class StageBar;

/// A domain on its way, or one that something is the matter with: the stages, what was expected, what was found and where.
class DomainCard : public Card {
    Q_OBJECT

public:
    explicit DomainCard(DomainsIntents& intents, QWidget* parent = nullptr);

    void setDomain(const CustomDomain& domain, const QDateTime& now);
    /// What can have the focus, in reading order.
    [[nodiscard]] QList<QWidget*> focusOrder() const;
    /// Says anew how long it is until the next check.
    void setNow(const QDateTime& now);

protected:
    void changeEvent(QEvent* event) override;

private:
    QHBoxLayout* buildTop();
    QWidget* buildRecords();
    void connectIntents();
    void retranslate();
    void showStages();
    void showRecords();
    void showAnswers();

    DomainsIntents& m_intents;
    CustomDomain m_domain;
    QDateTime m_now;
    Label* m_name;
    Pill* m_pill;
    Label* m_next;
    QPushButton* m_remove;
    StageBar* m_stages;
    QWidget* m_records = nullptr;
    QList<ShownRecord> m_shownRecords;
    Label* m_answers;
    Label* m_text;
    Label* m_icp;
    Label* m_zone;
    QPushButton* m_write;
    QPushButton* m_page;
};

} // namespace miaobu::app
