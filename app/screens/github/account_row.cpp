#include "app/screens/github/account_row.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace miaobu::app {

AccountRow::AccountRow(const GitHubAccount& account, QWidget* parent)
    : QWidget(parent), m_account(account), m_name(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)),
      m_note(new Label(Type::Small, Ink::Muted, Label::Overflow::Elide)), m_state(new Pill), m_act(new QPushButton),
      m_more(new QPushButton) {
    m_act->setObjectName(QStringLiteral("accountAct"));
    m_more->setObjectName(QStringLiteral("accountMore"));
    m_more->setIcon(iconOf(Icon::More));
    setButtonKind(*m_more, ButtonKind::Quiet);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_note);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space5, metrics::space2, metrics::space3, metrics::space2);
    row->setSpacing(metrics::space3);
    row->addLayout(words, 1);
    row->addWidget(m_state);
    row->addWidget(m_act);
    row->addWidget(m_more);
    connect(m_act, &QPushButton::clicked, this,
        [this] { m_account.needsSignIn ? emit signInRequested() : emit currentRequested(); });
    connect(m_more, &QPushButton::clicked, this, &AccountRow::openMenu);
    retranslate();
}

void AccountRow::setEnabledActions(bool enabled) {
    m_act->setEnabled(enabled);
    m_more->setEnabled(enabled);
}

void AccountRow::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("accountMenu"));
    menu->addAction(tr("Sign out"), this, &AccountRow::signOutRequested);
    menu->addAction(tr("Sign out and revoke the token (GitHub sends a mail)"), this, &AccountRow::revokeRequested);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void AccountRow::retranslate() {
    const bool isOfEnvironment = m_account.way == SignInWay::Environment;
    m_name->setText(isOfEnvironment    ? tr("GITHUB_TOKEN")
            : m_account.name.isEmpty() ? m_account.login
                                       : m_account.name + QStringLiteral(" (%1)").arg(m_account.login));
    QStringList notes{m_account.host};
    switch (m_account.way) {
    case SignInWay::DeviceCode:
        notes.append(tr("signed in by a code"));
        break;
    case SignInWay::Token:
        notes.append(tr("signed in with a token"));
        break;
    case SignInWay::GhProgram:
        notes.append(tr("signed in with the token of gh"));
        break;
    case SignInWay::Browser:
        notes.append(tr("signed in through the browser"));
        break;
    case SignInWay::Environment:
        notes.append(tr("from the environment of this computer"));
        break;
    }
    if (!isOfEnvironment && !mayUse(m_account, QLatin1StringView("repo"))) {
        notes.append(tr("public repositories only"));
    }
    m_note->setText(notes.join(QStringLiteral(" · ")));
    m_state->setVisible(m_account.needsSignIn || m_account.isCurrent);
    m_state->setState(
        m_account.needsSignIn ? tr("sign in again") : tr("in use"), m_account.needsSignIn ? Tone::Failed : Tone::Live);
    m_act->setVisible(!isOfEnvironment && (m_account.needsSignIn || !m_account.isCurrent));
    m_act->setText(m_account.needsSignIn ? tr("Sign in again") : tr("Use this one"));
    m_more->setVisible(!isOfEnvironment);
    m_more->setAccessibleName(tr("More for %1").arg(m_account.login));
    m_more->setToolTip(m_more->accessibleName());
}

void AccountRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
