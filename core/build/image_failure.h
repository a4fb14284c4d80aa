#pragma once

#include "core/build/build_step.h"
#include "core/build/container_engine.h"

namespace miaobu {

/// What images are made for.
inline constexpr QLatin1StringView targetPlatform("linux/amd64");

/// The error of an image build that has failed: the engine's or the disk's, or the person's own with the exit code of the
/// step that failed, told apart by what the engine printed. Where an engine of another architecture cannot run what it
/// builds, that is BinaryUnsuitable with targetPlatform as its subject and the engine's architecture as its alternative.
[[nodiscard]] Error imageFailure(const ContainerEngine& engine, const StepResult& result);

} // namespace miaobu
