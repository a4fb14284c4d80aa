#include "app/screens/project/propagation_card.h"

#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

CheckLine::State markOf(HostStage stage) {
    switch (stage) {
    case HostStage::Live:
        return CheckLine::State::Done;
    case HostStage::PutBack:
        return CheckLine::State::Failed;
    case HostStage::Writing:
    case HostStage::Purging:
    case HostStage::Propagating:
        break;
    }
    return CheckLine::State::Active;
}

} // namespace

PropagationCard::PropagationCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_list(new CheckList) {
    setObjectName(QStringLiteral("propagationCard"));
    m_title->setObjectName(QStringLiteral("propagationTitle"));
    m_text->setObjectName(QStringLiteral("propagationText"));
    m_list->setObjectName(QStringLiteral("propagationHosts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space3);
    column->setSpacing(metrics::space1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_list);
    retranslate();
}

void PropagationCard::setView(const PropagationView& view) {
    m_view = view;
    retranslate();
}

QString PropagationCard::text() const {
    if (!m_view.isSlow()) {
        return tr("It is live once every address has answered with it several times in a row.");
    }
    return m_view.before > 0
        ? tr("The edge is many machines, and some still answer with #%1. That may take up to five minutes; until then "
             "visitors see #%1 or #%2.")
              .arg(m_view.before)
              .arg(m_view.number)
        : tr("The edge is many machines, and some do not know the site yet. That may take up to five minutes; until "
             "then visitors may see that it is not found.");
}

void PropagationCard::retranslate() {
    m_title->setText(
        m_view.isOnItsWay() ? tr("#%1 is going live").arg(m_view.number) : tr("#%1 has arrived").arg(m_view.number));
    m_text->setText(text());
    m_text->setVisible(m_view.isOnItsWay());
    QList<CheckLine> lines;
    for (const HostOnItsWay& one : std::as_const(m_view.hosts)) {
        lines.append({{}, one.host, {}, hostStageTitle(one.stage), markOf(one.stage)});
    }
    m_list->setLines(lines);
}

void PropagationCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
