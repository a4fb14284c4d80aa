#include "app/theme/button_kind.h"

#include <QVariant>

namespace miaobu::app {

namespace {
constexpr auto property = "buttonKind";
}

void setButtonKind(QAbstractButton& button, ButtonKind kind) {
    button.setProperty(property, static_cast<int>(kind));
    button.updateGeometry();
    button.update();
}

ButtonKind buttonKind(const QWidget* button) {
    return button ? static_cast<ButtonKind>(button->property(property).toInt()) : ButtonKind::Secondary;
}

} // namespace miaobu::app
