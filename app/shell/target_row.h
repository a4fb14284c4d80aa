#pragma once

#include "app/theme/icons.h"

#include <QAbstractButton>

namespace miaobu::app {

/// A target in the sidebar, or the way to a further one: an icon and a name that can be pressed and stays marked while its page is shown.
class TargetRow : public QAbstractButton {
    Q_OBJECT

public:
    explicit TargetRow(Icon icon, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Icon m_icon;
};

} // namespace miaobu::app
