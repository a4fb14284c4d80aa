#include "app/shell/palette_overlay.h"

#include "app/shell/palette_delegate.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {
constexpr int panelWidth = 560;
constexpr int mostRows = 10;
} // namespace

PaletteOverlay::PaletteOverlay(QWidget& window)
    : Overlay(window, panelWidth), m_field(new QLineEdit), m_view(new QListView),
      m_nothing(new Label(Type::Text, Ink::Muted)), m_hint(new Label(Type::Small, Ink::Muted)) {
    setObjectName(QStringLiteral("palette"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->addAction(iconOf(Icon::Search), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_view->setObjectName(QStringLiteral("paletteRows"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new PaletteDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setContentsMargins(metrics::space3, metrics::space2, metrics::space3, metrics::space2);
    m_hint->setContentsMargins(metrics::space3, 0, metrics::space3, metrics::space1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_field, m_nothing, m_view, m_hint}) {
        panel().addWidget(part);
    }
    connect(m_field, &QLineEdit::textChanged, this, &PaletteOverlay::onTyped);
    connect(m_view, &QListView::clicked, this, &PaletteOverlay::runCurrent);
    retranslate();
}

void PaletteOverlay::openWith(const QList<PaletteEntry>& entries, const QStringList& recent) {
    m_model.setEntries(entries, recent);
    m_field->clear();
    onTyped({});
    open(*m_field);
}

void PaletteOverlay::onTyped(const QString& typed) {
    m_model.setTyped(typed);
    m_view->setCurrentIndex(m_model.index(0));
    m_view->scrollToTop();
    fitRows();
}

void PaletteOverlay::fitRows() {
    const int rows = m_model.rowCount();
    m_nothing->setVisible(rows == 0);
    m_view->setVisible(rows > 0);
    m_view->setFixedHeight(std::min(rows, mostRows) * metrics::sidebarRowHeight);
    if (isVisible()) {
        place();
    }
}

void PaletteOverlay::step(int rows) {
    const int count = m_model.rowCount();
    if (count == 0) {
        return;
    }
    const int from = m_view->currentIndex().row();
    // A single step goes around, a page stops at the end.
    const int to = std::abs(rows) == 1 ? (from + rows + count) % count : std::clamp(from + rows, 0, count - 1);
    m_view->setCurrentIndex(m_model.index(to));
}

void PaletteOverlay::runCurrent() {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid()) {
        return;
    }
    const PaletteEntry entry = m_model.entryAt(index.row());
    close();
    emit chosen(entry.id);
    entry.run();
}

bool PaletteOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_field || event->type() != QEvent::KeyPress) {
        return Overlay::eventFilter(watched, event);
    }
    switch (static_cast<const QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(mostRows);
        return true;
    case Qt::Key_PageUp:
        step(-mostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return false;
    }
}

void PaletteOverlay::retranslate() {
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_view->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("Nothing is called that"));
    m_hint->setText(tr("↑ ↓ to choose  ·  Enter to do it  ·  Esc to close"));
}

void PaletteOverlay::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Overlay::changeEvent(event);
}

} // namespace miaobu::app
