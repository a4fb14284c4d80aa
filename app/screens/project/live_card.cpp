#include "app/screens/project/live_card.h"

#include "app/screens/project/project_intents.h"
#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/site_preview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QUrl>

namespace miaobu::app {

LiveCard::LiveCard(ProjectIntents& intents, QWidget* parent)
    : Card(parent), m_preview(new SitePreview), m_number(new Pill),
      m_message(new Label(Type::Text, Ink::Text, Label::Overflow::Elide)), m_commit(new Label(Type::Mono, Ink::Muted)),
      m_when(new Label(Type::Text, Ink::Muted)) {
    m_preview->setObjectName(QStringLiteral("sitePreview"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::space5, 0, metrics::space5, 0);
    row->setSpacing(metrics::space3);
    row->addWidget(m_number);
    row->addWidget(m_message, 1);
    row->addWidget(m_commit);
    row->addWidget(m_when);
    auto* strip = new QWidget;
    strip->setFixedHeight(metrics::rowHeight);
    strip->setLayout(row);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_preview, 1);
    column->addWidget(strip);
    connect(m_preview, &QAbstractButton::clicked, &intents, &ProjectIntents::openSite);
}

void LiveCard::setState(const ProjectState& state) {
    m_state = state;
    retranslate();
}

void LiveCard::setSite(const SiteView& site) {
    m_site = site;
    retranslate();
}

void LiveCard::retranslate() {
    if (!m_state.live) {
        return;
    }
    const Deployment& live = *m_state.live;
    m_number->setState(QStringLiteral("#%1").arg(live.number), Tone::Live);
    m_message->setText(live.revision.message.section(QLatin1Char('\n'), 0, 0));
    m_commit->setText(shortCommit(live.revision.commit));
    m_commit->setVisible(!live.revision.commit.isEmpty());
    const auto took = std::chrono::milliseconds(live.createdAt.msecsTo(live.finishedAt));
    const QString when = timeAgo(live.createdAt, m_state.now);
    m_when->setText(
        live.finishedAt.isValid() && took.count() >= 0 ? when + QStringLiteral("  ·  ") + durationText(took) : when);
    const QString host = QUrl(live.url).host();
    const QString title = m_site.title.isEmpty() ? m_state.project.name : m_site.title;
    m_preview->setSite(title, m_site.description.isEmpty() ? host : m_site.description, m_site.image, m_site.icon);
    m_preview->setAccessibleName(tr("Open %1").arg(title));
    m_preview->setToolTip(tr("Open %1").arg(host));
}

void LiveCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
