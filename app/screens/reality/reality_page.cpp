#include "app/screens/reality/reality_page.h"

#include "app/screens/common/page_header.h"
#include "app/screens/reality/findings_card.h"
#include "app/text/reality_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/card.h"
#include "app/widgets/check_list.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/scroll_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

namespace miaobu::app {

RealityPage::RealityPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_facts(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_back(new QPushButton), m_check(new QPushButton), m_error(new ErrorCard),
      m_agreement(new EmptyState(Icon::Check)), m_partsTitle(new Label(Type::Heading)), m_parts(new CheckList),
      m_partsCard(buildList(m_partsTitle, m_parts)), m_findings(new FindingsCard),
      m_gapsTitle(new Label(Type::Heading)), m_gaps(new CheckList), m_gapsCard(buildList(m_gapsTitle, m_gaps)) {
    setObjectName(QStringLiteral("realityPage"));
    m_error->setObjectName(QStringLiteral("realityError"));
    m_agreement->setObjectName(QStringLiteral("realityAgreement"));
    m_parts->setObjectName(QStringLiteral("realityParts"));
    m_partsCard->setObjectName(QStringLiteral("realityProgress"));
    m_gaps->setObjectName(QStringLiteral("realityGaps"));
    m_gapsCard->setObjectName(QStringLiteral("realityUnknown"));
    buildHeader();
    auto* body = new ScrollPage;
    for (QWidget* const part :
        std::initializer_list<QWidget*>{m_error, m_partsCard, m_agreement, m_findings, m_gapsCard}) {
        body->column().addWidget(part);
    }
    body->column().addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(body, 1);
    connect(m_findings, &FindingsCard::fixRequested, this, &RealityPage::fixRequested);
    connect(m_error, &ErrorCard::actionRequested, this, &RealityPage::checkRequested);
    setState({});
}

void RealityPage::buildHeader() {
    m_facts->setObjectName(QStringLiteral("realityFacts"));
    m_back->setObjectName(QStringLiteral("realityBack"));
    m_check->setObjectName(QStringLiteral("checkAgain"));
    setButtonKind(*m_check, ButtonKind::Primary);
    m_header->line().addWidget(m_facts, 1);
    m_header->addButton(m_back);
    m_header->addButton(m_check);
    connect(m_back, &QPushButton::clicked, this, &RealityPage::backRequested);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_state.isChecking) {
            emit stopRequested();
        } else {
            emit checkRequested();
        }
    });
}

QWidget* RealityPage::buildList(Label* title, CheckList* list) {
    auto* card = new Card(this);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space3);
    column->setSpacing(metrics::space1);
    column->addWidget(title);
    column->addWidget(list);
    return card;
}

void RealityPage::setState(const RealityState& state) {
    m_state = state;
    m_error->setVisible(state.error.has_value());
    if (state.error) {
        m_error->setError(state.error->words, state.error->details);
    }
    m_agreement->setVisible(state.agrees() && !state.isChecking);
    m_findings->setVisible(!state.findings.isEmpty() && !state.isChecking);
    m_findings->setFindings(state.findings, state.target.isEmpty());
    retranslate();
}

void RealityPage::showHeader() {
    Pill& pill = m_header->pill();
    const auto differing = static_cast<int>(m_state.findings.size() - m_state.count(FindingView::State::Done));
    pill.setVisible(m_state.isChecking || m_state.checkedAt.isValid());
    if (m_state.isChecking) {
        pill.setState(tr("Checking"), Tone::Building);
    } else if (differing > 0) {
        pill.setState(tr("%n difference(s)", nullptr, differing), Tone::Failed);
    } else if (!m_state.gaps.isEmpty()) {
        pill.setState(tr("Not everything was seen"), Tone::Building);
    } else {
        pill.setState(tr("Agrees"), Tone::Live);
    }
    QStringList words;
    if (!m_state.projectName.isEmpty()) {
        words.append(m_state.projectName);
    }
    if (!m_state.target.isEmpty()) {
        words.append(targetTitle(m_state.target));
    }
    words.append(tr("Checking changes nothing"));
    m_facts->setText(words.join(QStringLiteral("  ·  ")));
}

void RealityPage::showLists() {
    QList<CheckLine> parts;
    for (const RealityState::Part& part : std::as_const(m_state.parts)) {
        parts.append(
            {realityPartTitle(part.name), targetTitle(part.target), {}, tr("looked at"), CheckLine::State::Done});
    }
    parts.append({tr("Comparing…"), {}, {}, {}, CheckLine::State::Active});
    m_partsTitle->setText(tr("Looking at what the cloud has"));
    m_parts->setLines(parts);
    m_partsCard->setVisible(m_state.isChecking);
    QList<CheckLine> gaps;
    for (const RealityGap& gap : std::as_const(m_state.gaps)) {
        const ErrorWords words = wordsFor(gap.error);
        QStringList sentences{words.what, words.why, words.next};
        sentences.removeAll(QString());
        gaps.append({realityPartTitle(gap.part), targetTitle(gap.target), sentences.join(QLatin1Char(' ')), {},
            CheckLine::State::Failed});
    }
    m_gapsTitle->setText(tr("Could not be looked at"));
    m_gaps->setLines(gaps);
    m_gapsCard->setVisible(!gaps.isEmpty() && !m_state.isChecking);
}

QString RealityPage::agreement() const {
    const QDateTime when = m_state.checkedAt.toLocalTime();
    return tr("Cloud and this computer agree ✓ %1").arg(QLocale().toString(when.time(), QLocale::ShortFormat));
}

void RealityPage::retranslate() {
    m_header->setTitle(tr("Reality check"));
    m_back->setText(tr("Back"));
    m_check->setText(m_state.isChecking ? tr("Stop") : tr("Check again"));
    m_check->setEnabled(!m_state.isFixing());
    m_agreement->setWords(agreement(),
        m_state.findings.isEmpty()
            ? tr("Routes, files, domains, functions and the edge routine are as they should be.")
            : tr("Everything that differed is put right. Check again to see it from the cloud."));
    showHeader();
    showLists();
}

void RealityPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        return emit backRequested();
    }
    QWidget::keyPressEvent(event);
}

void RealityPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
