#pragma once

#include "app/screens/previews/previews_state.h"

namespace miaobu::app::sample {

/// None yet.
[[nodiscard]] PreviewsState noPreviews();
/// One of a branch with a password, one of a commit, one that is being built and one whose build failed.
[[nodiscard]] PreviewsState somePreviews();
/// More than there is room for.
[[nodiscard]] PreviewsState manyPreviews();
/// The form is open and knows the branches.
[[nodiscard]] PreviewsState newPreview();
/// The form is open; the server does not answer.
[[nodiscard]] PreviewsState newPreviewOffline();
/// A password could not be set.
[[nodiscard]] PreviewsState refusedPreviews();
/// A project that can have none.
[[nodiscard]] PreviewsState previewsOfWebApp();

} // namespace miaobu::app::sample
