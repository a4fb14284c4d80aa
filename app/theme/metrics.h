#pragma once

namespace miaobu::app::metrics {

// Device-independent pixels; everything sits on a grid of eight, with four for what belongs together.
inline constexpr int space1 = 4;
inline constexpr int space2 = 8;
inline constexpr int space3 = 12;
inline constexpr int space4 = 16;
inline constexpr int space5 = 20;
inline constexpr int pageMargin = 28;

inline constexpr int cardRadius = 12;
inline constexpr int controlRadius = 8;
inline constexpr int pillRadius = 10;

inline constexpr int controlHeight = 32;
inline constexpr int pillHeight = 20;
inline constexpr int rowHeight = 52;
inline constexpr int sidebarRowHeight = 36;
inline constexpr int topBarHeight = 48;
inline constexpr int statusStripHeight = 28;
inline constexpr int logLineHeight = 20;
inline constexpr int iconSize = 16;
inline constexpr int markSize = 10;

} // namespace miaobu::app::metrics
