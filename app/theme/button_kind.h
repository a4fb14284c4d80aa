#pragma once

#include <QAbstractButton>

namespace miaobu::app {

/// How a button asks for attention. One Primary to a page.
enum class ButtonKind { Secondary, Primary, Quiet, Danger, Link };

void setButtonKind(QAbstractButton& button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget* button);

} // namespace miaobu::app
