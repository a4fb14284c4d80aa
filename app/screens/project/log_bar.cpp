#include "app/screens/project/log_bar.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
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
    : QWidget(parent), m_field(new QLineEdit), m_expression(new QToolButton),
      m_found(new Label(Type::Small, Ink::Muted, Label::Overflow::Elide)),
      m_up(toolButton(Icon::Up, QStringLiteral("findPrevious"))),
      m_down(toolButton(Icon::Down, QStringLiteral("findNext"))), m_error(new QPushButton),
      m_errorsOnly(new QPushButton), m_count(new Label(Type::Small, Ink::Muted)),
      m_copy(toolButton(Icon::Copy, QStringLiteral("copyLog"))),
      m_save(toolButton(Icon::Save, QStringLiteral("saveLog"))),
      m_open(toolButton(Icon::Open, QStringLiteral("openLog"))),
      m_folder(toolButton(Icon::Folder, QStringLiteral("openLogFolder"))),
      m_more(toolButton(Icon::More, QStringLiteral("moreLog"))), m_follow(new QPushButton) {
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(280);
    m_field->setMinimumWidth(120);
    m_field->addAction(iconOf(Icon::Search), QLineEdit::LeadingPosition);
    m_expression->setObjectName(QStringLiteral("findExpression"));
    m_expression->setCheckable(true);
    m_expression->setAutoRaise(true);
    m_expression->setFocusPolicy(Qt::TabFocus);
    m_expression->setFont(fontOf(Type::Mono));
    m_expression->setText(QStringLiteral(".*"));
    m_found->setObjectName(QStringLiteral("findFound"));
    m_error->setObjectName(QStringLiteral("nextError"));
    m_errorsOnly->setObjectName(QStringLiteral("errorsOnly"));
    m_errorsOnly->setCheckable(true);
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->setCheckable(true);
    m_follow->setIcon(iconOf(Icon::Down));
    for (QPushButton* const button : {m_error, m_errorsOnly, m_follow}) {
        setButtonKind(*button, ButtonKind::Quiet);
    }
    buildRow();
    connectAll();
    retranslate();
    showTools();
}

void LogBar::buildRow() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space1);
    row->addWidget(m_field, 24);
    row->addWidget(m_expression);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_error);
    row->addWidget(m_errorsOnly);
    row->addSpacing(metrics::space1);
    row->addWidget(m_found, 12);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addSpacing(metrics::space2);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    row->addWidget(m_open);
    row->addWidget(m_folder);
    row->addWidget(m_more);
    row->addWidget(m_follow);
}

void LogBar::connectAll() {
    connect(m_field, &QLineEdit::textChanged, this, &LogBar::soughtChanged);
    connect(m_expression, &QToolButton::toggled, this, &LogBar::soughtChanged);
    connect(m_field, &QLineEdit::returnPressed, this, &LogBar::nextRequested);
    connect(m_down, &QToolButton::clicked, this, &LogBar::nextRequested);
    connect(m_up, &QToolButton::clicked, this, &LogBar::previousRequested);
    connect(m_error, &QPushButton::clicked, this, &LogBar::nextErrorRequested);
    connect(m_errorsOnly, &QPushButton::toggled, this, &LogBar::errorsOnlyRequested);
    connect(m_follow, &QPushButton::clicked, this, &LogBar::followRequested);
    connect(m_copy, &QToolButton::clicked, this, &LogBar::copyRequested);
    connect(m_save, &QToolButton::clicked, this, &LogBar::saveRequested);
    connect(m_open, &QToolButton::clicked, this, &LogBar::openRequested);
    connect(m_folder, &QToolButton::clicked, this, &LogBar::folderRequested);
    auto* menu = new QMenu(m_more);
    const std::array buttons{m_copy, m_save, m_open, m_folder};
    for (std::size_t index = 0; index < buttons.size(); ++index) {
        m_moreActions.at(index) = menu->addAction(QString(), buttons.at(index), &QToolButton::click);
    }
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto* back = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), m_field, nullptr, nullptr, Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, &LogBar::previousRequested);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_field, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        if (m_field->text().isEmpty()) {
            emit leaveRequested();
        }
        m_field->clear();
    });
}

void LogBar::setCount(qint64 lines) {
    m_lineCount = lines;
    //: %1 is a number with its separators, such as 4,218
    m_count->setText(tr("%1 lines").arg(QLocale().toString(lines)));
}

void LogBar::setFound(const QString& words, bool isProblem) {
    m_found->setInk(isProblem ? Ink::Text : Ink::Muted);
    m_found->setText(words);
}

void LogBar::setErrorsOnly(bool errorsOnly) {
    m_errorsOnly->setChecked(errorsOnly);
}

void LogBar::setFollowing(bool following) {
    m_follow->setChecked(following);
}

void LogBar::focusFind() {
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

LogPattern LogBar::sought() const {
    return m_expression->isChecked() ? LogPattern::expression(m_field->text()) : LogPattern::text(m_field->text());
}

void LogBar::resizeEvent(QResizeEvent* event) {
    showTools();
    QWidget::resizeEvent(event);
}

void LogBar::showTools() {
    const bool roomy = width() >= 720;
    for (QWidget* const part : std::initializer_list<QWidget*>{m_count, m_copy, m_save, m_open}) {
        part->setVisible(roomy);
    }
    m_folder->setVisible(roomy && m_hasFolder);
    m_moreActions.back()->setVisible(m_hasFolder);
    m_more->setVisible(!roomy);
    // The keys do the same.
    m_up->setVisible(width() >= 640);
    m_down->setVisible(width() >= 640);
}

void LogBar::setHasFolder(bool hasFolder) {
    m_hasFolder = hasFolder;
    showTools();
}

void LogBar::retranslate() {
    m_field->setPlaceholderText(tr("Find in the log"));
    m_field->setAccessibleName(tr("Find in the log"));
    const auto name = [](QAbstractButton* button, const QString& words, const QString& keys = {}) {
        button->setAccessibleName(words);
        button->setToolTip(keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, keys));
    };
    const auto keys
        = [](QKeyCombination combination) { return QKeySequence(combination).toString(QKeySequence::NativeText); };
    name(m_expression, tr("Regular expression"));
    name(m_up, tr("Previous match"), keys(Qt::SHIFT | Qt::Key_F3));
    name(m_down, tr("Next match"), keys(Qt::Key_F3));
    name(m_error, tr("Next error"), keys(Qt::Key_N));
    name(m_copy, tr("Copy the whole log"));
    name(m_save, tr("Save the log…"));
    name(m_open, tr("Open the log in an editor"));
    name(m_folder, tr("Open the folder"));
    name(m_more, tr("More"));
    for (std::size_t index = 0; const QToolButton* button : {m_copy, m_save, m_open, m_folder}) {
        m_moreActions.at(index++)->setText(button->accessibleName());
    }
    m_errorsOnly->setText(tr("Errors only"));
    m_errorsOnly->setToolTip(tr("Show the lines with errors alone"));
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
