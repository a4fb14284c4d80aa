#pragma once

#include "app/widgets/overlay.h"

class QGridLayout;
class QPushButton;

namespace miaobu::app {

class Actions;
class Label;

/// Every action that has a shortcut, with it.
class ShortcutSheet final : public Overlay {
    Q_OBJECT

public:
    /// \a actions outlives this.
    ShortcutSheet(QWidget& window, Actions& actions);

    void openSheet();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    static void addGroup(QGridLayout& grid, const QString& title, const QList<QAction*>& actions);

    Actions& m_actions;
    Label* m_title;
    QPushButton* m_close;
    QWidget* m_body = nullptr;
};

} // namespace miaobu::app
