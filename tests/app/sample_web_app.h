#pragma once

#include "app/screens/project/project_state.h"

/// A web app on its page, for pictures and tests of pages.
namespace miaobu::app::sample {

[[nodiscard]] ProjectState webApp(); ///< A FastAPI project that is live as an image
[[nodiscard]] ProjectState webAppStarting(); ///< A new version of it is being started.
[[nodiscard]] ProjectState webAppWithoutEngine(); ///< Its latest deployment found no container engine.
[[nodiscard]] ProjectState webAppOnAnotherPort(); ///< Its latest deployment listens where it is not asked.

/// The log of that one.
void writeStartLog(const QString& file);
/// What a web app says, as it is brought to this computer.
void writeRunningLog(const QString& file);

} // namespace miaobu::app::sample
