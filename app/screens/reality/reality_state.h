#pragma once

#include "app/screens/common/shown_error.h"
#include "core/model/reality.h"

#include <algorithm>
#include <optional>

namespace miaobu::app {

/// One difference and how far it is put right.
struct FindingView {
    enum class State { Open, Working, Done, Failed };

    RealityFinding finding;
    State state = State::Open;
    std::optional<ShownError> error; ///< Why it could not be put right
};

/// What the page of a reality check shows.
struct RealityState {
    /// One kind of thing that was looked at.
    struct Part {
        QString target;
        QString name;
    };

    ProjectId project = 0; ///< 0: everything
    QString projectName;
    QString target; ///< Empty: every one that the project is on
    bool isChecking = false;
    QList<Part> parts; ///< That were looked at, while it is checked
    QList<FindingView> findings;
    QList<RealityGap> gaps;
    QDateTime checkedAt; ///< UTC; invalid until a check has ended
    std::optional<ShownError> error; ///< Why the check failed

    [[nodiscard]] bool isFixing() const { return count(FindingView::State::Working) > 0; }
    [[nodiscard]] qsizetype count(FindingView::State state) const {
        return std::count_if(
            findings.begin(), findings.end(), [state](const FindingView& one) { return one.state == state; });
    }
    /// Everything could be looked at, and nothing is left that differs.
    [[nodiscard]] bool agrees() const {
        return checkedAt.isValid() && gaps.isEmpty() && count(FindingView::State::Done) == findings.size();
    }
};

} // namespace miaobu::app
