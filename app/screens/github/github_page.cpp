#include "app/screens/github/github_page.h"

#include "app/screens/common/page_header.h"
#include "app/screens/github/account_row.h"
#include "app/screens/github/device_card.h"
#include "app/screens/github/sign_in_form.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"
#include "app/widgets/scroll_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace miaobu::app {

GitHubPage::GitHubPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_subtitle(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_back(new QPushButton), m_error(new ErrorCard), m_revocation(new Notice(Tone::Building)), m_accounts(new Card),
      m_rows(new QVBoxLayout(m_accounts)), m_device(new DeviceCard), m_busyText(new Label(Type::Text, Ink::Muted)),
      m_stop(new QPushButton), m_form(new SignInForm) {
    setObjectName(QStringLiteral("gitHubPage"));
    m_back->setObjectName(QStringLiteral("gitHubBack"));
    m_error->setObjectName(QStringLiteral("gitHubError"));
    m_revocation->setObjectName(QStringLiteral("revocationLeft"));
    m_accounts->setObjectName(QStringLiteral("gitHubAccounts"));
    m_device->setObjectName(QStringLiteral("deviceCard"));
    m_form->setObjectName(QStringLiteral("signInForm"));
    m_stop->setObjectName(QStringLiteral("stopSignIn"));
    m_rows->setContentsMargins(1, metrics::space1, 1, metrics::space1);
    m_rows->setSpacing(0);
    m_header->line().addWidget(m_subtitle, 1);
    m_header->addButton(m_back);
    m_busy = buildBusy();
    auto* body = new ScrollPage;
    body->column().addWidget(m_error);
    body->column().addWidget(m_revocation);
    body->column().addWidget(m_device);
    body->column().addWidget(m_busy);
    body->column().addWidget(m_accounts);
    body->column().addWidget(m_form);
    body->column().addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // The keyboard reaches what can be done before the way back.
    column->addWidget(body, 1);
    column->insertWidget(0, m_header);
    connectParts();
    setState({});
}

QWidget* GitHubPage::buildBusy() {
    auto* card = new Card;
    card->setObjectName(QStringLiteral("gitHubBusy"));
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    row->setSpacing(metrics::space3);
    row->addWidget(new BusyRing(16));
    row->addWidget(m_busyText, 1);
    row->addWidget(m_stop);
    return card;
}

void GitHubPage::connectParts() {
    connect(m_back, &QPushButton::clicked, this, &GitHubPage::backRequested);
    connect(m_stop, &QPushButton::clicked, this, &GitHubPage::cancelRequested);
    connect(m_error, &ErrorCard::actionRequested, this, &GitHubPage::act);
    connect(m_device, &DeviceCard::openRequested, this, [this] { emit pageRequested(m_state.page); });
    connect(m_device, &DeviceCard::cancelRequested, this, &GitHubPage::cancelRequested);
    connect(m_revocation, &Notice::actionRequested, this, [this] { emit pageRequested(m_state.revocation); });
    connect(m_form, &SignInForm::codeRequested, this, [this] { emit codeRequested(m_form->host(), m_form->keep()); });
    connect(m_form, &SignInForm::tokenEntered, this,
        [this](const QByteArray& token) { emit tokenEntered(m_form->host(), token, m_form->keep()); });
    connect(m_form, &SignInForm::ghRequested, this, [this] { emit ghRequested(m_form->host(), m_form->keep()); });
    connect(
        m_form, &SignInForm::browserRequested, this, [this] { emit browserRequested(m_form->host(), m_form->keep()); });
    connect(m_form, &SignInForm::hostChanged, this, &GitHubPage::hostChanged);
    connect(m_form, &SignInForm::clientIdEntered, this, &GitHubPage::clientIdEntered);
    connect(m_form, &SignInForm::tokenPageRequested, this, [this] {
        emit pageRequested(
            pageOfHost(QStringLiteral("/settings/tokens/new?scopes=repo,read:user,user:email&description=Miaobu")));
    });
    connect(m_form, &SignInForm::appPageRequested, this,
        [this] { emit pageRequested(pageOfHost(QStringLiteral("/settings/applications/new"))); });
}

QUrl GitHubPage::pageOfHost(const QString& path) const {
    return QUrl(QStringLiteral("https://") + m_state.host + path);
}

void GitHubPage::forget() {
    m_form->forget();
}

void GitHubPage::setState(const GitHubState& state) {
    using Step = GitHubState::Step;
    const bool isOtherStep = state.step != m_state.step;
    const bool areOthers = state.accounts != m_state.accounts;
    m_state = state;
    m_device->setVisible(state.step == Step::Code);
    if (state.step == Step::Code) {
        m_device->setCode(state.userCode, state.page, state.expiresAt);
    }
    m_busy->setVisible(state.step == Step::Asking || state.step == Step::Browser);
    m_form->setVisible(state.step == Step::Choose);
    m_form->setState(state);
    m_revocation->setVisible(!state.revocation.isEmpty());
    m_error->setVisible(state.error.has_value());
    if (state.error) {
        ErrorWords words = state.error->words;
        // What is to be done stands right below.
        words.action = words.action == ErrorAction::SignIn ? ErrorAction::None : words.action;
        m_error->setError(words, state.error->details);
    }
    if (areOthers) {
        showAccounts();
    }
    m_accounts->setVisible(!state.accounts.isEmpty());
    for (AccountRow* row : m_accounts->findChildren<AccountRow*>()) {
        row->setEnabledActions(state.step == Step::Choose);
    }
    if (isOtherStep && state.step == Step::Choose) {
        m_form->focusFirst();
    }
    retranslate();
}

void GitHubPage::showAccounts() {
    qDeleteAll(m_accounts->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    for (qsizetype i = 0; i < m_state.accounts.size(); ++i) {
        const GitHubAccount& account = m_state.accounts.at(i);
        if (i > 0) {
            m_rows->addWidget(new Rule);
        }
        auto* row = new AccountRow(account);
        const GitHubAccountId id = account.id;
        connect(row, &AccountRow::currentRequested, this, [this, id] { emit currentRequested(id); });
        connect(row, &AccountRow::signInRequested, this, [this, id] { emit signInAgainRequested(id); });
        connect(row, &AccountRow::signOutRequested, this, [this, id] { emit signOutRequested(id); });
        connect(row, &AccountRow::revokeRequested, this, [this, id] { emit revokeRequested(id); });
        m_rows->addWidget(row);
    }
}

void GitHubPage::act(ErrorAction action) {
    if (action == ErrorAction::KeepForSession) {
        emit sessionOnlyAccepted();
    } else if (action == ErrorAction::OpenPage && m_state.error) {
        emit pageRequested(m_state.error->words.link);
    } else {
        emit retryRequested();
    }
}

void GitHubPage::retranslate() {
    m_header->setTitle(tr("GitHub"));
    m_subtitle->setText(m_state.accounts.isEmpty()
            ? tr("Sign in to list your repositories, private ones too, and to deploy what you push.")
            : tr("Projects and sites stay when an account is signed out."));
    m_back->setText(m_state.leadsBack ? tr("Back to the new project") : tr("Back"));
    m_busyText->setText(m_state.step == GitHubState::Step::Browser ? tr("Waiting for the browser…")
                                                                   : tr("Asking %1…").arg(m_state.host));
    m_stop->setText(tr("Cancel"));
    m_revocation->setWords(tr("The account is signed out here; its token is still good at GitHub."),
        tr("This host cannot revoke it for you."), tr("Revoke it there"));
}

void GitHubPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        return m_state.step == GitHubState::Step::Choose ? emit backRequested() : emit cancelRequested();
    }
    QWidget::keyPressEvent(event);
}

void GitHubPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
