#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace miaobu::app {

/// The window's own drawings, one colour each, on a grid of 24.
enum class Icon {
    Add,
    Back,
    Branch,
    Check,
    ChevronDown,
    Close,
    Cloud,
    Compare,
    Computer,
    Copy,
    Deploy,
    Down,
    Eye,
    EyeOff,
    Folder,
    Globe,
    Link,
    Log,
    More,
    Open,
    Paw,
    Pin,
    Refresh,
    RollBack,
    Save,
    Search,
    Settings,
    Stop,
    Trash,
    Up,
    Warning,
};

/// \a which in the colour of the palette's button text, following the palette and the mode (disabled, selected).
[[nodiscard]] QIcon iconOf(Icon which);

/// \a which in one colour.
[[nodiscard]] QPixmap iconPixmap(Icon which, const QColor& color, int size, qreal scale);

/// \a icon, as a button has it, recoloured; keeps its shape.
[[nodiscard]] QPixmap recolored(const QIcon& icon, const QColor& color, int size, qreal scale);

/// The program's mark on its tile, in every size a desktop asks for.
[[nodiscard]] QIcon applicationIcon();

} // namespace miaobu::app
