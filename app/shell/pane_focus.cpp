#include "app/shell/pane_focus.h"

#include "app/shell/activity_dock.h"
#include "app/shell/activity_pane.h"
#include "app/shell/palette_button.h"
#include "app/shell/sidebar.h"
#include "app/shell/top_bar.h"
#include "app/shell/window_frame.h"

#include <QApplication>

namespace miaobu::app {

namespace {

void focusFirstIn(QWidget& pane) {
    QWidget* candidate = pane.nextInFocusChain();
    while (candidate != &pane) {
        const bool takesKeys = candidate->focusPolicy() & Qt::TabFocus;
        if (pane.isAncestorOf(candidate) && candidate->isVisible() && candidate->isEnabled() && takesKeys) {
            return candidate->setFocus(Qt::TabFocusReason);
        }
        candidate = candidate->nextInFocusChain();
    }
}

} // namespace

void moveToPane(WindowFrame& frame, bool forwards) {
    QList<QWidget*> panes;
    for (QWidget* pane :
        std::initializer_list<QWidget*>{&frame.sidebar(), &frame.pages(), &frame.activity().pane(), &frame.top()}) {
        if (pane->isVisible()) {
            panes.append(pane);
        }
    }
    const QWidget* const now = QApplication::focusWidget();
    qsizetype at = forwards ? -1 : 0;
    for (qsizetype pane = 0; pane < panes.size(); ++pane) {
        at = now && panes.at(pane)->isAncestorOf(now) ? pane : at;
    }
    QWidget* const next = panes.at((at + (forwards ? 1 : panes.size() - 1)) % panes.size());
    if (next == &frame.sidebar()) {
        frame.sidebar().takeFocus();
    } else if (next == &frame.activity().pane()) {
        frame.activity().pane().takeFocus();
    } else if (next == &frame.top()) {
        frame.top().search().setFocus(Qt::TabFocusReason);
    } else {
        focusFirstIn(*next);
    }
}

} // namespace miaobu::app
