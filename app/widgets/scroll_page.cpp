#include "app/widgets/scroll_page.h"

#include "app/theme/metrics.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {
constexpr int widest = 1240;
}

ScrollPage::ScrollPage(QWidget* parent) : QScrollArea(parent), m_column(new QVBoxLayout) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    auto* narrow = new QWidget;
    narrow->setMaximumWidth(widest);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space4);
    narrow->setLayout(m_column);
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(metrics::pageMargin, metrics::space5, metrics::pageMargin, metrics::pageMargin);
    row->addWidget(narrow, 1, Qt::Alignment());
    setWidget(content);
    // The bar stands in the margin, so that cards keep their width when it comes.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this, row](int, int most) {
        const int bar = most > 0 ? verticalScrollBar()->sizeHint().width() : 0;
        row->setContentsMargins(metrics::pageMargin, metrics::space5, metrics::pageMargin - bar, metrics::pageMargin);
    });
    content->setAutoFillBackground(false);
}

} // namespace miaobu::app
