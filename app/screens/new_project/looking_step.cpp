#include "app/screens/new_project/looking_step.h"

#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/label.h"
#include "app/widgets/progress_line.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {
constexpr int lineWidth = 320;
}

LookingStep::LookingStep(QWidget* parent)
    : QWidget(parent), m_text(new Label(Type::Text, Ink::Muted)), m_why(new Label(Type::Small, Ink::Muted)),
      m_line(new ProgressLine), m_count(new Label(Type::Small, Ink::Muted)) {
    setObjectName(QStringLiteral("lookingStep"));
    m_text->setObjectName(QStringLiteral("lookingText"));
    m_why->setObjectName(QStringLiteral("lookingWhy"));
    m_line->setObjectName(QStringLiteral("lookingLine"));
    m_count->setObjectName(QStringLiteral("lookingCount"));
    m_line->setFixedWidth(lineWidth);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::space3);
    column->addStretch(2);
    column->addWidget(new BusyRing(24), 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_why, 0, Qt::AlignHCenter);
    column->addWidget(m_line, 0, Qt::AlignHCenter);
    column->addWidget(m_count, 0, Qt::AlignHCenter);
    column->addStretch(3);
    retranslate();
}

void LookingStep::setFetch(const std::optional<SourceFetch>& fetch) {
    m_fetch = fetch;
    retranslate();
}

void LookingStep::retranslate() {
    const SourceFetch fetch = m_fetch.value_or(SourceFetch());
    m_text->setText(
        m_fetch ? tr("Fetching the repository and looking at how it is built…") : tr("Looking at how it is built…"));
    m_why->setVisible(fetch.isListCut);
    m_why->setText(tr("It has more files than GitHub lists."));
    m_line->setVisible(fetch.total > 0);
    m_count->setVisible(fetch.total > 0);
    if (fetch.total > 0) {
        m_line->setPercent(static_cast<int>(fetch.done * 100 / fetch.total));
        m_count->setText(tr("%1 of %2 objects").arg(QLocale().toString(fetch.done), QLocale().toString(fetch.total)));
    }
}

void LookingStep::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
