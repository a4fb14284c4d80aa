#include "app/screens/connect/account_card.h"

#include "app/text/target_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"
#include "app/widgets/pill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

AccountCard::AccountCard(QWidget* parent)
    : Card(parent), m_name(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)), m_kind(new Pill),
      m_account(new Label(Type::Small, Ink::Muted, Label::Overflow::Elide)), m_change(new QPushButton),
      m_warning(new Notice(Tone::Building)) {
    m_name->setObjectName(QStringLiteral("accountName"));
    m_kind->setObjectName(QStringLiteral("accountKind"));
    m_account->setObjectName(QStringLiteral("accountId"));
    m_change->setObjectName(QStringLiteral("anotherKey"));
    m_warning->setObjectName(QStringLiteral("rootWarning"));
    setButtonKind(*m_change, ButtonKind::Quiet);
    auto* first = new QHBoxLayout;
    first->setSpacing(metrics::space2);
    first->addWidget(m_name);
    first->addWidget(m_kind);
    first->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(first);
    words->addWidget(m_account);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space4);
    top->addLayout(words, 1);
    top->addWidget(m_change);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    column->setSpacing(metrics::space3);
    column->addLayout(top);
    column->addWidget(m_warning);
    connect(m_change, &QPushButton::clicked, this, &AccountCard::anotherKeyRequested);
    connect(m_warning, &Notice::actionRequested, this, &AccountCard::consoleRequested);
    retranslate();
}

void AccountCard::setState(const ConnectState& state) {
    m_state = state;
    retranslate();
}

void AccountCard::retranslate() {
    m_change->setText(tr("Use another key"));
    m_change->setEnabled(!m_state.isBusy || m_state.step == ConnectState::Step::Account);
    if (!m_state.identity) {
        return;
    }
    const CallerIdentity& identity = *m_state.identity;
    const bool isRoot = identity.kind == CallerIdentity::Kind::Root;
    m_name->setText(callerTitle(identity));
    m_kind->setState(isRoot                               ? tr("Root key")
            : identity.kind == CallerIdentity::Kind::Role ? tr("Temporary key")
                                                          : tr("RAM user"),
        isRoot ? Tone::Building : Tone::Live);
    m_account->setText(tr("Account %1").arg(identity.accountId) + QStringLiteral("  ·  ") + identity.arn);
    m_warning->setVisible(isRoot);
    m_warning->setWords(tr("This key may do everything in your account, and close it."),
        tr("A key of a RAM user that may do no more than publishing is safer: in the RAM console, create a user with "
           "“Using permanent "
           "AccessKey to access”, give it AliyunOSSFullAccess and AliyunESAFullAccess to begin with, and paste its key "
           "here. Miaobu names "
           "every permission it needs on the target's page."),
        tr("Create a RAM user"));
}

void AccountCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
