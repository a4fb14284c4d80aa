#include "app/shell/target_row.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QKeyEvent>
#include <QStyleOption>

namespace miaobu::app {

TargetRow::TargetRow(Icon icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon) {
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(metrics::sidebarRowHeight);
}

void TargetRow::setProduction(bool production) {
    m_isProduction = production;
    describe();
}

void TargetRow::setState(Tone tone, const QString& words) {
    m_tone = tone;
    m_words = words;
    describe();
}

void TargetRow::describe() {
    QStringList words{m_words, m_isProduction ? tr("production") : QString()};
    words.removeAll(QString());
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(m_words);
    update();
}

QSize TargetRow::sizeHint() const {
    return {160, metrics::sidebarRowHeight};
}

void TargetRow::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    const QRect row = rect().adjusted(8, 1, -8, -1);
    if (isChecked() || underMouse()) {
        drawPanel(painter, row, isChecked() ? tokens.selection : tokens.hover, Qt::transparent, metrics::controlRadius);
    }
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(painter, row, tokens, metrics::controlRadius);
    }
    painter.drawPixmap(row.left() + 6, row.top() + (row.height() - metrics::iconSize) / 2,
        iconPixmap(m_icon, m_isProduction ? tokens.failed.ink : tokens.muted, metrics::iconSize, devicePixelRatioF()));
    const QFont font = fontOf(isChecked() ? Type::Heading : Type::Text);
    QRect words = row.adjusted(30, 0, -10, 0);
    if (m_isProduction) {
        const QString production = tr("production");
        const int width = pillWidth(production);
        drawPill(painter, QRect(words.right() - width + 1, row.top(), width, row.height()), production, Tone::Failed,
            tokens);
        words.setRight(words.right() - width - metrics::space2);
    }
    if (!m_words.isEmpty()) {
        const QRect mark(words.right() - metrics::markSize + 1, row.center().y() - metrics::markSize / 2 + 1,
            metrics::markSize, metrics::markSize);
        drawMark(painter, mark, m_tone, tokens);
        words.setRight(mark.left() - metrics::space2);
    }
    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text(), Qt::ElideRight, words.width()));
}

void TargetRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        return click();
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace miaobu::app
