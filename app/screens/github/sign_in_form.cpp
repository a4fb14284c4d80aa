#include "app/screens/github/sign_in_form.h"

#include "app/screens/common/action_card.h"
#include "app/screens/common/form_card.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/notice.h"
#include "app/widgets/secret_field.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

SignInForm::SignInForm(QWidget* parent)
    : QWidget(parent), m_code(new ActionCard), m_missing(new Notice(Tone::Idle)), m_appCard(new FormCard),
      m_tokenCard(new FormCard), m_clientId(new QLineEdit), m_token(new SecretField), m_host(new QLineEdit),
      m_keep(new QComboBox), m_useToken(new QPushButton), m_makeToken(new QPushButton), m_gh(new ActionCard),
      m_browser(new ActionCard) {
    m_code->button().setObjectName(QStringLiteral("signInByCode"));
    m_missing->setObjectName(QStringLiteral("clientIdMissing"));
    m_clientId->setObjectName(QStringLiteral("clientId"));
    m_token->setObjectName(QStringLiteral("gitHubToken"));
    m_host->setObjectName(QStringLiteral("gitHubHost"));
    m_keep->setObjectName(QStringLiteral("keepToken"));
    m_useToken->setObjectName(QStringLiteral("signInByToken"));
    m_makeToken->setObjectName(QStringLiteral("makeToken"));
    m_gh->button().setObjectName(QStringLiteral("signInByGh"));
    m_browser->button().setObjectName(QStringLiteral("signInByBrowser"));
    m_makeToken->setIcon(iconOf(Icon::Open));
    m_clientId->setFont(fontOf(Type::Mono));
    m_token->setFont(fontOf(Type::Mono));
    m_keep->addItem(QString(), static_cast<int>(KeepSecret::InKeychain));
    m_keep->addItem(QString(), static_cast<int>(KeepSecret::ForThisSession));
    m_clientIdRow = m_appCard->addRow(m_clientId);
    m_tokenRow = m_tokenCard->addRow(m_token);
    m_hostRow = m_tokenCard->addRow(m_host);
    m_keepRow = m_tokenCard->addRow(m_keep);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_useToken);
    buttons->addWidget(m_makeToken);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(m_code);
    column->addWidget(m_missing);
    column->addWidget(m_appCard);
    column->addWidget(m_tokenCard);
    column->addLayout(buttons);
    column->addWidget(m_gh);
    column->addWidget(m_browser);
    connect(m_code, &ActionCard::actionRequested, this, &SignInForm::codeRequested);
    connect(m_missing, &Notice::actionRequested, this, &SignInForm::appPageRequested);
    connect(m_gh, &ActionCard::actionRequested, this, &SignInForm::ghRequested);
    connect(m_browser, &ActionCard::actionRequested, this, &SignInForm::browserRequested);
    connect(m_makeToken, &QPushButton::clicked, this, &SignInForm::tokenPageRequested);
    connect(m_useToken, &QPushButton::clicked, this, &SignInForm::enterToken);
    connect(m_token, &QLineEdit::returnPressed, this, &SignInForm::enterToken);
    connect(m_token, &QLineEdit::textEdited, this, [this](const QString& text) { m_clipboard.watch(text.trimmed()); });
    connect(m_token, &QLineEdit::textChanged, this, [this] { m_useToken->setEnabled(!m_token->secret().isEmpty()); });
    connect(m_clientId, &QLineEdit::editingFinished, this, &SignInForm::enterClientId);
    connect(m_host, &QLineEdit::editingFinished, this, [this] { emit hostChanged(host()); });
    connect(m_keep, &QComboBox::activated, this, &SignInForm::retranslate);
    m_useToken->setEnabled(false);
    retranslate();
}

void SignInForm::setState(const GitHubState& state) {
    m_state = state;
    m_missing->setVisible(!state.canUseCode);
    m_appCard->setVisible(!state.canUseCode);
    m_browser->setVisible(state.canUseBrowser);
    m_keep->setCurrentIndex(m_keep->findData(static_cast<int>(state.keep)));
    if (m_host->text() != state.host) {
        m_host->setText(state.host);
    }
    setButtonKind(m_code->button(), state.canUseCode ? ButtonKind::Primary : ButtonKind::Secondary);
    m_code->button().setEnabled(state.canUseCode);
    setButtonKind(*m_useToken, state.canUseCode ? ButtonKind::Secondary : ButtonKind::Primary);
    retranslate();
}

QString SignInForm::host() const {
    return m_host->text().trimmed();
}

KeepSecret SignInForm::keep() const {
    return static_cast<KeepSecret>(m_keep->currentData().toInt());
}

void SignInForm::enterToken() {
    if (const QByteArray token = m_token->secret(); !token.isEmpty()) {
        m_token->forget();
        emit tokenEntered(token);
    }
}

void SignInForm::enterClientId() {
    if (const QString id = m_clientId->text().trimmed(); !id.isEmpty()) {
        emit clientIdEntered(id);
    }
}

void SignInForm::forget() {
    m_token->forget();
}

void SignInForm::focusFirst() {
    QWidget* const first = m_state.canUseCode ? static_cast<QWidget*>(&m_code->button()) : m_token;
    first->setFocus(Qt::OtherFocusReason);
}

void SignInForm::retranslate() {
    m_code->setWords(tr("Sign in with GitHub"),
        tr("You get a code and enter it on GitHub's own page. No password is typed here."), tr("Sign in with GitHub"));
    m_missing->setWords(tr("Signing in by a code is not set up for %1.").arg(m_state.host),
        tr("It needs an OAuth app of yours: register one under Settings, Developer settings, OAuth Apps, tick Enable "
           "Device Flow, and enter its client id here. A token or gh work at once."),
        tr("Open the page for OAuth apps"));
    m_clientIdRow->setTitle(tr("Client id"));
    m_clientIdRow->setNote(tr("Public; such as Ov23li…"));
    m_tokenRow->setTitle(tr("Token"));
    m_tokenRow->setNote(tr("Classic with “repo”, or fine-grained"));
    m_hostRow->setTitle(tr("GitHub at"));
    m_hostRow->setNote(tr("Another name for GitHub Enterprise"));
    m_keepRow->setTitle(tr("Token kept"));
    m_keep->setItemText(0, tr("In this computer's keychain"));
    m_keep->setItemText(1, tr("Until Miaobu is closed"));
    m_keepRow->setNote(keep() == KeepSecret::InKeychain ? tr("Never in a file, never in a log")
                                                        : tr("You sign in again at the next start"));
    m_useToken->setText(tr("Sign in with this token"));
    m_makeToken->setText(tr("Make a token"));
    m_gh->setWords(
        tr("With GitHub's program gh"), tr("Takes the token of “gh auth login”, where it is installed."), tr("Use gh"));
    m_browser->setWords(
        tr("Through the browser"), tr("GitHub sends the browser back to this computer."), tr("Open the browser"));
}

void SignInForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
