#pragma once

#include <QFont>

namespace miaobu::app {

/// The sizes of the window's type. All but Mono take their family from the application's font.
enum class Type {
    Display, ///< The welcome page's one sentence
    Title, ///< A page's name, 20/28
    Heading, ///< A card's name, 13/20 semibold
    Text, ///< 13/20
    Small, ///< Pills and notes, 12/20
    SmallStrong,
    Section, ///< Heads of the sidebar, 11
    Mono, ///< Logs, commits, commands, 12/20
};

[[nodiscard]] QFont fontOf(Type type);

/// The application's font: the desktop's own sans, with faces for Chinese that are drawn for the simplified script
/// behind it.
[[nodiscard]] QFont applicationFont(const QFont& desktop);

} // namespace miaobu::app
