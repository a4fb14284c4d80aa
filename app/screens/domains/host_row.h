#pragma once

#include "app/screens/domains/domains_state.h"

#include <QWidget>

class QPushButton;

namespace miaobu::app {

class DomainsIntents;
class Label;
class Pill;

/// One host that is answered: its name, whether all is well, what it serves, and what can be done with it.
class HostRow : public QWidget {
    Q_OBJECT

public:
    explicit HostRow(DomainsIntents& intents, QWidget* parent = nullptr);

    void setHost(const ProjectHost& host, const DomainsState& state);
    /// What can have the focus, in reading order.
    [[nodiscard]] QList<QWidget*> focusOrder() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void openMenu();

    DomainsIntents& m_intents;
    ProjectHost m_host;
    QList<Deployment> m_choices;
    bool m_isChanging = false;
    bool m_isEnding = false; ///< Its certificate, soon
    Label* m_name;
    Pill* m_pill;
    Label* m_facts;
    QPushButton* m_sync;
    QPushButton* m_more;
};

} // namespace miaobu::app
