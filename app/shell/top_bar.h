#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace miaobu::app {

class Label;
class PaletteButton;

/// The strip along the top: the mark, the name, and the menu that holds everything.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    [[nodiscard]] QMenu& menu() { return *m_menu; }
    [[nodiscard]] PaletteButton& search() { return *m_search; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void drawPaw();

    QLabel* m_paw;
    Label* m_name;
    PaletteButton* m_search;
    QToolButton* m_button;
    QMenu* m_menu;
};

} // namespace miaobu::app
