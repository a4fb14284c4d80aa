#pragma once

#include "app/screens/domains/domains_intents.h"
#include "app/screens/domains/domains_state.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace miaobu::app {

class Card;
class DomainCard;
class EmptyState;
class ErrorCard;
class HostRow;
class Label;

/// The hosts of a project: what each serves, and how far those are that are on their way.
class DomainsTab : public QWidget {
    Q_OBJECT

public:
    explicit DomainsTab(QWidget* parent = nullptr);

    void setState(const DomainsState& state);
    /// Only what depends on the time.
    void setNow(const QDateTime& now);
    /// After a domain was added.
    void clearTyped();
    [[nodiscard]] DomainsIntents& intents() { return m_intents; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildTop();
    void retranslate();
    void showHosts();
    void showCards();
    void showError();
    /// Rows and cards come and go; Tab goes through them as they are read.
    void orderFocus();
    void add();

    DomainsIntents m_intents;
    DomainsState m_state;
    Label* m_intro;
    QLineEdit* m_field;
    QPushButton* m_add;
    ErrorCard* m_error;
    Card* m_hosts;
    QVBoxLayout* m_rows;
    QVBoxLayout* m_cards;
    QList<HostRow*> m_hostRows;
    QList<DomainCard*> m_domainCards;
    EmptyState* m_empty;
};

} // namespace miaobu::app
