#pragma once

#include "app/screens/common/shown_error.h"
#include "core/compare/comparison.h"
#include "core/model/deployment.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace miaobu::app {

/// What the page that compares two deployments shows.
struct CompareState {
    enum class Phase {
        PickTwo, ///< There are not two to compare.
        Reading,
        Compared,
        Failed,
    };

    Project project;
    QList<Deployment> choices; ///< Newest first
    DeploymentId live = 0;
    DeploymentId before = 0;
    DeploymentId after = 0;
    Phase phase = Phase::PickTwo;
    int read = 0; ///< How many of the two lists of files have been read
    ManifestDifference difference;
    std::optional<ShownError> error;
    QDateTime now; ///< UTC

    [[nodiscard]] const Deployment* choice(DeploymentId id) const {
        const auto found = std::find_if(
            choices.begin(), choices.end(), [id](const Deployment& deployment) { return deployment.id == id; });
        return found == choices.end() ? nullptr : &*found;
    }
};

/// What is shown of the chosen file.
struct FileState {
    enum class Phase {
        None, ///< No file is chosen.
        Reading,
        Read,
        NotYet, ///< A side is not complete: there are no contents to read.
        Failed,
    };

    Phase phase = Phase::None;
    FileChange change;
    int numberBefore = 0; ///< Of the deployments, for words
    int numberAfter = 0;
    FileDifference difference;
    std::optional<ShownError> error;
};

} // namespace miaobu::app
