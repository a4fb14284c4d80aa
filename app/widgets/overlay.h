#pragma once

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace miaobu::app {

class Card;

/// A panel over a window, which is dimmed behind it. Escape and a press beside the panel close it; the keyboard stays in the
/// panel while it is open, and goes back to where it was.
class Overlay : public QWidget {
    Q_OBJECT

public:
    /// \a width: of the panel, at most.
    Overlay(QWidget& window, int width);

    /// Shows it, with the keyboard in \a first.
    void open(QWidget& first);
    void close();

signals:
    void closed();

protected:
    /// Where the parts of the panel go.
    [[nodiscard]] QVBoxLayout& panel() { return *m_column; }
    /// Makes the panel as high as its parts want, as far as the window goes.
    void place();

    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int m_width;
    Card* m_panel;
    QVBoxLayout* m_column;
    QPointer<QWidget> m_before; ///< Had the keyboard
};

} // namespace miaobu::app
