#include "app/screens/target/permission_group.h"

#include "app/screens/common/shown_error.h"
#include "app/screens/target/target_intents.h"
#include "app/text/console_pages.h"
#include "app/text/setup_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"
#include "app/widgets/mono_block.h"
#include "core/targets/permission_policy.h"

#include <QPushButton>

namespace miaobu::app {

namespace {

using Need = PermissionCheck::Need;
using State = PermissionCheck::State;

constexpr int columns = 3;

CheckLine::State lineState(const PermissionCheck& check) {
    switch (check.state) {
    case State::Granted:
        return CheckLine::State::Done;
    case State::Denied:
        return check.need == Need::WebApps ? CheckLine::State::Attention : CheckLine::State::Failed;
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
    CheckLine line{{}, check.action, {}, {}, lineState(check)};
    if (isTrouble(check)) {
        line.word = permissionStateTitle(check.state);
    }
    if (check.state == State::NotActivated && check.error) {
        line.note = wordsFor(*check.error).what;
    }
    return line;
}

} // namespace

PermissionGroup::PermissionGroup(Need need, TargetIntents& intents)
    : m_need(need), m_title(new Label(Type::SmallStrong)), m_note(new Label(Type::Small, Ink::Muted)),
      m_head(buildHead()), m_troubles(new CheckList),
      m_policyText(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)), m_policy(new MonoBlock),
      m_console(new QPushButton), m_policyPart(buildPolicy(intents)), m_others(new CheckList(columns)) {
    setSpacing(metrics::space2);
    for (QWidget* part : {m_head, static_cast<QWidget*>(m_troubles), m_policyPart, static_cast<QWidget*>(m_others)}) {
        addWidget(part);
    }
    nameParts();
}

QWidget* PermissionGroup::buildHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, metrics::space3, 0, 0);
    column->setSpacing(metrics::space1);
    column->addWidget(m_title);
    column->addWidget(m_note);
    return head;
}

QWidget* PermissionGroup::buildPolicy(TargetIntents& intents) {
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

void PermissionGroup::nameParts() {
    const bool isForAll = m_need == Need::Everything;
    m_head->setObjectName(isForAll ? QStringLiteral("permissions") : QStringLiteral("webAppPermissions"));
    m_troubles->setObjectName(
        isForAll ? QStringLiteral("missingPermissions") : QStringLiteral("missingWebAppPermissions"));
    m_policy->setObjectName(isForAll ? QStringLiteral("missingPolicy") : QStringLiteral("missingWebAppPolicy"));
    m_console->setObjectName(isForAll ? QStringLiteral("openPolicies") : QStringLiteral("openWebAppPolicies"));
    m_others->setObjectName(isForAll ? QStringLiteral("otherPermissions") : QStringLiteral("otherWebAppPermissions"));
}

void PermissionGroup::setChecks(const QList<PermissionCheck>& checks, bool isChecking) {
    QList<CheckLine> troubles;
    QList<CheckLine> others;
    for (const PermissionCheck& check : checks) {
        if (check.need == m_need) {
            (isTrouble(check) ? troubles : others).append(lineOf(check));
        }
    }
    m_title->setText(tr("Web apps"));
    m_note->setText(permissionNeedNote(m_need));
    m_head->setVisible(m_need == Need::WebApps && !(troubles.isEmpty() && others.isEmpty()));
    m_troubles->setLines(troubles);
    m_troubles->setVisible(!troubles.isEmpty());
    m_others->setLines(others);
    m_others->setVisible(!others.isEmpty());
    const QString policy = QString::fromUtf8(missingPolicy(checks, m_need)).trimmed();
    m_policyPart->setVisible(!policy.isEmpty() && !isChecking);
    m_policyText->setText(m_need == Need::WebApps
            ? tr("To publish web apps, create a policy from this as well, grant it to the key's user, and check again.")
            : tr("Create a policy from this in the RAM console, grant it to the key's user, and check again."));
    m_policy->setText(policy, m_need == Need::WebApps ? tr("Policy to add for web apps") : tr("Policy to add"));
    m_console->setText(tr("Open the RAM console"));
}

} // namespace miaobu::app
