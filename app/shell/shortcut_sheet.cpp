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

void ShortcutSheet::addGroup(QGridLayout& grid, const QString& title, const QList<QAction*>& actions) {
    auto* head = new Label(Type::Section, Ink::Faint);
    head->setText(title.toUpper());
    head->setContentsMargins(0, metrics::space3, 0, metrics::space1);
    int row = grid.rowCount();
    grid.addWidget(head, row++, 0, 1, 2);
    for (const QAction* action : actions) {
        auto* name = new Label(Type::Text, Ink::Text, Label::Overflow::Elide);
        name->setText(action->text());
        auto* keys = new Label(Type::Small, Ink::Muted);
        keys->setText(keysOf(*action));
        grid.addWidget(name, row, 0);
        grid.addWidget(keys, row++, 1, Qt::AlignRight);
    }
}

void ShortcutSheet::fill() {
    m_title->setText(tr("Keyboard shortcuts"));
    m_close->setText(tr("Close"));
    delete m_body;
    m_body = new QWidget;
    auto* const columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(0, 0, metrics::space2, 0);
    columns->setSpacing(2 * metrics::space5);
    std::array<QGridLayout*, 2> grids{};
    for (QGridLayout*& grid : grids) {
        auto* const column = new QVBoxLayout;
        grid = new QGridLayout;
        grid->setHorizontalSpacing(metrics::space4);
        grid->setVerticalSpacing(metrics::space1);
        grid->setColumnStretch(0, 1);
        column->addLayout(grid);
        column->addStretch();
        columns->addLayout(column, 1);
    }
    for (const Actions::Group& group : Actions::groups()) {
        QList<QAction*> actions;
        for (const Actions::Act act : group.acts) {
            if (!m_actions[act].shortcut().isEmpty()) {
                actions.append(&m_actions[act]);
            }
        }
        addGroup(grids[0]->rowCount() <= grids[1]->rowCount() ? *grids[0] : *grids[1], group.title, actions);
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
