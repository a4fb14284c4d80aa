#pragma once

#include "core/build/build_step.h"
#include "core/build/container_engine.h"

namespace miaobu {

/// The error of an image build that has failed: the engine's or the disk's, or the person's own with the exit code of the
/// step that failed, told apart by what the engine printed.
[[nodiscard]] Error imageFailure(const ContainerEngine& engine, const StepResult& result);

} // namespace miaobu
