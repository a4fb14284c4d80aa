#include "app/shell/shortcut_sheet.h"

#include "app/shell/actions.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

#include <array>

namespace miaobu::app {

namespace {

constexpr int panelWidth = 720;

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts()) {
        keys.append(sequence.toString(QKeySequence::NativeText));
    }
    return keys.join(QStringLiteral("  ·  "));
}

} // namespace

ShortcutSheet::ShortcutSheet(QWidget& window, Actions& actions)
    : Overlay(window, panelWidth), m_actions(actions), m_title(new Label(Type::Title)), m_close(new QPushButton) {
    setObjectName(QStringLiteral("shortcutSheet"));
    m_close->setObjectName(QStringLiteral("closeShortcuts"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_close);
    panel().setContentsMargins(metrics::pageMargin, metrics::space5, metrics::space5, metrics::pageMargin);
    panel().addLayout(head);
    connect(m_close, &QPushButton::clicked, this, &Overlay::close);
    fill();
}

void ShortcutSheet::openSheet() {
    open(*m_close);
}

int ShortcutSheet::addGroup(int column, int row, const QString& title, const QList<QAction*>& actions) {
    auto* head = new Label(Type::Section, Ink::Faint);
    head->setText(title.toUpper());
    head->setContentsMargins(0, metrics::space3, 0, metrics::space1);
    m_grid->addWidget(head, row++, column, 1, 2);
    for (const QAction* action : actions) {
        auto* name = new Label(Type::Text, Ink::Text, Label::Overflow::Elide);
        name->setText(action->text());
        auto* keys = new Label(Type::Small, Ink::Muted);
        keys->setText(keysOf(*action));
        m_grid->addWidget(name, row, column);
        m_grid->addWidget(keys, row++, column + 1, Qt::AlignRight);
    }
    return row;
}

void ShortcutSheet::fill() {
    m_title->setText(tr("Keyboard shortcuts"));
    m_close->setText(tr("Close"));
    delete m_body;
    m_body = new QWidget;
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, metrics::space2, 0);
    m_grid->setHorizontalSpacing(metrics::space4);
    m_grid->setVerticalSpacing(metrics::space1);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(3, 1);
    m_grid->setColumnMinimumWidth(2, metrics::space5);
    std::array rows{0, 0};
    for (const Actions::Group& group : Actions::groups()) {
        QList<QAction*> actions;
        for (const Actions::Act act : group.acts) {
            if (!m_actions[act].shortcut().isEmpty()) {
                actions.append(&m_actions[act]);
            }
        }
        const std::size_t side = rows[0] <= rows[1] ? 0 : 1;
        rows.at(side) = addGroup(side == 0 ? 0 : 3, rows.at(side), group.title, actions);
    }
    panel().addWidget(m_body);
}

void ShortcutSheet::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
    Overlay::changeEvent(event);
}

} // namespace miaobu::app
