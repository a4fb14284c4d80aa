#include "app/screens/previews/previews_card.h"

#include "app/screens/previews/preview_form.h"
#include "app/screens/previews/preview_row.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

constexpr int mostRows = 4; ///< That are seen at once

/// As high as what is in it, up to a few rows.
class RowsArea : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize sizeHint() const override {
        const int wanted = widget() ? widget()->sizeHint().height() : 0;
        return {QScrollArea::sizeHint().width(), std::min(wanted, mostRows * metrics::rowHeight)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        return {QScrollArea::minimumSizeHint().width(), std::min(sizeHint().height(), metrics::rowHeight)};
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest) {
            updateGeometry();
        }
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

PreviewsCard::PreviewsCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_new(new QPushButton), m_error(new ErrorCard), m_form(new PreviewForm(m_intents)), m_area(new RowsArea),
      m_column(nullptr) {
    setObjectName(QStringLiteral("previewsCard"));
    m_title->setObjectName(QStringLiteral("previewsTitle"));
    m_text->setObjectName(QStringLiteral("previewsText"));
    m_new->setObjectName(QStringLiteral("newPreview"));
    m_error->setObjectName(QStringLiteral("previewsError"));
    m_new->setIcon(iconOf(Icon::Add));
    auto* rows = new QWidget;
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_area->setObjectName(QStringLiteral("previewRows"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    // Its rows take the keyboard, and are scrolled to.
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_area->setWidget(rows);
    m_area->viewport()->setAutoFillBackground(false);
    rows->setAutoFillBackground(false);
    rows->installEventFilter(m_area);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, metrics::space3, 1, metrics::space2);
    column->setSpacing(metrics::space2);
    column->addWidget(buildTop());
    auto* error = new QHBoxLayout;
    error->setContentsMargins(metrics::space5, 0, metrics::space5, 0);
    error->addWidget(m_error);
    column->addLayout(error);
    column->addWidget(m_form);
    column->addWidget(m_area);
    connect(m_new, &QPushButton::clicked, &m_intents, &PreviewsIntents::openForm);
    connect(m_error, &ErrorCard::actionRequested, this, [this] {
        if (m_state.error) {
            emit m_intents.openPage(m_state.error->words.link);
        }
    });
    m_form->hide();
    setState({});
}

QWidget* PreviewsCard::buildTop() {
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(metrics::space5, 0, metrics::space4, 0);
    row->setSpacing(metrics::space4);
    row->addLayout(words, 1);
    row->addWidget(m_new, 0, Qt::AlignVCenter);
    return top;
}

void PreviewsCard::setState(const PreviewsState& state) {
    const bool isOpened = state.isFormOpen && !m_state.isFormOpen;
    m_state = state;
    m_form->setState(state);
    m_form->setVisible(state.isFormOpen);
    if (isOpened) {
        m_form->begin();
    }
    showError();
    showRows();
    retranslate();
    orderFocus();
}

void PreviewsCard::showError() {
    m_error->setVisible(m_state.error.has_value());
    if (!m_state.error) {
        return;
    }
    ErrorWords words = m_state.error->words;
    if (words.action != ErrorAction::OpenConsole && words.action != ErrorAction::OpenPage) {
        // Its way to go on is among the rows.
        reword(words, [](ErrorWords& changed) { changed.action = ErrorAction::None; });
    }
    m_error->setError(words, m_state.error->details);
}

void PreviewsCard::showRows() {
    while (m_rows.size() > m_state.lines.size()) {
        PreviewRow* const row = m_rows.takeLast();
        // Not at once: what is put away may be what was just clicked.
        row->hide();
        row->setParent(nullptr);
        row->deleteLater();
    }
    while (m_rows.size() < m_state.lines.size()) {
        m_rows.append(new PreviewRow(m_intents));
        m_column->addWidget(m_rows.constLast());
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->setLine(m_state.lines.at(i), m_state);
    }
    m_area->setVisible(!m_rows.isEmpty());
    m_area->updateGeometry();
}

void PreviewsCard::orderFocus() {
    QList<QWidget*> order{m_new};
    for (QWidget* const button : m_error->findChildren<QPushButton*>()) {
        order.append(button);
    }
    for (QWidget* const details : m_error->findChildren<QPlainTextEdit*>()) {
        order.append(details);
    }
    order += m_form->focusOrder();
    for (const PreviewRow* row : std::as_const(m_rows)) {
        order += row->focusOrder();
    }
    for (qsizetype i = 1; i < order.size(); ++i) {
        setTabOrder(order.at(i - 1), order.at(i));
    }
}

void PreviewsCard::retranslate() {
    m_title->setText(tr("Previews"));
    m_new->setText(tr("New preview…"));
    m_new->setVisible(m_state.arePossible() && !m_state.isFormOpen);
    m_text->setText(!m_state.arePossible()
            ? tr("A web app has one function, which runs its site, so that it has no previews.")
            : m_state.lines.isEmpty()
            ? tr("A preview shows another branch or commit beside the site, at an address of its own that nobody "
                 "finds by searching.")
            : QString());
    m_text->setVisible(!m_text->text().isEmpty());
}

void PreviewsCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showError();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
