#include "app/screens/target/permissions_card.h"

#include "app/screens/target/target_intents.h"
#include "app/text/console_pages.h"
#include "app/text/setup_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"
#include "app/widgets/mono_block.h"
#include "core/targets/permission_policy.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

namespace {

using State = PermissionCheck::State;

constexpr int columns = 3;

CheckLine::State lineState(State state) {
    switch (state) {
    case State::Granted:
        return CheckLine::State::Done;
    case State::Denied:
        return CheckLine::State::Failed;
    case State::NotActivated:
        return CheckLine::State::Attention;
    case State::NotChecked:
        break;
    }
    return CheckLine::State::Waiting;
}

bool isTrouble(const PermissionCheck& check) {
    return check.state == State::Denied || check.state == State::NotActivated;
}

CheckLine lineOf(const PermissionCheck& check) {
    CheckLine line{{}, check.action, {}, {}, lineState(check.state)};
    if (isTrouble(check)) {
        line.word = permissionStateTitle(check.state);
    }
    if (check.state == State::NotActivated && check.error) {
        line.note = wordsFor(*check.error).what;
    }
    return line;
}

} // namespace

PermissionsCard::PermissionsCard(TargetIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_check(new QPushButton), m_troubles(new CheckList), m_others(new CheckList(columns)),
      m_policyText(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)), m_policy(new MonoBlock),
      m_console(new QPushButton) {
    setObjectName(QStringLiteral("permissionsCard"));
    m_text->setObjectName(QStringLiteral("permissionsText"));
    m_check->setObjectName(QStringLiteral("checkPermissions"));
    m_troubles->setObjectName(QStringLiteral("missingPermissions"));
    m_others->setObjectName(QStringLiteral("otherPermissions"));
    m_policy->setObjectName(QStringLiteral("missingPolicy"));
    m_policyPart = buildPolicy(intents);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space4);
    top->addLayout(words, 1);
    top->addWidget(m_check, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space2);
    column->addLayout(top);
    column->addWidget(m_troubles);
    column->addWidget(m_policyPart);
    column->addWidget(m_others);
    connect(m_check, &QPushButton::clicked, this, [this, out = &intents] {
        if (m_view.isChecking) {
            emit out->stop();
        } else {
            emit out->checkPermissions();
        }
    });
}

QWidget* PermissionsCard::buildPolicy(TargetIntents& intents) {
    m_console->setObjectName(QStringLiteral("openPolicies"));
    m_console->setIcon(iconOf(Icon::Open));
    setButtonKind(*m_console, ButtonKind::Quiet);
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, metrics::space2);
    column->setSpacing(metrics::space2);
    column->addWidget(m_policyText);
    column->addWidget(m_policy);
    column->addWidget(m_console, 0, Qt::AlignLeft);
    connect(
        m_console, &QPushButton::clicked, &intents, [out = &intents] { emit out->openPage(console::ramPolicies()); });
    return part;
}

void PermissionsCard::setState(const TargetState& state) {
    m_view = state.permissions;
    m_now = state.now;
    m_isAnyBusy = state.isBusy();
    retranslate();
}

QString PermissionsCard::summary() const {
    if (m_view.isChecking) {
        return tr("Trying what the key may do; nothing is left behind.");
    }
    if (!m_view.checkedAt.isValid()) {
        return tr("Whether the key may do what publishing needs. Checking leaves nothing behind.");
    }
    const auto denied = static_cast<int>(m_view.count(State::Denied));
    const QString found = denied > 0            ? tr("%n permission(s) missing", nullptr, denied)
        : m_view.count(State::NotActivated) > 0 ? tr("Something is not activated in the account")
                                                : tr("Everything that could be tried is allowed");
    return found + QStringLiteral("  ·  ") + timeAgo(m_view.checkedAt, m_now);
}

void PermissionsCard::retranslate() {
    m_title->setText(tr("Permissions"));
    m_text->setText(summary());
    m_check->setText(m_view.isChecking ? tr("Stop") : tr("Check"));
    m_check->setEnabled(m_view.isChecking || !m_isAnyBusy);
    m_check->setAccessibleName(m_view.isChecking ? tr("Stop checking permissions") : tr("Check permissions"));
    QList<CheckLine> troubles;
    QList<CheckLine> others;
    for (const PermissionCheck& check : std::as_const(m_view.checks)) {
        (isTrouble(check) ? troubles : others).append(lineOf(check));
    }
    m_troubles->setLines(troubles);
    m_troubles->setVisible(!troubles.isEmpty());
    m_others->setLines(others);
    m_others->setVisible(!others.isEmpty());
    const QString policy = QString::fromUtf8(missingPolicy(m_view.checks)).trimmed();
    m_policyPart->setVisible(!policy.isEmpty() && !m_view.isChecking);
    m_policyText->setText(
        tr("Create a policy from this in the RAM console, grant it to the key's user, and check again."));
    m_policy->setText(policy, tr("Policy to add"));
    m_console->setText(tr("Open the RAM console"));
}

void PermissionsCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
