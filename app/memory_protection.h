#pragma once

namespace miaobu::app {

/// Keeps what is in memory from core files and from other programs of the same person: access keys are there while they are used.
/// Does nothing in a debug build or under a sanitizer, where somebody wants to look inside.
void protectMemory();

} // namespace miaobu::app
