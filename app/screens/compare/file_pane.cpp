#include "app/screens/compare/file_pane.h"

#include "app/screens/compare/difference_view.h"
#include "app/screens/compare/image_pane.h"
#include "app/text/difference_text.h"
#include "app/text/visible_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/error_card.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

QToolButton* toolButton(Icon icon, const QString& name) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(iconOf(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void setWords(QToolButton& button, const QString& words) {
    button.setToolTip(words);
    button.setAccessibleName(words);
}

} // namespace

FilePane::FilePane(QWidget* parent)
    : Card(parent), m_path(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)),
      m_sizes(new Label(Type::Small, Ink::Muted)), m_up(toolButton(Icon::Up, QStringLiteral("previousChange"))),
      m_down(toolButton(Icon::Down, QStringLiteral("nextChange"))),
      m_copy(toolButton(Icon::Copy, QStringLiteral("copyDifference"))), m_stack(new QStackedWidget),
      m_ring(new BusyRing), m_message(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_error(new ErrorCard),
      m_view(new DifferenceView(m_lines)), m_images(new ImagePane),
      m_cut(new Label(Type::Small, Ink::Muted, Label::Overflow::Elide)) {
    setObjectName(QStringLiteral("filePane"));
    m_path->setObjectName(QStringLiteral("filePath"));
    m_message->setObjectName(QStringLiteral("fileMessage"));
    m_error->setObjectName(QStringLiteral("fileError"));
    m_cut->setObjectName(QStringLiteral("fileCut"));
    m_cut->setContentsMargins(metrics::space5, metrics::space2, metrics::space5, metrics::space2);
    m_messagePage = buildMessage();
    m_stack->addWidget(m_messagePage);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_images);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, metrics::space2);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Rule);
    column->addWidget(m_stack, 1);
    column->addWidget(m_cut);
    connect(m_up, &QToolButton::clicked, this, [this] { showChange(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { showChange(1); });
    connect(m_copy, &QToolButton::clicked, m_view, &DifferenceView::copy);
    setFile({});
}

QWidget* FilePane::buildHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::space5, metrics::space2, metrics::space3, metrics::space2);
    row->setSpacing(metrics::space2);
    row->addWidget(m_path, 1);
    row->addWidget(m_sizes);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_copy);
    head->setMinimumHeight(metrics::topBarHeight);
    return head;
}

QWidget* FilePane::buildMessage() {
    auto* page = new QWidget;
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setFixedWidth(320);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::space5, metrics::space5, metrics::space5, metrics::space5);
    column->setSpacing(metrics::space3);
    column->addStretch();
    column->addWidget(m_ring, 0, Qt::AlignHCenter);
    column->addWidget(m_message, 0, Qt::AlignHCenter);
    column->addWidget(m_error);
    column->addStretch();
    return page;
}

void FilePane::setFile(const FileState& file) {
    m_file = file;
    const bool isRead = file.phase == FileState::Phase::Read;
    const bool isText = isRead && file.difference.kind == FileDifference::Kind::Text;
    m_lines.setDifference(isText ? file.difference.text : TextDifference{});
    const bool hasLines = m_lines.rowCount() > 0;
    for (QToolButton* const button : {m_up, m_down, m_copy}) {
        button->setVisible(hasLines);
    }
    m_cut->setVisible(hasLines && m_lines.isCut());
    if (hasLines) {
        m_stack->setCurrentWidget(m_view);
        m_view->showChange(1);
    } else if (isRead && file.difference.kind == FileDifference::Kind::Images) {
        m_stack->setCurrentWidget(m_images);
        m_images->setFile(file);
    } else {
        m_stack->setCurrentWidget(m_messagePage);
    }
    retranslate();
}

void FilePane::showChange(int step) {
    if (m_stack->currentWidget() == m_view) {
        m_view->showChange(step);
    }
}

void FilePane::focusContent() {
    m_stack->currentWidget()->setFocus();
}

QString FilePane::message() const {
    switch (m_file.phase) {
    case FileState::Phase::None:
        return tr("Choose a file to see what changed in it.");
    case FileState::Phase::Reading:
        return tr("Reading both versions…");
    case FileState::Phase::NotYet:
        return tr("Its content can be compared once the deployment is complete.");
    case FileState::Phase::Failed:
        return {};
    case FileState::Phase::Read:
        break;
    }
    switch (m_file.difference.kind) {
    case FileDifference::Kind::TooLarge:
        return tr("This file is too large to be compared here.");
    case FileDifference::Kind::Text:
        return tr("No line differs.");
    case FileDifference::Kind::Binary:
    case FileDifference::Kind::Images:
        break;
    }
    return tr("This is not a text: its bytes differ, and there is nothing to read in them.");
}

void FilePane::retranslate() {
    m_path->setText(visibleText(m_file.change.path));
    m_sizes->setText(m_file.phase == FileState::Phase::None ? QString() : sizesText(m_file.change));
    setWords(*m_up, tr("Previous change (P)"));
    setWords(*m_down, tr("Next change (N)"));
    setWords(*m_copy, tr("Copy the chosen lines, or all"));
    m_cut->setText(tr("There are more changes in this file; these are the first of them."));
    const bool isFailed = m_file.phase == FileState::Phase::Failed && m_file.error;
    m_ring->setVisible(m_file.phase == FileState::Phase::Reading);
    m_message->setVisible(!isFailed);
    m_message->setText(message());
    m_error->setVisible(isFailed);
    if (isFailed) {
        m_error->setError(m_file.error->words, m_file.error->details);
    }
}

void FilePane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
