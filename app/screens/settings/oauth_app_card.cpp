#include "app/screens/settings/oauth_app_card.h"

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/secret_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

OAuthAppCard::OAuthAppCard(QWidget* parent)
    : FormCard(parent), m_title(new Label(Type::Heading)),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_host(new QLineEdit),
      m_clientId(new QLineEdit), m_secret(new SecretField), m_register(new QPushButton), m_drop(new QPushButton) {
    setObjectName(QStringLiteral("oauthAppCard"));
    m_host->setObjectName(QStringLiteral("oauthHost"));
    m_clientId->setObjectName(QStringLiteral("oauthClientId"));
    m_secret->setObjectName(QStringLiteral("oauthSecret"));
    m_register->setObjectName(QStringLiteral("registerApp"));
    m_drop->setObjectName(QStringLiteral("dropOauthSecret"));
    m_host->setFont(fontOf(Type::Mono));
    m_clientId->setFont(fontOf(Type::Mono));
    m_secret->setFont(fontOf(Type::Mono));
    m_register->setIcon(iconOf(Icon::Open));
    build();
    connectParts();
    setView({});
    retranslate();
}

void OAuthAppCard::build() {
    auto* words = new QVBoxLayout;
    words->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space3);
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(words);
    column->addWidget(new Rule);
    m_hostRow = addRow(m_host);
    m_clientIdRow = addRow(m_clientId);
    m_secretRow = addRow(m_secret);
    column->addWidget(new Rule);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_register);
    buttons->addWidget(m_drop);
    buttons->addStretch();
    column->addLayout(buttons);
}

void OAuthAppCard::connectParts() {
    connect(m_host, &QLineEdit::editingFinished, this, [this] {
        if (const QString host = m_host->text().trimmed(); host != m_view.host) {
            emit hostChosen(host);
        }
    });
    connect(m_clientId, &QLineEdit::editingFinished, this, [this] {
        if (const QString id = m_clientId->text().trimmed(); id != m_view.clientId) {
            emit clientIdEntered(id);
        }
    });
    connect(m_secret, &QLineEdit::textEdited, this, [this](const QString& text) { m_clipboard.watch(text.trimmed()); });
    connect(m_secret, &QLineEdit::editingFinished, this, &OAuthAppCard::takeSecret);
    connect(m_register, &QPushButton::clicked, this, &OAuthAppCard::pageRequested);
    connect(m_drop, &QPushButton::clicked, this, &OAuthAppCard::secretDropped);
}

void OAuthAppCard::takeSecret() {
    if (const QByteArray secret = m_secret->secret(); !secret.isEmpty()) {
        m_secret->forget();
        emit secretEntered(secret);
    }
}

void OAuthAppCard::forget() {
    m_secret->forget();
}

void OAuthAppCard::setView(const OAuthAppView& view) {
    m_view = view;
    // What is wrong with the entered text is said beside it, so it stays.
    if (!view.hostError) {
        m_host->setText(view.host);
    }
    if (!view.idError) {
        m_clientId->setText(view.clientId);
    }
    m_drop->setVisible(view.hasSecret);
    m_secret->setEnabled(!view.clientId.isEmpty());
    showNotes();
}

void OAuthAppCard::showNotes() {
    const auto problem = [](FormRow* row, const std::optional<ShownError>& error, const QString& otherwise) {
        row->setNote(error ? inTheLanguageOfNow(error->words).what : otherwise, error.has_value());
    };
    problem(m_hostRow, m_view.hostError, tr("Another name for GitHub Enterprise"));
    problem(m_clientIdRow, m_view.idError, tr("Public; with it, a code signs you in"));
    const QString secret = m_view.hasSecret ? tr("In the keychain, for the browser")
        : m_view.clientId.isEmpty()         ? tr("Belongs to a client id")
                                            : tr("None; only the browser needs one");
    problem(m_secretRow, m_view.secretError, secret);
    m_secret->setPlaceholderText(m_view.hasSecret ? tr("Enter another one") : QString());
}

void OAuthAppCard::retranslate() {
    m_title->setText(tr("Signing in to GitHub"));
    m_text->setText(
        tr("A code and the browser need an OAuth app that you have registered at GitHub. Its secret is only for the "
           "browser: it is kept in this computer's keychain and sent to nobody but GitHub."));
    m_hostRow->setTitle(tr("GitHub at"));
    m_clientIdRow->setTitle(tr("Client id"));
    m_secretRow->setTitle(tr("Client secret"));
    m_register->setText(tr("Open the page for OAuth apps"));
    m_drop->setText(tr("Forget the secret"));
    showNotes();
}

void OAuthAppCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    FormCard::changeEvent(event);
}

} // namespace miaobu::app
