#pragma once

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace miaobu::app {

class Label;

/// What a view shows while there is nothing in it: what it is for, and the way to fill it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(Icon icon, QWidget* parent = nullptr);

    /// An empty \a action shows no button.
    void setWords(const QString& title, const QString& text, const QString& action = {});
    /// Primary, unless the page has a primary button already.
    void setActionKind(ButtonKind kind);

signals:
    void actionRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcon();

    Icon m_which;
    QLabel* m_icon;
    Label* m_title;
    Label* m_text;
    QPushButton* m_action;
};

} // namespace miaobu::app
