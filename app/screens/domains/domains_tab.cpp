#include "app/screens/domains/domains_tab.h"

#include "app/screens/domains/domain_card.h"
#include "app/screens/domains/host_row.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/scroll_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

/// Not at once: what is put away may be what was just clicked.
void putAway(QWidget* part) {
    part->hide();
    part->setParent(nullptr);
    part->deleteLater();
}

} // namespace

DomainsTab::DomainsTab(QWidget* parent)
    : QWidget(parent), m_intro(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_field(new QLineEdit),
      m_add(new QPushButton), m_error(new ErrorCard), m_hosts(new Card), m_rows(new QVBoxLayout(m_hosts)),
      m_cards(new QVBoxLayout), m_empty(new EmptyState(Icon::Globe)) {
    setObjectName(QStringLiteral("domainsTab"));
    m_intro->setObjectName(QStringLiteral("domainsIntro"));
    m_error->setObjectName(QStringLiteral("domainsError"));
    m_hosts->setObjectName(QStringLiteral("hostsCard"));
    m_empty->setObjectName(QStringLiteral("domainsEmpty"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(metrics::space4);
    auto* body = new ScrollPage;
    body->column().addWidget(buildTop());
    body->column().addWidget(m_error);
    body->column().addWidget(m_hosts);
    body->column().addLayout(m_cards);
    body->column().addWidget(m_empty);
    body->column().addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(body);
    connect(m_error, &ErrorCard::actionRequested, this, [this] {
        if (m_state.error) {
            emit m_intents.openPage(m_state.error->words.link);
        }
    });
    connect(m_add, &QPushButton::clicked, this, &DomainsTab::add);
    connect(m_field, &QLineEdit::returnPressed, this, &DomainsTab::add);
    connect(m_field, &QLineEdit::textChanged, this, &DomainsTab::retranslate);
    connect(m_empty, &EmptyState::actionRequested, m_field, qOverload<>(&QWidget::setFocus));
    setState({});
}

QWidget* DomainsTab::buildTop() {
    m_field->setObjectName(QStringLiteral("domainField"));
    m_add->setObjectName(QStringLiteral("addDomain"));
    m_add->setIcon(iconOf(Icon::Add));
    auto* top = new QWidget;
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space3);
    column->addWidget(m_intro);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space2);
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    column->addLayout(row);
    return top;
}

void DomainsTab::add() {
    if (m_add->isEnabled()) {
        emit m_intents.add(m_field->text());
    }
}

void DomainsTab::clearTyped() {
    m_field->clear();
}

void DomainsTab::setState(const DomainsState& state) {
    m_state = state;
    m_error->setVisible(state.error.has_value());
    showError();
    showHosts();
    showCards();
    m_empty->setVisible(state.isBare());
    retranslate();
    orderFocus();
}

void DomainsTab::showError() {
    if (!m_state.error) {
        return;
    }
    ErrorWords words = m_state.error->words;
    if (words.action != ErrorAction::OpenConsole && words.action != ErrorAction::OpenPage) {
        // The way to go on is on the card of the domain.
        reword(words, [](ErrorWords& changed) { changed.action = ErrorAction::None; });
    }
    m_error->setError(words, m_state.error->details);
}

void DomainsTab::orderFocus() {
    QList<QWidget*> order{m_field, m_add};
    for (QWidget* const button : m_error->findChildren<QPushButton*>()) {
        order.append(button);
    }
    for (QWidget* const details : m_error->findChildren<QPlainTextEdit*>()) {
        order.append(details);
    }
    for (const HostRow* row : std::as_const(m_hostRows)) {
        order += row->focusOrder();
    }
    for (const DomainCard* card : std::as_const(m_domainCards)) {
        order += card->focusOrder();
    }
    for (qsizetype i = 1; i < order.size(); ++i) {
        setTabOrder(order.at(i - 1), order.at(i));
    }
}

void DomainsTab::setNow(const QDateTime& now) {
    m_state.now = now;
    for (DomainCard* card : std::as_const(m_domainCards)) {
        card->setNow(now);
    }
}

void DomainsTab::showHosts() {
    QList<ProjectHost> shown;
    for (const ProjectHost& host : std::as_const(m_state.hosts)) {
        // One that something is the matter with is answered all the same.
        if (host.number != 0 && (!host.domain || host.domain->state == DomainState::Live)) {
            shown.append(host);
        }
    }
    while (m_hostRows.size() > shown.size()) {
        putAway(m_hostRows.takeLast());
    }
    while (m_hostRows.size() < shown.size()) {
        m_hostRows.append(new HostRow(m_intents));
        m_rows->addWidget(m_hostRows.constLast());
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        m_hostRows.at(i)->setHost(shown.at(i), m_state);
    }
    m_hosts->setVisible(!shown.isEmpty());
}

void DomainsTab::showCards() {
    QList<CustomDomain> shown;
    for (const ProjectHost& host : std::as_const(m_state.hosts)) {
        if (needsCard(host)) {
            shown.append(*host.domain);
        }
    }
    while (m_domainCards.size() > shown.size()) {
        putAway(m_domainCards.takeLast());
    }
    while (m_domainCards.size() < shown.size()) {
        m_domainCards.append(new DomainCard(m_intents));
        m_cards->addWidget(m_domainCards.constLast());
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        m_domainCards.at(i)->setDomain(shown.at(i), m_state.now);
    }
}

void DomainsTab::retranslate() {
    m_intro->setText(m_state.isHere
            ? tr("This project is on this computer, where no visitor comes: a domain can only be tried out here. "
                 "Connect Alibaba Cloud before you change records at your DNS provider.")
            : tr("A domain leads to the project's latest deployment, or to the one it is pinned to. It is checked "
                 "by itself until it is live."));
    m_field->setPlaceholderText(tr("www.example.com"));
    m_field->setAccessibleName(tr("The domain to add"));
    m_add->setText(tr("Add domain"));
    m_add->setEnabled(!m_state.isAdding && !m_field->text().trimmed().isEmpty());
    m_empty->setWords(tr("Add your first domain"),
        tr("Type a domain you have. You get the records to make at your DNS provider; everything after that happens by "
           "itself."));
}

void DomainsTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
