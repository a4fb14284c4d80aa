#pragma once

#include "app/models/variable_lines_model.h"
#include "app/widgets/card.h"

class QListView;

namespace miaobu::app {

class VariableDelegate;

/// Variables one below the other, at most so many that the page stays readable; more of them scroll.
class VariableList : public Card {
    Q_OBJECT

public:
    enum class Menu { None, AtTheRight };

    VariableList(Menu menu, int mostRows, QWidget* parent = nullptr);

    void setLines(const QList<VariableLine>& lines);
    [[nodiscard]] const QList<VariableLine>& lines() const { return m_model.lines(); }
    [[nodiscard]] QListView& view() { return *m_view; }

signals:
    void activated(qsizetype row); ///< By a click or by Enter
    void menuRequested(qsizetype row, QPoint global);
    void removeRequested(qsizetype row); ///< With the key for it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool onContextMenu(const QContextMenuEvent& event);
    bool onKey(const QKeyEvent& event);

    VariableLinesModel m_model;
    QListView* m_view;
    VariableDelegate* m_delegate;
    bool m_hasMenu;
    int m_most;
};

} // namespace miaobu::app
