#include "app/screens/project/log_bar.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

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

} // namespace

LogBar::LogBar(QWidget* parent)
    : QWidget(parent), m_field(new QLineEdit), m_found(new Label(Type::Small, Ink::Muted)),
      m_up(toolButton(Icon::Up, QStringLiteral("findPrevious"))),
      m_down(toolButton(Icon::Down, QStringLiteral("findNext"))), m_error(new QPushButton),
      m_count(new Label(Type::Small, Ink::Muted)), m_copy(toolButton(Icon::Copy, QStringLiteral("copyLog"))),
      m_save(toolButton(Icon::Save, QStringLiteral("saveLog"))), m_follow(new QPushButton) {
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(280);
    m_field->setMinimumWidth(120);
    m_field->addAction(iconOf(Icon::Search), QLineEdit::LeadingPosition);
    m_error->setObjectName(QStringLiteral("nextError"));
    setButtonKind(*m_error, ButtonKind::Quiet);
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->setCheckable(true);
    setButtonKind(*m_follow, ButtonKind::Quiet);
    m_follow->setIcon(iconOf(Icon::Down));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space1);
    row->addWidget(m_field, 10);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_error);
    row->addSpacing(metrics::space1);
    row->addWidget(m_found);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addSpacing(metrics::space2);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    row->addWidget(m_follow);
    connect(m_field, &QLineEdit::textChanged, this, &LogBar::soughtChanged);
    connect(m_field, &QLineEdit::returnPressed, this, &LogBar::nextRequested);
    connect(m_down, &QToolButton::clicked, this, &LogBar::nextRequested);
    connect(m_up, &QToolButton::clicked, this, &LogBar::previousRequested);
    connect(m_error, &QPushButton::clicked, this, &LogBar::nextErrorRequested);
    connect(m_follow, &QPushButton::clicked, this, &LogBar::followRequested);
    connect(m_copy, &QToolButton::clicked, this, &LogBar::copyRequested);
    connect(m_save, &QToolButton::clicked, this, &LogBar::saveRequested);
    auto* back = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), m_field, nullptr, nullptr, Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, &LogBar::previousRequested);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_field, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, m_field, &QLineEdit::clear);
    retranslate();
}

void LogBar::setCount(qint64 lines) {
    m_lineCount = lines;
    //: %1 is a number with its separators, such as 4,218
    m_count->setText(tr("%1 lines").arg(QLocale().toString(lines)));
}

void LogBar::setFound(const QString& words) {
    m_found->setText(words);
}

void LogBar::setFollowing(bool following) {
    m_follow->setChecked(following);
}

void LogBar::focusFind() {
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString LogBar::sought() const {
    return m_field->text();
}

void LogBar::retranslate() {
    m_field->setPlaceholderText(tr("Find in the log"));
    m_field->setAccessibleName(tr("Find in the log"));
    const auto name = [](QToolButton* button, const QString& words) {
        button->setAccessibleName(words);
        button->setToolTip(words);
    };
    name(m_up, tr("Previous match"));
    name(m_down, tr("Next match"));
    name(m_copy, tr("Copy the whole log"));
    name(m_save, tr("Save the log…"));
    m_error->setText(tr("Next error"));
    m_follow->setText(tr("Follow"));
    setCount(m_lineCount);
}

void LogBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
