#pragma once

#include "app/theme/type.h"

#include <QLabel>

namespace miaobu::app {

enum class Ink { Text, Muted, Faint, Accent };

/// A plain-text label: what comes from outside is never read as markup. One line is cut with an ellipsis where it does
/// not fit, and then shown whole as its tool tip; a wrapping one grows downwards.
class Label : public QLabel {
    Q_OBJECT

public:
    enum class Overflow { Keep, Elide, Wrap };

    explicit Label(
        Type type = Type::Text, Ink ink = Ink::Text, Overflow overflow = Overflow::Keep, QWidget* parent = nullptr);

    void setInk(Ink ink);
    [[nodiscard]] Overflow overflow() const { return m_overflow; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Overflow m_overflow;
};

} // namespace miaobu::app
