#include "app/screens/target/permissions_card.h"

#include "app/screens/target/permission_group.h"
#include "app/screens/target/target_intents.h"
#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

namespace {

using Need = PermissionCheck::Need;
using State = PermissionCheck::State;

} // namespace

PermissionsCard::PermissionsCard(TargetIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_check(new QPushButton), m_needed(new PermissionGroup(Need::Everything, intents)),
      m_forWebApps(new PermissionGroup(Need::WebApps, intents)) {
    setObjectName(QStringLiteral("permissionsCard"));
    m_text->setObjectName(QStringLiteral("permissionsText"));
    m_check->setObjectName(QStringLiteral("checkPermissions"));
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
    column->addLayout(m_needed);
    column->addLayout(m_forWebApps);
    connect(m_check, &QPushButton::clicked, this, [this, out = &intents] {
        if (m_view.isChecking) {
            emit out->stop();
        } else {
            emit out->checkPermissions();
        }
    });
}

void PermissionsCard::setState(const TargetState& state) {
    m_view = state.permissions;
    m_now = state.now;
    m_isAnyBusy = state.isBusy();
    retranslate();
}

QString PermissionsCard::verdict() const {
    const auto denied = static_cast<int>(m_view.count(Need::Everything, State::Denied));
    if (denied > 0) {
        return tr("%n permission(s) missing", nullptr, denied);
    }
    if (m_view.count(Need::Everything, State::NotActivated) > 0) {
        return tr("Something is not activated in the account");
    }
    if (m_view.count(Need::WebApps, State::Denied) + m_view.count(Need::WebApps, State::NotActivated) > 0) {
        return tr("Everything that could be tried for sites is allowed; web apps need more");
    }
    return tr("Everything that could be tried is allowed");
}

QString PermissionsCard::summary() const {
    if (m_view.isChecking) {
        return tr("Trying what the key may do; nothing is left behind.");
    }
    if (!m_view.checkedAt.isValid()) {
        return tr("Whether the key may do what publishing needs. Checking leaves nothing behind.");
    }
    return verdict() + QStringLiteral("  ·  ") + timeAgo(m_view.checkedAt, m_now);
}

void PermissionsCard::retranslate() {
    m_title->setText(tr("Permissions"));
    m_text->setText(summary());
    m_check->setText(m_view.isChecking ? tr("Stop") : tr("Check"));
    m_check->setEnabled(m_view.isChecking || !m_isAnyBusy);
    m_check->setAccessibleName(m_view.isChecking ? tr("Stop checking permissions") : tr("Check permissions"));
    m_needed->setChecks(m_view.checks, m_view.isChecking);
    m_forWebApps->setChecks(m_view.checks, m_view.isChecking);
}

void PermissionsCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
