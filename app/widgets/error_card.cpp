#include "app/widgets/error_card.h"

#include "app/text/error_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/widgets/label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace miaobu::app {

namespace {
constexpr qsizetype longestLine = 400; ///< Of a reason; what is longer is read among the details.
}

ErrorCard::ErrorCard(QWidget* parent)
    : Card(parent), m_what(new Label(Type::Heading, Ink::Text, Label::Overflow::Wrap)),
      m_why(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_next(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)), m_action(new QPushButton),
      m_fold(new QPushButton), m_details(new QPlainTextEdit) {
    m_what->setObjectName(QStringLiteral("errorWhat"));
    m_why->setObjectName(QStringLiteral("errorWhy"));
    m_next->setObjectName(QStringLiteral("errorNext"));
    m_action->setObjectName(QStringLiteral("errorAction"));
    m_fold->setObjectName(QStringLiteral("errorFold"));
    m_details->setObjectName(QStringLiteral("errorDetails"));
    for (Label* label : {m_what, m_why, m_next}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    setButtonKind(*m_fold, ButtonKind::Quiet);
    m_fold->setCheckable(true);
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setFont(fontOf(Type::Mono));
    m_details->setFixedHeight(120);
    m_details->setTabChangesFocus(true);
    m_details->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_action);
    buttons->addWidget(m_fold);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(52, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space1);
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addWidget(m_next);
    column->addSpacing(metrics::space2);
    column->addLayout(buttons);
    column->addWidget(m_details);
    connect(m_action, &QPushButton::clicked, this, [this] { emit actionRequested(m_words.action); });
    connect(m_fold, &QPushButton::toggled, this, &ErrorCard::showDetails);
    retranslate();
}

void ErrorCard::setError(const ErrorWords& words, const QString& said) {
    QStringList lines = words.why.split(QChar(u'\n'));
    bool isCut = false;
    for (QString& line : lines) {
        isCut = isCut || line.size() > longestLine;
        line = line.size() > longestLine ? line.left(longestLine) + QChar(u'…') : line;
    }
    const QString why = lines.join(QChar(u'\n'));
    const QString details = isCut && !said.contains(words.why) ? words.why + QChar(u'\n') + said : said;
    const bool news = m_what->text() != words.what || !isVisible();
    m_words = words;
    m_said = said;
    m_what->setText(words.what);
    m_why->setText(why);
    m_why->setVisible(!words.why.isEmpty());
    const bool hasButton = words.action != ErrorAction::None && !words.nextByButton.isEmpty();
    const QString next = hasButton ? words.nextByButton : words.next;
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_action->setText(actionLabel(words));
    m_action->setVisible(words.action != ErrorAction::None);
    if (m_details->toPlainText() != details) {
        m_details->setPlainText(details);
    }
    m_fold->setVisible(!details.isEmpty());
    showDetails(m_fold->isChecked() && !details.isEmpty());
    setAccessibleName(words.what);
    if (news) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ErrorCard::showDetails(bool shown) {
    m_details->setVisible(shown);
}

void ErrorCard::retranslate() {
    m_fold->setText(tr("Details"));
    m_details->setAccessibleName(tr("Details"));
    m_action->setText(actionLabel(m_words));
}

void ErrorCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_words.anew) {
            setError(inTheLanguageOfNow(m_words), m_said);
        }
    }
    Card::changeEvent(event);
}

void ErrorCard::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    QColor line = tokens.failed.ink;
    line.setAlpha(90);
    drawPanel(painter, rect(), tokens.card, line, metrics::cardRadius);
    const QPoint at(metrics::space5, m_what->y() + (QFontMetrics(m_what->font()).height() - 14) / 2);
    drawMark(painter, QRectF(at, QSizeF(14, 14)), Tone::Failed, tokens);
}

} // namespace miaobu::app
