#include "app/screens/domains/host_row.h"

#include "app/screens/domains/domains_intents.h"
#include "app/text/domain_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "core/domains/certificate_end.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace miaobu::app {

namespace {
constexpr qsizetype mostChoices = 10;
}

HostRow::HostRow(DomainsIntents& intents, QWidget* parent)
    : QWidget(parent), m_intents(intents), m_name(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)),
      m_pill(new Pill), m_facts(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)), m_sync(new QPushButton),
      m_more(new QPushButton) {
    setObjectName(QStringLiteral("hostRow"));
    m_name->setObjectName(QStringLiteral("hostName"));
    m_pill->setObjectName(QStringLiteral("hostPill"));
    m_facts->setObjectName(QStringLiteral("hostFacts"));
    m_sync->setObjectName(QStringLiteral("syncHost"));
    m_more->setObjectName(QStringLiteral("hostMenu"));
    m_more->setIcon(iconOf(Icon::More));
    setButtonKind(*m_more, ButtonKind::Quiet);
    m_facts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space5, 0, metrics::space3, 0);
    row->setSpacing(metrics::space3);
    row->addWidget(m_name);
    row->addWidget(m_pill);
    row->addWidget(m_facts, 1);
    row->addWidget(m_sync);
    row->addWidget(m_more);
    setMinimumHeight(metrics::rowHeight);
    connect(m_sync, &QPushButton::clicked, this,
        [this] { emit m_intents.serve(m_host.route.host, m_host.route.target, 0); });
    connect(m_more, &QPushButton::clicked, this, &HostRow::openMenu);
}

void HostRow::setHost(const ProjectHost& host, const DomainsState& state) {
    m_host = host;
    m_choices = state.choices;
    m_isChanging = state.isChanging;
    m_isEnding = host.domain && isCertificateEnding(*host.domain, state.now);
    retranslate();
}

QList<QWidget*> HostRow::focusOrder() const {
    return {m_sync, m_more};
}

void HostRow::openMenu() {
    const QString host = m_host.route.host;
    const QString target = m_host.route.target;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("hostActions"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        iconOf(Icon::Open), tr("Open"), &m_intents, [this, host, target] { emit m_intents.open(host, target); });
    menu->addAction(iconOf(Icon::Copy), tr("Copy the name"), &m_intents, [this, host] { emit m_intents.copy(host); });
    if (m_host.domain) {
        menu->addSeparator();
        QAction* const latest = menu->addAction(tr("Always the latest deployment"), &m_intents,
            [this, host, target] { emit m_intents.serve(host, target, 0); });
        latest->setObjectName(QStringLiteral("serveLatest"));
        latest->setCheckable(true);
        latest->setChecked(m_host.route.autoUpdate);
        for (const Deployment& choice : m_choices.first(std::min(mostChoices, m_choices.size()))) {
            QAction* const pin = menu->addAction(iconOf(Icon::Pin),
                tr("Pin to #%1  %2").arg(choice.number).arg(shortCommit(choice.revision.commit)), &m_intents,
                [this, host, target, id = choice.id] { emit m_intents.serve(host, target, id); });
            pin->setObjectName(QStringLiteral("pinTo%1").arg(choice.number));
            pin->setEnabled(!m_isChanging);
        }
        latest->setEnabled(!m_isChanging);
        menu->addSeparator();
        menu->addAction(iconOf(Icon::Trash), tr("Remove"), &m_intents,
            [this, host, target] { emit m_intents.remove(host, target); });
    }
    if (m_host.preview) {
        menu->addSeparator();
        QAction* const remove = menu->addAction(iconOf(Icon::Trash), tr("Remove"), &m_intents,
            [this, target, name = m_host.preview->name] { emit m_intents.removePreview(target, name); });
        remove->setEnabled(!m_isChanging);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void HostRow::retranslate() {
    m_name->setText(readableHost(m_host.route.host));
    m_name->setToolTip(m_host.route.host);
    if (m_host.preview) {
        m_pill->setState(tr("Preview"), Tone::Preview);
    } else if (m_host.isBehind) {
        m_pill->setState(tr("Behind"), Tone::Building);
    } else if (m_isEnding) {
        m_pill->setState(tr("Certificate ends soon"), Tone::Building);
    } else {
        m_pill->setState(stateTitle(DeploymentState::Live), Tone::Live);
    }
    QStringList facts;
    const bool isLatest = m_host.route.own || m_host.route.autoUpdate;
    if (m_host.preview) {
        facts.append(m_host.preview->branch.isEmpty() ? tr("one commit") : m_host.preview->branch);
        facts.append(m_host.preview->isProtected ? tr("with a password") : tr("open to everybody"));
    } else {
        facts.append(isLatest ? tr("always latest") : tr("pinned"));
    }
    if (m_host.number != 0) {
        facts.append(QStringLiteral("#%1").arg(m_host.number));
    }
    if (m_host.domain && m_host.domain->certificateExpiry.isValid()) {
        facts.append(tr("certificate until %1").arg(dateText(m_host.domain->certificateExpiry)));
    } else if (!m_host.preview && (!m_host.domain || m_host.domain->isBelowBase)) {
        facts.append(targetTitle(m_host.route.target));
    }
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_sync->setText(tr("Sync"));
    m_sync->setAccessibleName(tr("Sync %1").arg(readableHost(m_host.route.host)));
    m_sync->setVisible(m_host.isBehind);
    m_sync->setEnabled(!m_isChanging);
    m_more->setAccessibleName(tr("More about %1").arg(readableHost(m_host.route.host)));
    m_more->setToolTip(tr("More"));
}

void HostRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
