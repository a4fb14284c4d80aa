#pragma once

#include <QWidget>

namespace miaobu::app {

class Label;

/// Lies over the window while something that it takes is dragged over it, and says what will happen.
class DropOverlay final : public QWidget {
    Q_OBJECT

public:
    explicit DropOverlay(QWidget& window);

    /// \a what: the name of the folder, or the address.
    void showFor(const QString& what);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Label* m_title;
    Label* m_text;
};

} // namespace miaobu::app
