#pragma once

#include <QAbstractButton>

namespace miaobu::app {

/// A quiet word in the status strip that can be pressed.
class StripButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit StripButton(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace miaobu::app
