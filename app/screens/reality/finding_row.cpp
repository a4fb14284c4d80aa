#include "app/screens/reality/finding_row.h"

#include "app/text/reality_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

CheckLine::State markOf(FindingView::State state) {
    switch (state) {
    case FindingView::State::Working:
        return CheckLine::State::Active;
    case FindingView::State::Done:
        return CheckLine::State::Done;
    case FindingView::State::Failed:
        return CheckLine::State::Failed;
    case FindingView::State::Open:
        break;
    }
    return CheckLine::State::Attention;
}

} // namespace

FindingRow::FindingRow(QWidget* parent)
    : QWidget(parent), m_mark(new CheckMark), m_text(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)),
      m_note(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)), m_word(new Label(Type::Small, Ink::Muted)),
      m_adopt(new QPushButton), m_restore(new QPushButton), m_remove(new QPushButton), m_cancel(new QPushButton),
      m_buttons(new QHBoxLayout) {
    setObjectName(QStringLiteral("findingRow"));
    m_text->setObjectName(QStringLiteral("findingText"));
    m_note->setObjectName(QStringLiteral("findingNote"));
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    buildButtons();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_note);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space5, metrics::space3, metrics::space4, metrics::space3);
    row->setSpacing(metrics::space3);
    row->addWidget(m_mark);
    row->addLayout(words, 1);
    row->addWidget(m_word);
    row->addLayout(m_buttons);
    retranslate();
}

void FindingRow::buildButtons() {
    m_adopt->setObjectName(QStringLiteral("adoptFinding"));
    m_restore->setObjectName(QStringLiteral("restoreFinding"));
    m_remove->setObjectName(QStringLiteral("removeFinding"));
    m_cancel->setObjectName(QStringLiteral("cancelRemoving"));
    setButtonKind(*m_remove, ButtonKind::Danger);
    m_buttons->setSpacing(metrics::space2);
    for (QPushButton* const button : {m_adopt, m_restore, m_cancel, m_remove}) {
        m_buttons->addWidget(button);
    }
    connect(m_adopt, &QPushButton::clicked, this, [this] { emit fixRequested(RealityFix::Adopt); });
    connect(m_restore, &QPushButton::clicked, this, [this] { emit fixRequested(RealityFix::Restore); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_isAsking) {
            m_isAsking = false;
            emit fixRequested(RealityFix::Remove);
        } else {
            ask(true);
        }
    });
}

void FindingRow::setView(const FindingView& view, bool showTarget) {
    m_isAsking = m_isAsking && view.finding == m_view.finding && view.state != FindingView::State::Working
        && view.state != FindingView::State::Done;
    m_view = view;
    m_showsTarget = showTarget;
    retranslate();
}

void FindingRow::ask(bool asking) {
    m_isAsking = asking;
    retranslate();
    (asking ? m_cancel : m_remove)->setFocus();
}

QString FindingRow::note() const {
    if (m_isAsking) {
        return tr("This deletes %1 on %2. It cannot be taken back.")
            .arg(m_view.finding.subject, targetTitle(m_view.finding.target));
    }
    if (m_view.state == FindingView::State::Failed && m_view.error) {
        const ErrorWords words = inTheLanguageOfNow(m_view.error->words);
        QStringList sentences{words.what, words.why, words.next};
        sentences.removeAll(QString());
        return sentences.join(QLatin1Char(' '));
    }
    return m_showsTarget ? targetTitle(m_view.finding.target) : QString();
}

void FindingRow::retranslate() {
    const RealityFinding& finding = m_view.finding;
    const bool isOpen = m_view.state == FindingView::State::Open || m_view.state == FindingView::State::Failed;
    const auto showFix = [&](QPushButton* button, RealityFix fix) {
        const QString text = realityFixText(finding, fix);
        button->setText(text);
        button->setAccessibleName(text + QStringLiteral(": ") + realityText(finding));
        button->setVisible(isOpen && finding.fixes.contains(fix) && (!m_isAsking || fix == RealityFix::Remove));
    };
    showFix(m_adopt, RealityFix::Adopt);
    showFix(m_restore, RealityFix::Restore);
    showFix(m_remove, RealityFix::Remove);
    // The whole path stands in the question.
    m_remove->setText(m_isAsking ? tr("Delete") : tr("Delete…"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setVisible(m_isAsking);
    m_mark->setState(markOf(m_view.state));
    m_text->setText(realityText(finding));
    m_note->setText(note());
    m_note->setVisible(!note().isEmpty());
    m_word->setText(m_view.state == FindingView::State::Done ? tr("Put right") : tr("Working"));
    m_word->setVisible(!isOpen);
    setAccessibleName(realityText(finding));
}

void FindingRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_isAsking) {
        return ask(false);
    }
    QWidget::keyPressEvent(event);
}

void FindingRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
