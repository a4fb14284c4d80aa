#include "app/widgets/text_area.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

namespace miaobu::app {

TextArea::TextArea(QWidget* parent) : QPlainTextEdit(parent) {
    setFrameShape(QFrame::NoFrame);
    setFont(fontOf(Type::Mono));
    setTabChangesFocus(true);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(metrics::space2);
}

void TextArea::paintEvent(QPaintEvent* event) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(viewport());
    drawPanel(painter, viewport()->rect(), tokens.field, tokens.line, metrics::controlRadius);
    if (hasFocus()) {
        drawFocusRing(painter, viewport()->rect(), tokens, metrics::controlRadius);
    }
    painter.end();
    QPlainTextEdit::paintEvent(event);
}

void TextArea::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void TextArea::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

} // namespace miaobu::app
