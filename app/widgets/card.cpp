#include "app/widgets/card.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"

namespace miaobu::app {

Card::Card(QWidget* parent) : QWidget(parent) { }

void Card::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    drawPanel(painter, rect(), tokens.card, tokens.line, metrics::cardRadius);
}

Rule::Rule(QWidget* parent) : QWidget(parent) {
    setFixedHeight(1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Mid);
}

} // namespace miaobu::app
