#pragma once

#include "app/theme/icons.h"

#include <QAbstractButton>

namespace miaobu::app {

/// A target in the sidebar, or the way to a further one: an icon and a name that can be pressed and stays marked while its page is shown.
class TargetRow : public QAbstractButton {
    Q_OBJECT

public:
    explicit TargetRow(Icon icon, QWidget* parent = nullptr);

    /// Marks it as the place that visitors see: in a colour and in a word.
    void setProduction(bool production);
    [[nodiscard]] bool isProduction() const { return m_isProduction; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Icon m_icon;
    bool m_isProduction = false;
};

} // namespace miaobu::app
