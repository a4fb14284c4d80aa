#include "app/widgets/mono_block.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace miaobu::app {

namespace {
constexpr int mostLines = 14;
}

MonoBlock::MonoBlock(QWidget* parent) : QWidget(parent), m_text(new QPlainTextEdit), m_copy(new QPushButton) {
    m_text->setObjectName(QStringLiteral("monoText"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(fontOf(Type::Mono));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->viewport()->setAutoFillBackground(false);
    m_copy->setObjectName(QStringLiteral("copyText"));
    m_copy->setIcon(iconOf(Icon::Copy));
    setButtonKind(*m_copy, ButtonKind::Quiet);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space3, metrics::space2, metrics::space2, metrics::space2);
    row->setSpacing(metrics::space2);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    retranslate();
}

void MonoBlock::setText(const QString& text, const QString& name) {
    m_text->setAccessibleName(name);
    if (text == this->text()) {
        return;
    }
    m_text->setPlainText(text);
    const int lines = std::min(mostLines, m_text->blockCount());
    m_text->setFixedHeight(
        lines * m_text->fontMetrics().lineSpacing() + 12 + m_text->horizontalScrollBar()->sizeHint().height());
}

QString MonoBlock::text() const {
    return m_text->toPlainText();
}

void MonoBlock::retranslate() {
    m_copy->setText(tr("Copy"));
}

void MonoBlock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void MonoBlock::paintEvent(QPaintEvent*) {
    const Tokens& tokens = tokensFor(palette());
    QPainter painter(this);
    drawPanel(painter, rect(), tokens.field, tokens.line, metrics::controlRadius);
}

} // namespace miaobu::app
